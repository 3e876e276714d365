import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DossierKindName } from '@permit/domain/dossier/dossier-kinds.ts';
import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import pg from 'pg';
import { heldClock } from '../lifecycle/held-clock.ts';
import { aPublicAccount } from '../people/an-account.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { A_PDF, aPicture, DECLARATION, draftOf, payAtBank, reasonsFor } from '../road/road-steps.ts';
import { aPdf } from './a-pdf.ts';

const clock = heldClock(new Date('2026-11-20T09:00:00+07:00'));
let road: RoadServer;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer(undefined, { clock });
  owner = await road.database.owner();
}, 60_000);
afterAll(() => road.close());

const add = async (kind: DossierKindName, more: object = {}, who = 'employer') => {
  const bytes = new Uint8Array(
    kind === 'company-registration' ? aPdf({ pages: ['', ''] }) : await aPicture(),
  );
  return (await road.as(who)).call('addDossierPaper', { kind, bytes, ...more });
};
const accept = async (paperId: string, validUntil: string, who = 'checker') =>
  (await road.as(who)).call('checkDossierPaper', { paperId, accepted: true, validUntil });

/** A draft with every paper but those that the dossier is asked for. */
async function draftWithout(kinds: readonly string[], who = 'employer', onBehalfOf?: string) {
  const client = await road.as(who);
  const draft = { ...draftOf(SAMPLE_R59M), ...(who === 'agent' ? { filerKind: 'agent' as const } : {}) };
  const created = await client.call('createDraft', {
    serviceCode: 'R59M',
    draft,
    ...(onBehalfOf ? { onBehalfOf } : {}),
  });
  const { applicationId } = created;
  for (const { type } of SAMPLE_R59M.documents ?? []) {
    if (kinds.includes(type)) continue;
    const bytes = new Uint8Array(type === 'photo' ? await aPicture() : A_PDF);
    await client.call('attachDocument', { applicationId, kind: type, bytes });
  }
  return created;
}

async function fileIt({ applicationId, revision }: { applicationId: string; revision: number }) {
  const employer = await road.as('employer');
  const overrules = await reasonsFor(road, applicationId);
  const asked = { applicationId, revision, declaration: DECLARATION, overrules };
  const { bill } = await employer.call('submitApplication', asked);
  await payAtBank(road, bill!);
}

const missing = async (applicationId: string, who = 'employer') =>
  (await (await road.as(who)).call('precheckDraft', { applicationId })).missingDocuments;
const cited = async (applicationId: string, who = 'employer') => {
  const { dossier } = await (await road.as(who)).call('getApplication', { applicationId });
  return dossier.map(({ demand, version, standing, fixed }) => ({ demand, version, standing, fixed }));
};
const COMPANY = 'employer-company';
let first: { applicationId: string; revision: number };

test('a paper waits, is looked at by pages, and is accepted by another person until a day within its term', async () => {
  const paper = await add('company-registration', { label: 'สำนักงานใหญ่', ownLastDay: '2027-03-31' });
  expect(paper).toMatchObject({ version: 1, standing: 'waiting', pages: 2, label: 'สำนักงานใหญ่' });
  const checker = await road.as('checker');
  const { papers } = await checker.call('listDossier', {});
  expect(papers.map(({ paperId, atMostUntil }) => ({ paperId, atMostUntil }))).toEqual([
    { paperId: paper.paperId, atMostUntil: '2027-03-31' },
  ]);
  const { pages } = await checker.call('linkDossierPaper', { paperId: paper.paperId, purpose: 'review' });
  const picture = await fetch(road.origin + pages[1]!.path);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  await expect(accept(paper.paperId, '2027-04-01')).rejects.toMatchObject({
    body: { detailCode: 'dossier-day-too-far' },
  });
  await expect(accept(paper.paperId, '2026-11-19')).rejects.toMatchObject({
    body: { detailCode: 'dossier-day-past' },
  });
  expect(await accept(paper.paperId, '2027-02-28')).toMatchObject({
    standing: 'in-force',
    checkedBy: 'document-checker',
    validUntil: '2027-02-28',
  });
  // It has left the list of those who check.
  await expect(accept(paper.paperId, '2027-01-31')).rejects.toMatchObject({ code: 'not-found' });
});

