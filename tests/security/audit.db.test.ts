import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fileAnchor, type Anchor } from '@permit/server/audit/anchor.ts';
import { sealAudit } from '@permit/server/audit/seal-audit.ts';
import type pg from 'pg';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aPicture, aSubmission } from '../road/road-steps.ts';

let road: RoadServer;
let owner: pg.Client;
let anchor: Anchor;
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
  anchor = fileAnchor(road.deps.config.ANCHOR_FILE);
}, 60_000);
afterAll(() => road.close());

/** What somebody with all rights over the database can do: take the triggers away, forge, put them back. */
async function forge(table: string, sql: string): Promise<void> {
  await owner.query(
    `ALTER TABLE ${table} DISABLE TRIGGER USER; ${sql}; ALTER TABLE ${table} ENABLE TRIGGER USER`,
  );
}

async function verdict() {
  return (await road.as('auditor')).call('verifyAudit', {});
}

test('why a paper was read is a code with its words; a row of before with words of its own stays readable', async () => {
  const employer = await road.as('employer');
  const { applicationId } = await employer.call('createDraft', { serviceCode: 'R59M' });
  const bytes = new Uint8Array(await aPicture());
  const { documentId } = await employer.call('attachDocument', { applicationId, kind: 'visa', bytes });
  await employer.call('getDocument', { documentId, purpose: 'own-records' });
  const words = encodeURIComponent('for AUNG KYAW MOE');
  const answer = await fetch(`${road.origin}/api/v1/documents/${documentId}?purpose=${words}`, {
    headers: { authorization: `Bearer ${employer.token}` },
  });
  expect(answer.status).toBe(200);
  await owner.query(
    `INSERT INTO audit_entries (id, actor_role, act, subject_kind, subject_id, purpose, detail, request_id)
     VALUES (gen_random_uuid(), 'registrar', 'document-read', 'document', $1, 'looked by telephone', '{}', 'before')`,
    [documentId],
  );
  while ((await sealAudit(road.deps, anchor)) > 0) continue;
  const { entries } = await (await road.as('auditor')).call('exportAudit', { limit: 1000 });
  const reads = entries.filter(({ act, subject }) => act === 'document-read' && subject.endsWith(documentId));
  const told = reads.map(({ purpose, purposeWords }) => [purpose, purposeWords?.en]);
  expect(told).toHaveLength(3);
  expect(told).toEqual(
    expect.arrayContaining([
      ['own-records', 'copy for own records'],
      ['not-stated', 'not stated'],
      ['looked by telephone', undefined],
    ]),
  );
});

test('the chain of an honest day holds up to its anchor, and reading a case left its row', async () => {
  const { applicationId } = await aSubmission(road);
  await (await road.as('employer')).call('getApplication', { applicationId });
  while ((await sealAudit(road.deps, anchor)) > 0) continue;
  const { holds, entries, anchoredUpTo, anchorKind } = await verdict();
  expect({ holds, anchorKind }).toEqual({ holds: true, anchorKind: 'demo-file' });
  expect(anchoredUpTo).toBe(entries);
  const { entries: rows } = await (await road.as('auditor')).call('exportAudit', {});
  expect(rows.map(({ act }) => act)).toContain('application-read');
});

test('a changed entry is found at its position', async () => {
  await forge(
    'audit_entries',
    `UPDATE audit_entries SET act = 'nothing-happened' WHERE id = (SELECT entry_id FROM audit_chain WHERE position = 3)`,
  );
  expect(await verdict()).toMatchObject({ holds: false, firstBreak: 3 });
  await forge(
    'audit_entries',
    `UPDATE audit_entries SET act = 'draft-created' WHERE act = 'nothing-happened'`,
  );
});

test('an end that was cut off is remembered by the anchor', async () => {
  await aSubmission(road);
  while ((await sealAudit(road.deps, anchor)) > 0) continue;
  const { entries } = await verdict();
  await forge('audit_seals', `DELETE FROM audit_seals WHERE position = ${entries}`);
  await forge('audit_chain', `DELETE FROM audit_chain WHERE position = ${entries}`);
  expect(await verdict()).toMatchObject({ holds: false, firstBreak: entries });
});
