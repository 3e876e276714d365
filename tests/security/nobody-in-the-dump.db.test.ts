import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { aStation, aVisit } from '../road/a-station.ts';
import { printCards } from '../road/print-cards.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aGrantedCase } from '../road/road-steps.ts';
import { runJobs } from '../road/run-jobs.ts';
import { ENCODINGS } from './encodings.ts';

/** What must not be found: names in three scripts, a passport number, a telephone, a birth date, staff names. */
const SECRETS = [
  'AUNG KYAW MOE',
  'ออง จอ โม',
  'အောင်ကျော်မိုး',
  'MH123456',
  '66898765432',
  '1992-04-17',
  'ฉัตรชัย นายทะเบียน',
  'SISAVATH',
];

let road: RoadServer;
let dump: Buffer;
beforeAll(async () => {
  road = await startRoadServer();
  const station = await aStation(road);
  for (const code of ['R59M', 'N632'] as const) {
    const { applicationNo } = await aGrantedCase(road, code);
    const visit = await aVisit(road, applicationNo);
    await station.capture(visit, `person of ${code}`);
  }
  await runJobs(road);
  await printCards(road);
  dump = await dumpEverything(road.database.ownerUrl);
}, 120_000);
afterAll(() => road.close());

/** Every row of every table as PostgreSQL writes it, and every byte column besides as what it is. */
async function dumpEverything(url: string): Promise<Buffer> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const { rows: tables } = await owner.query<{ tablename: string }>(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`,
  );
  const parts: Buffer[] = [];
  for (const { tablename } of tables) {
    const { rows } = await owner.query<{ text: string; row: Record<string, unknown> }>(
      `SELECT t::text AS text, to_jsonb(t) AS row FROM "${tablename}" t`,
    );
    for (const { text, row } of rows)
      parts.push(Buffer.from(`${text}\n${JSON.stringify(row)}\n`), ...bytesOf(row));
  }
  await owner.end();
  return Buffer.concat(parts);
}

function bytesOf(row: Record<string, unknown>): Buffer[] {
  return Object.values(row).flatMap((value) =>
    typeof value === 'string' && value.startsWith('\\x') ? [Buffer.from(value.slice(2), 'hex')] : [],
  );
}

function filesBelow(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))));
}

test('the dump is no empty one, and the search finds what is there', () => {
  expect(dump.length).toBeGreaterThan(50_000);
  expect(dump.includes(ENCODINGS['utf-8']('บริษัท ตัวอย่างอาหารทะเล จำกัด'))).toBe(true);
});

test.each(Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[])(
  'no name, number or birth date stands in the database as %s',
  (encoding) => {
    const found = SECRETS.filter((secret) => dump.includes(ENCODINGS[encoding](secret)));
    expect(found).toEqual([]);
  },
);

test('nor in the files of the server', () => {
  const files = filesBelow(join(road.folder, 'blobs'));
  expect(files.length).toBeGreaterThan(100_000);
  for (const encode of Object.values(ENCODINGS)) {
    expect(SECRETS.filter((secret) => files.includes(encode(secret)))).toEqual([]);
  }
});