test('nobody else’s dossier can be seen, added to or checked', async () => {
  const { papers } = await (await road.as('employer')).call('listDossier', {});
  const { paperId, employer } = papers[0]!;
  for (const stranger of ['agent', 'registrar-bangkok'] as const) {
    const client = await road.as(stranger);
    await expect(client.call('linkDossierPaper', { paperId })).rejects.toMatchObject({ code: 'not-found' });
    expect((await client.call('listDossier', { employer: employer.partyId })).papers).toEqual([]);
  }
  await expect(add('signatory-id', { onBehalfOf: employer.partyId }, 'agent')).rejects.toMatchObject({
    body: { detailCode: 'no-delegation' },
  });
  await expect(accept(paperId, '2027-01-31', 'registrar-bangkok')).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a draft is not asked for what the dossier has; filed, it cites that very version, which its officers see', async () => {
  first = await draftWithout(['company-registration']);
  expect(await missing(first.applicationId)).toEqual([]);
  const wanted = { demand: COMPANY, version: 1, standing: 'in-force' };
  expect(await cited(first.applicationId)).toEqual([{ ...wanted, fixed: false }]);
  await fileIt(first);
  expect(await cited(first.applicationId)).toEqual([{ ...wanted, fixed: true }]);
  expect(await cited(first.applicationId, 'checker')).toEqual([{ ...wanted, fixed: true }]);
});

test('a newer paper takes the place of the old for new cases; the running one keeps its own and says so', async () => {
  const newer = await add('company-registration');
  expect(await cited((await draftWithout(['company-registration'])).applicationId)).toMatchObject([
    { version: 1 },
  ]);
  await accept(newer.paperId, '2027-01-31');
  expect(await cited((await draftWithout(['company-registration'])).applicationId)).toMatchObject([
    { version: 2, standing: 'in-force' },
  ]);
  expect(await cited(first.applicationId)).toMatchObject([{ version: 1, standing: 'replaced', fixed: true }]);
  const { findings } = await (await road.as('checker')).call('reviewNext', {});
  expect(findings.filter(({ code }) => code.startsWith('dossier-'))).toMatchObject([
    { code: 'dossier-changed', field: `documents.${COMPANY}`, evidence: { standing: 'replaced' } },
  ]);
});

test('after its last day no new case cites it, a draft is asked for a paper, and a running case keeps what it cited', async () => {
  const running = await draftWithout(['company-registration']);
  await fileIt(running);
  clock.set(new Date('2027-02-01T09:00:00+07:00'));
  expect(await cited(running.applicationId)).toMatchObject([
    { version: 2, standing: 'expired', fixed: true },
  ]);
  const late = await draftWithout(['company-registration']);
  expect(await missing(late.applicationId)).toEqual([COMPANY]);
  expect(await cited(late.applicationId)).toEqual([]);
  clock.set(new Date('2026-11-20T09:00:00+07:00'));
});

test('a paper that is not checked yet may be cited, and the officer is told; sent back, the employer reads why', async () => {
  const paper = await add('signatory-id');
  const { applicationId } = await draftWithout(['signatory-id']);
  expect(await missing(applicationId)).toEqual([]);
  const { findings } = await (await road.as('employer')).call('precheckDraft', { applicationId });
  expect(findings.map(({ code }) => code)).toContain('dossier-waiting');
  const checker = await road.as('checker');
  const reason = 'ลายมือชื่อไม่ครบ';
  await checker.call('checkDossierPaper', { paperId: paper.paperId, accepted: false, reason });
  const { papers } = await (await road.as('employer')).call('listDossier', {});
  expect(papers.find(({ paperId }) => paperId === paper.paperId)).toMatchObject({
    standing: 'returned',
    reason,
  });
  expect(await missing(applicationId)).toEqual(['employer-signatory']);
});

