import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { exampleOf } from '@permit/domain/contract/examples/operation-examples.ts';
import { toHttpRequest } from '@permit/domain/contract/http-request.ts';
import { allEndpoints } from '@permit/domain/contract/permit-api.ts';
import { fileAnchor } from '@permit/server/audit/anchor.ts';
import { sealAudit } from '@permit/server/audit/seal-audit.ts';
import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { addressMessageJob } from '@permit/server/messages/address-message-job.ts';
import { deliverMessageJob } from '@permit/server/messages/deliver-message-job.ts';
import type { MessagePorts } from '@permit/server/messages/message-ports.ts';
import type pg from 'pg';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { plantBeside } from './planted-beside.ts';
import { plant, type Ids, type Planted } from './planted.ts';
import { speakOf } from './spoken.ts';

jest.setTimeout(180_000);

/** What stands in forms, and what people said of them: reasons, notes, decisions. */
const WORDS = {
  employer: { word: 'QXKANARIEMPLOYER', spoken: 'QZSPOKENEMPLOYER' },
  agent: { word: 'QXKANARIAGENT', spoken: 'QZSPOKENAGENT' },
} as const;
/** Who has no business with the cases of this province; those who work on them are not strangers. */
const STRANGERS = [
  'registrar-bangkok',
  'clerk',
  'supervisor',
  'inspector',
  'minister',
  'print-host-74',
] as const;

let road: RoadServer;
let owner: pg.Client;
const planted: Record<string, Planted> = {};
/** Of the employer's other records; asked for by everybody else. */
let beside: Ids;
const logged: string[] = [];
beforeAll(async () => {
  road = await startRoadServer(undefined, {
    logTo: (line) => void logged.push(line),
  });
  owner = await road.database.owner();
  for (const [filer, words] of Object.entries(WORDS)) planted[filer] = await plant(road, filer, words);
  beside = await plantBeside(road, planted['employer']!.ids, WORDS.employer);
}, 180_000);
afterAll(() => road.close());

interface Heard {
  readonly where: string;
  readonly text: string;
}

/** Calls every operation as somebody, asking for what others filed; answers all that came back, headers too. */
async function askForEverything(
  who: string,
  token: string | undefined,
  ids: Planted['ids'],
): Promise<Heard[]> {
  const heard: Heard[] = [];
  for (const endpoint of allEndpoints) {
    // A session that is ended here would end the asking.
    if (endpoint.id === 'signOut' || endpoint.id === 'refreshSession') continue;
    const input = { ...exampleOf(endpoint).input };
    for (const [name, id] of Object.entries(ids)) if (name in input) input[name] = id;
    const request = toHttpRequest(endpoint, input, `canary-${who}-${endpoint.id}`);
    const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(road.origin + request.path, {
      method: request.method,
      headers: { ...request.headers, ...authorization },
      body: request.body ?? null,
    });
    const headers = JSON.stringify([...response.headers]);
    heard.push({
      where: `${who} ${endpoint.id} ${response.status}`,
      text: headers + (await response.text()),
    });
  }
  return heard;
}

const found = (heard: readonly Heard[], canaries: readonly string[]): string[] =>
  heard
    .filter(({ text }) => canaries.some((word) => text.toUpperCase().includes(word)))
    .map(({ where }) => where);

test('no operation tells a stranger anything that another party wrote, whatever they ask for', async () => {
  const told: string[] = [];
  const ask = async (who: string, token: string | undefined, { canaries, ids }: Planted) =>
    told.push(...found(await askForEverything(who, token, ids), canaries));
  const { employer, agent } = planted;
  const asked = { ...employer!, ids: { ...employer!.ids, ...beside } };
  for (const who of [...STRANGERS, 'agent']) await ask(who, (await road.as(who)).token, asked);
  await ask('employer', (await road.as('employer')).token, agent!);
  await ask('nobody', undefined, asked);
  expect(told).toEqual([]);
});

test('the party itself does read its own words: the search can find what is there', async () => {
  const { canaries, ids } = planted['employer']!;
  const heard = await askForEverything('employer', (await road.as('employer')).token, ids);
  expect(found(heard, canaries).length).toBeGreaterThan(0);
});

test('what is exported holds no word of anybody: the audit chain whole, and bundles go to nobody but their owner', async () => {
  const anchor = fileAnchor(road.deps.config.ANCHOR_FILE);
  while ((await sealAudit(road.deps, anchor)) > 0) continue;
  const auditor = await road.as('auditor');
  const exported: Heard[] = [];
  for (let after = 0, more = true; more;) {
    const { entries } = await auditor.call('exportAudit', { after, limit: 1000 });
    exported.push(
      ...entries.map((entry) => ({ where: `audit ${entry.position}`, text: JSON.stringify(entry) })),
    );
    more = entries.length > 0;
    after = entries.at(-1)?.position ?? after;
  }
  const words = Object.values(WORDS).flatMap(({ word, spoken }) => [word, spoken]);
  expect(found(exported, words)).toEqual([]);
  // The export is not empty, and the search can find what is there.
  expect(found(exported, ['APPLICATION-SUBMITTED']).length).toBeGreaterThan(1);
  const bundle = async (who: string) => {
    const headers = { authorization: `Bearer ${(await road.as(who)).token}` };
    const response = await fetch(`${road.origin}/api/v1/bundles/${beside['bundleId']}/file`, { headers });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const own = await bundle('employer');
  expect([own.status, own.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  for (const who of ['agent', 'clerk', 'registrar-bangkok', 'auditor'])
    expect((await bundle(who)).bytes.subarray(0, 2).toString()).not.toBe('PK');
});

test('nothing that a party wrote stands in a log, in an e-mail, in a job or readable in any table', async () => {
  // A case of its own: the search before has tried every act on the other.
  const { ids } = await plant(road, 'employer', WORDS.employer);
  await speakOf(road, ids, WORDS.employer.spoken);
  const letters: Heard[] = [];
  const keep = (where: string) => async (sent: { text: string }) => {
    letters.push({ where, text: JSON.stringify(sent) });
    return 'kept';
  };
  const ports: MessagePorts = {
    mail: { send: keep('mail') },
    sms: { send: keep('sms') },
    close: () => undefined,
  };
  while (await workOnce(road.deps, 'address-message', addressMessageJob)) continue;
  while (await workOnce(road.deps, 'deliver-message', deliverMessageJob(ports))) continue;
  const words = Object.values(WORDS).flatMap(({ word, spoken }) => [word, spoken]);
  road.deps.log.info('the log is listened to');
  expect(logged.join()).toContain('the log is listened to');
  expect(found([{ where: 'log', text: logged.join('\n') }, ...letters], words)).toEqual([]);
  expect(await readableIn(words)).toEqual([]);
  // The search can find what is there: a code that stands in the open on purpose.
  expect(await readableIn(['not-eligible'])).toContain('applications.decision');
});

/** The columns in which a word stands for whoever has the dump. */
async function readableIn(words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  const places: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ place: string }>(
      `SELECT DISTINCT c.place FROM "${name}" t, jsonb_each_text(to_jsonb(t)) AS c(place, content) WHERE c.content ~* $1 ORDER BY c.place`,
      [words.join('|')],
    );
    places.push(...rows.map(({ place }) => `${name}.${place}`));
  }
  return places;
}
