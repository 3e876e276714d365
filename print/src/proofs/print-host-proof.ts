import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPoint, type PointResult } from '../host/print-host-point.ts';

const POINTS = 600;
const CONTROL_POINTS = 120;

interface ProofContext {
  readonly args: readonly string[];
  say(sentence: string): void;
}

/**
 * Two hosts with two simulated printers, stopped before every call that they make: killed and started again, or
 * frozen beyond their lease while the other goes on. The server's side is its state machine in memory (the real
 * server's own proof is another). Cards are counted from the printers' logs, the ledger beside them.
 */
export async function printHostProof({ args, say }: ProofContext) {
  const points = Number(args[0] ?? POINTS);
  const results = await runPoints(points, true, say);
  const control = await runPoints(Math.min(points, CONTROL_POINTS), false, say);
  const controlFailed = control.some((result) => result.doubles + result.unbalanced > 0);
  const summary = {
    points,
    emissions: sum(results, 'emissions'),
    doubles: sum(results, 'doubles'),
    unbalanced: sum(results, 'unbalanced'),
    unsettled: sum(results, 'unsettled'),
    controlFailed,
  };
  const isClean = summary.doubles + summary.unbalanced + summary.unsettled === 0;
  return { summary, report: report(summary, control), holds: isClean && controlFailed };
}

async function runPoints(
  points: number,
  checksLease: boolean,
  say: ProofContext['say'],
): Promise<PointResult[]> {
  const results: PointResult[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'print-host-proof-'));
  try {
    for (let seed = 1; seed <= points; seed += 1) {
      results.push(await runPoint({ seed, checksLease, folder: join(folder, String(seed)) }));
      if (seed % 100 === 0)
        say(`${seed} of ${points} points${checksLease ? '' : ' without the lease check'}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return results;
}

type Figure = 'emissions' | 'doubles' | 'unbalanced' | 'unsettled';

function sum(results: readonly PointResult[], figure: Figure): number {
  return results.reduce((total, result) => total + result[figure], 0);
}

function report(summary: object, control: readonly PointResult[]): string {
  return [
    '# The print host killed and frozen',
    '',
    'Each point is a seed: two hosts, two simulated printers with scripted faults, four orders. One host is killed (and',
    'started again) or frozen for 200 seconds (lease: 120) before one of its calls to server, printer or own disk.',
    'Doubtful orders are then resolved by a person who believes only the plastic. The server is the print-order machine',
    "in memory; doubles are counted from the printers' own logs, the ledger is compared blank by blank.",
    '',
    ...Object.entries(summary).map(([name, value]) => `- ${name}: ${String(value)}`),
    `- without lease and step checks: ${sum(control, 'doubles')} doubles, ${sum(control, 'unbalanced')} unbalanced ` +
      `in ${control.length} points`,
    '',
  ].join('\n');
}

export const proofs = { 'print-host': printHostProof };