test('a cited version that was never checked and is replaced is told as such, with how the newer one stands', async () => {
  const notes = async () => {
    const { findings } = await checker.call('reviewNext', {});
    return findings.filter(({ code }) => code.startsWith('dossier-unchecked'));
  };
  const checker = await road.as('checker');
  await add('signatory-id');
  const running = await draftWithout(['signatory-id']);
  await fileIt(running);
  const newer = await add('signatory-id');
  await takeFirst(running.applicationId);
  const told = (code: string, evidence = {}) => [
    {
      code,
      severity: 'warn',
      field: 'documents.employer-signatory',
      evidence: { kind: 'signatory-id', ...evidence },
    },
  ];
  expect(await notes()).toMatchObject(told('dossier-unchecked-newer-waiting', { standing: 'replaced' }));
  const { paperId } = newer;
  await checker.call('checkDossierPaper', { paperId, accepted: false, reason: 'อ่านไม่ออก' });
  expect(await notes()).toMatchObject(told('dossier-unchecked-newer-refused'));
  await accept((await add('signatory-id')).paperId, '2027-01-31');
  expect(await notes()).toMatchObject(told('dossier-unchecked-newer-accepted', { date: '2027-01-31' }));
  // One more that waits changes nothing: the accepted one is relied on.
  await add('signatory-id');
  expect(await notes()).toMatchObject(told('dossier-unchecked-newer-accepted'));
  // The newer version itself stays closed to who sees only what the case cites.
  await expect((await road.as('registrar')).call('linkDossierPaper', { paperId })).rejects.toMatchObject({
    code: 'not-found',
  });
});

/** Gives every other case that waits back, so that this one is the next. */
async function takeFirst(applicationId: string): Promise<void> {
  await owner.query(
    `UPDATE applications SET state_since = now() - interval '1 year', due_at = now() - interval '1 year' WHERE public_id = $1`,
    [applicationId],
  );
  await owner.query('UPDATE applications SET review_by = NULL, review_until = NULL');
}

test('a power of attorney answers for its agent, acts and days only, and bears its duty', async () => {
  const agentPartyId = road.accounts.find(({ username }) => username === 'agent')!;
  const agent = await road.as('agent');
  const who = await agent.call('whoAmI', {});
  const { partyId } = who.roles.find(({ role }) => role === 'agent')!;
  expect(agentPartyId.username).toBe('agent');
  const dates = { from: '2026-11-01', until: '2027-10-31' };
  const paperOf = { agentPartyId: partyId, ...dates };
  await expect(add('power-of-attorney', { acts: 'renew' })).rejects.toMatchObject({ code: 'invalid-input' });
  const short = await add('power-of-attorney', { ...paperOf, acts: 'renew,pay', stampDutySatang: 1_000 });
  await expect(accept(short.paperId, '2027-06-30')).rejects.toMatchObject({
    body: { detailCode: 'stamp-duty-short' },
  });
  const whole = await add('power-of-attorney', { ...paperOf, acts: 'renew,pay', stampDutySatang: 3_000 });
  await accept(whole.paperId, '2027-06-30');
  const employer = await road.as('employer');
  await employer.call('grantDelegation', {
    ...{ agentPartyId: partyId, acts: ['renew', 'pay'] },
    ...{ validFrom: '2026-11-01', validUntil: '2027-10-31', stampDutySatang: 3_000 },
  });
  const me = (await employer.call('whoAmI', {})).roles.find(({ role }) => role === 'employer')!.partyId;
  const { applicationId } = await draftWithout([], 'agent', me);
  expect(await missing(applicationId, 'agent')).not.toContain('power-of-attorney');
  const cites = await cited(applicationId, 'agent');
  expect(cites.map(({ demand }) => demand)).toContain('power-of-attorney');
  // The agent whom an employer entrusts sees and adds to its dossier.
  const { papers } = await agent.call('listDossier', { employer: me });
  expect(papers.length).toBeGreaterThan(1);
  expect(await add('house-registration', { onBehalfOf: me }, 'agent')).toMatchObject({ standing: 'waiting' });
});

