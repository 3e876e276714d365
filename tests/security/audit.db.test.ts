import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fileAnchor, type Anchor } from '@permit/server/audit/anchor.ts';
import { sealAudit } from '@permit/server/audit/seal-audit.ts';
import pg from 'pg';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aSubmission } from '../road/road-steps.ts';

let road: RoadServer;
let owner: pg.Client;
let anchor: Anchor;
beforeAll(async () => {
  road = await startRoadServer();
  owner = new pg.Client({ connectionString: road.database.ownerUrl });
  await owner.connect();
  anchor = fileAnchor(road.deps.config.ANCHOR_FILE);
}, 60_000);
afterAll(async () => {
  await owner.end();
  await road.close();
});

/** What somebody with all rights over the database can do: take the triggers away, forge, put them back. */
async function forge(table: string, sql: string): Promise<void> {
  await owner.query(
    `ALTER TABLE ${table} DISABLE TRIGGER USER; ${sql}; ALTER TABLE ${table} ENABLE TRIGGER USER`,
  );
}

async function verdict() {
  return (await road.as('auditor')).call('verifyAudit', {});
}

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
