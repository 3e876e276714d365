import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgePrints } from './judge-prints.ts';
import { BLANKS_A_POINT, ORDERS_A_POINT, playPoint } from './play-point.ts';
import { openPrintOffice, type PrintOffice } from './print-office.ts';
import { receiveBlanks } from './receive-blanks.ts';

let office: PrintOffice;
const folder = mkdtempSync(join(tmpdir(), 'play-point-'));
beforeAll(async () => {
  office = await openPrintOffice();
  await receiveBlanks(office, 1);
}, 60_000);
afterAll(async () => {
  await office.road.close();
  rmSync(folder, { recursive: true, force: true });
});

const REVISIONS = { from: 2, upTo: 1 + ORDERS_A_POINT };
const BLANKS = { from: 1, upTo: BLANKS_A_POINT };

test('a host struck on the real server: one card an order, and the judge sees what is not so', async () => {
  const { emissions, settled } = await playPoint({ office, seed: 1, place: 0, checksLease: true, folder });
  expect(settled).toBe(true);
  expect(await judgePrints(office, emissions, REVISIONS, BLANKS)).toEqual({
    emissions: ORDERS_A_POINT,
    doubles: 0,
    unbalanced: 0,
  });
  const emitted = emissions.filter(({ event }) => event === 'emitted');
  const twice = await judgePrints(office, [...emissions, emitted[0]!], REVISIONS, BLANKS);
  expect(twice.doubles).toBeGreaterThan(0);
  const lost = await judgePrints(
    office,
    emissions.filter((line) => line !== emitted[0]),
    REVISIONS,
    BLANKS,
  );
  expect(lost.unbalanced).toBeGreaterThan(0);
}, 60_000);