test("an agent that the employer entrusts sees the dossier, but neither sees, takes back nor lays down another's power of attorney", async () => {
  const employer = await road.as('employer');
  const me = (await employer.call('whoAmI', {})).roles.find(({ role }) => role === 'employer')!.partyId;
  const first = (await (await road.as('agent')).call('whoAmI', {})).roles[0]!.partyId;
  const { papers: all } = await employer.call('listDossier', {});
  const power = all.find(({ kind }) => kind === 'power-of-attorney')!;
  const second = await aPublicAccount(road, 'agent');
  await employer.call('grantDelegation', {
    ...{ agentPartyId: second.partyId, acts: ['pay'] },
    ...{ validFrom: '2026-11-01', validUntil: '2027-10-31', stampDutySatang: 1_000 },
  });
  const { papers } = await second.client.call('listDossier', { employer: me });
  expect(papers.map(({ kind }) => kind)).toContain('company-registration');
  expect(papers.map(({ kind }) => kind)).not.toContain('power-of-attorney');
  const lay = (agentPartyId: string) =>
    aPicture().then((bytes) =>
      second.client.call('addDossierPaper', {
        ...{ kind: 'power-of-attorney' as const, bytes: new Uint8Array(bytes), onBehalfOf: me, agentPartyId },
        ...{ acts: 'pay', from: '2026-11-01', until: '2027-10-31', stampDutySatang: 1_000 },
      }),
    );
  for (const refused of [second.client.call('removeDossierPaper', { paperId: power.paperId }), lay(first)])
    await expect(refused).rejects.toMatchObject({ code: 'not-found' });
  expect(await lay(second.partyId)).toMatchObject({ standing: 'waiting' });
});

test('what is taken out is asked for again, and the case that cites it keeps it', async () => {
  const employer = await road.as('employer');
  const { papers } = await employer.call('listDossier', {});
  const paper = papers.find(
    ({ kind, standing }) => kind === 'company-registration' && standing === 'in-force',
  )!;
  const running = await draftWithout(['company-registration']);
  await fileIt(running);
  await employer.call('removeDossierPaper', { paperId: paper.paperId });
  expect(await missing((await draftWithout(['company-registration'])).applicationId)).toEqual([COMPANY]);
  expect(await cited(running.applicationId)).toMatchObject([{ standing: 'removed', fixed: true }]);
  const pages = await (await road.as('checker')).call('linkDossierPaper', { paperId: paper.paperId });
  expect((await fetch(road.origin + pages.pages[0]!.path)).status).toBe(200);
});

test('the database itself keeps moves, two persons and who sees what', async () => {
  const moves = await owner.query<{ move: string }>(
    `SELECT DISTINCT from_state || '>' || to_state AS move FROM state_history WHERE machine = 'dossier-paper' ORDER BY 1`,
  );
  expect(moves.rows.map(({ move }) => move)).toEqual([
    '>to-check',
    'checked>removed',
    'checked>replaced',
    'to-check>checked',
    'to-check>replaced',
    'to-check>returned',
  ]);
  await expect(owner.query('UPDATE dossier_papers SET checked_by = added_by')).rejects.toMatchObject({
    constraint: 'dossier_papers_two_persons',
  });
  await expect(owner.query('DELETE FROM dossier_citations')).rejects.toMatchObject({ code: '42501' });
  const employer = await owner.query<{ id: string }>(`SELECT id FROM parties WHERE code = 'EMPLOYER-1'`);
  const app = new pg.Client({ connectionString: road.database.url });
  await app.connect();
  const as = async (role: string, party: string, sql: string) => {
    await app.query(`BEGIN; SET LOCAL ROLE permit_${role}; SET LOCAL permit.parties = '{${party}}'`);
    const answer = await app.query(sql).catch((error: { code: string }) => error.code);
    await app.query('ROLLBACK');
    return typeof answer === 'string' ? answer : answer.rowCount;
  };
  const own = employer.rows[0]!.id;
  const nobody = '00000000-0000-4000-8000-000000000000';
  expect(await as('applicant', own, 'SELECT FROM dossier_papers')).toBeGreaterThan(3);
  expect(await as('applicant', nobody, 'SELECT FROM dossier_papers')).toBe(0);
  expect(await as('officer', nobody, 'SELECT FROM dossier_papers')).toBe(0);
  expect(await as('public', own, 'SELECT FROM dossier_papers')).toBe('42501');
  expect(await as('applicant', own, `UPDATE dossier_papers SET state = 'checked'`)).toBe('42501');
  await app.end();
});
