import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PrintJob } from '../card-printer.ts';
import { EmissionsLog } from '../emissions-log.ts';
import { httpPrinter } from '../http-printer.ts';

/** The simulator started as what it is: a process of its own. */
let folder: string;
let program: ChildProcess;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  program = spawn(process.execPath, ['--import', 'tsx', main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PRINTER_SIMULATOR_DIR: folder,
      PRINTER_BLANKS: 'SIM-:1:20:3',
      PRINTER_FAULTS: 'none,silent-after-card,cover-open',
    },
  });
  const [line] = (await once(program.stdout!, 'data')) as [Buffer];
  address = (JSON.parse(line.toString()) as { printer: string }).printer;
});
afterAll(() => void program.kill());

const job = (blankSerial: string): PrintJob => ({
  printOrderId: 'order-1',
  blankSerial,
  front: Buffer.from('front'),
  back: Buffer.from('back'),
  pdf: Buffer.from('pdf'),
});

test('prints, falls silent, and opens its cover as the script says; its log tells the truth', async () => {
  const printer = httpPrinter(address, 500);
  expect(await printer.status()).toEqual({ ready: true });
  expect(await printer.scanBlank()).toBe('SIM-001');
  expect(await printer.printFaces(job('SIM-001'))).toEqual({
    outcome: 'card-out',
    serialReadBack: 'SIM-001',
    cardsCounted: 1,
  });
  await printer.eject('SIM-001');
  await expect(printer.printFaces(job('SIM-002'))).rejects.toThrow();
  expect(await printer.printFaces(job('SIM-003'))).toEqual({
    outcome: 'nothing-happened',
    problem: 'cover-open',
  });
  expect(await printer.status()).toEqual({ ready: false, problem: 'cover-open' });
  const log = await new EmissionsLog(join(folder, 'emissions.log'), () => new Date()).read();
  expect(log.map(({ event, serial }) => `${event} ${serial}`)).toEqual([
    'fed SIM-001',
    'emitted SIM-001',
    'ejected SIM-001',
    'fed SIM-002',
    'emitted SIM-002',
  ]);
});

test('refuses what is not a job and keeps running', async () => {
  const response = await fetch(new URL('/print', address), { method: 'POST', body: '{"printOrderId":1}' });
  expect(response.status).toBe(400);
  expect((await fetch(new URL('/nothing', address))).status).toBe(404);
});
