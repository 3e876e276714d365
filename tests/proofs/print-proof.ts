import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import makeTemplate from '../infrastructure/jest-global-setup.mjs';
import { ORDERS_A_POINT } from './print/play-point.ts';
import type { Figures, PlayedShard, Shard } from './print/play-shard.ts';

const POINTS = 600;
const CONTROL_POINTS = 60;
/** Processes that play at the same time, each with a server and a database of its own. */
const SERVERS = 4;

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
    const folder = await mkdtemp(join(tmpdir(), 'print-proof-'));
    try {
      const control = Math.min(points, CONTROL_POINTS);
      const startedAt = performance.now();
      const shards = Array.from({ length: SERVERS }, (_, at) => ({
        folder: join(folder, String(at)),
        seeds: seedsOf(at, points),
        control: seedsOf(at, control),
      }));
      const played = await Promise.all(
        shards.map((shard, at) => inProcess(shard, (line) => say(`server ${at + 1}: ${line}`))),
      );
      const held = sumOf(played.map((one) => one.held));
      const loose = sumOf(played.map((one) => one.loose));
      const controlFailed = loose.doubles + loose.unbalanced > 0;
      const minutes = Math.round((performance.now() - startedAt) / 6_000) / 10;
      const summary = { points, ...held, controlFailed };
      const holds = held.doubles + held.unbalanced + held.unsettled === 0 && controlFailed;
      return { summary, report: reportOf(summary, { ...loose, points: control, minutes }), holds };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Seeds from 1 on, dealt out like cards: a point's story is the same however many servers there are. */
const seedsOf = (server: number, points: number) =>
  Array.from({ length: points }, (_, at) => at + 1).filter((seed) => seed % SERVERS === server);

async function inProcess(shard: Shard, say: (line: string) => void): Promise<PlayedShard> {
  const program = fileURLToPath(new URL('./print/shard-main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(shard)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  createInterface(child.stderr).on('line', say);
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`a server of the proof ended with ${String(code)}`);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as PlayedShard;
}

function sumOf(figures: readonly Figures[]): Figures {
  const sum = (name: keyof Figures) => figures.reduce((total, one) => total + one[name], 0);
  return {
    emissions: sum('emissions'),
    doubles: sum('doubles'),
    unbalanced: sum('unbalanced'),
    unsettled: sum('unsettled'),
  };
}

function reportOf(summary: object, control: Figures & { points: number; minutes: number }): string {
  return [
    '# The print host killed and frozen, on the real server',
    '',
    'Each point is a seed: two hosts, two simulated printers with scripted faults (jam at half, silent after the card,',
    `wrong serial), ${ORDERS_A_POINT} orders. One host is killed and started again, or frozen for 200 seconds (lease: 120), before one`,
    'of its calls to server, printer or own disk, while the other goes on. The server is the real one: HTTP, sign-in,',
    'PostgreSQL with row-level security, leases ended by its own clockwork; only its clock is put forward. Doubtful',
    'orders are resolved over the API by a clerk who believes only the plastic; that nothing came out is said by two',
    'persons, each with their own code. One permit with as many revisions as orders stands for the people, and all',
    'revisions share one small rendering, each under its own signature: rendering is not what is proved here.',
    `The seeds are dealt out to ${SERVERS} servers with databases of their own, which play at the same time (${control.minutes} minutes).`,
    "Doubles are counted from the printers' own logs; blanks, cards and `stockBalance` are compared with them.",
    '',
    ...Object.entries(summary).map(([name, value]) => `- ${name}: ${String(value)}`),
    '',
    'Control: every call carries the lease number of the moment, and a refusal of the step counts as a yes, as if there',
    `were no lease. In ${control.points} points: ${control.doubles} doubles, ${control.unbalanced} unbalanced, ${control.unsettled} points unsettled.`,
    '',
  ].join('\n');
}
