import type { Emission } from '@permit/print/printers/emissions-log.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import makeTemplate from '../infrastructure/jest-global-setup.mjs';
import { judgePrints, type Verdict } from './print/judge-prints.ts';
import { BLANKS_A_POINT, ORDERS_A_POINT, playPoint } from './print/play-point.ts';
import { openPrintOffice, type PrintOffice } from './print/print-office.ts';
import { receiveBlanks } from './print/receive-blanks.ts';

const POINTS = 600;
const CONTROL_POINTS = 60;

interface ProofContext {
  readonly args: readonly string[];
  database(): Promise<string>;
  say(sentence: string): void;
}

/**
 * `npm run prove -- print [POINTS]`: the print host killed and frozen, on the real server over HTTP. Emissions are
 * counted from the printers' own logs, the ledger is read beside them.
 */
export const proofs = {
  print: async ({ args, database, say }: ProofContext) => {
    const points = Number(args[0] ?? POINTS);
    process.env['TEST_DATABASE_URL'] ??= await database();
    makeTemplate();
    const office = await openPrintOffice();
    const folder = await mkdtemp(join(tmpdir(), 'print-proof-'));
    try {
      const control = Math.min(points, CONTROL_POINTS);
      await receiveBlanks(office, points + control);
      const run = { office, folder, say };
      const held = await runPoints({ ...run, count: points, start: 0, checksLease: true });
      const loose = await runPoints({ ...run, count: control, start: points, checksLease: false });
      const controlFailed = loose.doubles + loose.unbalanced > 0;
      const { emissions, doubles, unbalanced, unsettled } = held;
      const summary = { points, emissions, doubles, unbalanced, unsettled, controlFailed };
      const report = reportOf(summary, { ...loose, points: control });
      return { summary, report, holds: doubles + unbalanced + unsettled === 0 && controlFailed };
    } finally {
      await office.road.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

interface Run {
  readonly office: PrintOffice;
  readonly folder: string;
  readonly say: (sentence: string) => void;
  readonly count: number;
  /** Points that were played before on this server. */
  readonly start: number;
  readonly checksLease: boolean;
}

async function runPoints(run: Run): Promise<Verdict & { unsettled: number }> {
  const { office, folder, say, count, start, checksLease } = run;
  const emissions: Emission[] = [];
  let unsettled = 0;
  for (let seed = 1; seed <= count; seed += 1) {
    const place = start + seed - 1;
    const point = await playPoint({ office, seed, place, checksLease, folder: join(folder, String(place)) });
    emissions.push(...point.emissions);
    if (!point.settled) unsettled += 1;
    if (seed % 20 === 0) say(`${seed} of ${count} points${checksLease ? '' : ' without the lease check'}`);
  }
  // The first order of the office has revision 1 and is none of the proof's.
  const revisions = { from: 2 + start * ORDERS_A_POINT, upTo: 1 + (start + count) * ORDERS_A_POINT };
  const blanks = { from: start * BLANKS_A_POINT + 1, upTo: (start + count) * BLANKS_A_POINT };
  return { ...(await judgePrints(office, emissions, revisions, blanks)), unsettled };
}

function reportOf(summary: object, control: Verdict & { points: number; unsettled: number }): string {
  return [
    '# The print host killed and frozen, on the real server',
    '',
    'Each point is a seed: two hosts, two simulated printers with scripted faults (jam at half, silent after the card,',
    `wrong serial), ${ORDERS_A_POINT} orders. One host is killed and started again, or frozen for 200 seconds (lease: 120), before one`,
    'of its calls to server, printer or own disk, while the other goes on. The server is the real one: HTTP, sign-in,',
    'PostgreSQL with row-level security, leases ended by its own clockwork; only its clock is put forward. Doubtful',
    'orders are resolved over the API by a clerk who believes only the plastic. One permit with as many revisions as',
    'orders stands for the people, and all revisions share one small rendering: rendering is not what is proved here.',
    "Doubles are counted from the printers' own logs; blanks, cards and `stockBalance` are compared with them.",
    '',
    ...Object.entries(summary).map(([name, value]) => `- ${name}: ${String(value)}`),
    '',
    'Control: every call carries the lease number of the moment, and a refusal of the step counts as a yes, as if there',
    `were no lease. In ${control.points} points: ${control.doubles} doubles, ${control.unbalanced} unbalanced, ${control.unsettled} points unsettled.`,
    '',
  ].join('\n');
}
