import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { submitRows, type PlainTables } from './submit-rows.ts';
import { startBenchServer, type BenchServer } from './bench-server.ts';

/** What the bench is handed by `npm run bench` (tools/launch/measuring-services.ts). */
export interface Services {
  database(): Promise<string>;
  folder(): string;
  postgresTool(name: 'pgbench'): Promise<{ program: string; env: NodeJS.ProcessEnv }>;
}

const CLIENTS = 32;
const ROUNDS = 5;
const SUBMITS_A_ROUND = 320;
const CONTROL_SECONDS = 3;

/**
 * Accepted applications a second (token, parsing, row-level security, idempotency, findings, bill, history, audit,
 * durable commit) against pgbench writing the same rows at 32 clients, by turns in one run, same durability.
 */
export async function submit(services: Services) {
  const url = await services.database();
  const server = await startBenchServer(url, services.folder());
  try {
    const tables = await submitRows(url);
    const script = writeScript(services.folder(), tables);
    const pgbench = await services.postgresTool('pgbench');
    const pairs: { candidate: number; control: number }[] = [];
    const latencies: number[] = [];
    await submitMany(server, 64, []);
    for (let round = 0; round < ROUNDS; round += 1) {
      const candidate = await submitMany(server, SUBMITS_A_ROUND, latencies);
      pairs.push({ candidate, control: await runPgbench(pgbench, url, script) });
    }
    return figures(pairs, latencies);
  } finally {
    await server.close();
  }
}

/** Files that many prepared drafts with 32 requests under way; answers accepted a second. */
async function submitMany(server: BenchServer, count: number, latencies: number[]): Promise<number> {
  const { documents: _d, overruled: _o, declaration: _x, ...draft } = SAMPLE_R59M;
  const drafts = await server.prepareDrafts(draft, count);
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let next = drafts.pop(); next; next = drafts.pop()) {
        const asked = performance.now();
        await server.submit(next);
        latencies.push(performance.now() - asked);
      }
    }),
  );
  return count / ((performance.now() - startedAt) / 1000);
}

function writeScript(folder: string, { statements }: PlainTables): string {
  const path = join(folder, 'submit.pgbench.sql');
  writeFileSync(path, `\\set n random(1, 2000000000)\nBEGIN;\n${statements.join(';\n')};\nCOMMIT;\n`);
  return path;
}

async function runPgbench(
  { program, env }: { program: string; env: NodeJS.ProcessEnv },
  url: string,
  script: string,
): Promise<number> {
  const flags = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(CLIENTS),
    '-j',
    '2',
    '-T',
    String(CONTROL_SECONDS),
    '-f',
    script,
    url,
  ];
  const child = spawn(program, flags, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  await new Promise((resolve) => child.once('close', resolve));
  const tps = /tps = ([\d.]+)/.exec(output)?.[1];
  if (!tps) throw new Error(`pgbench gave no figure:\n${output}`);
  return Number(tps);
}

function figures(pairs: readonly { candidate: number; control: number }[], latencies: number[]) {
  const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const candidate = middle(pairs.map((pair) => pair.candidate));
  const control = middle(pairs.map((pair) => pair.control));
  latencies.sort((a, b) => a - b);
  return {
    name: 'submit',
    unit: 'accepted/s',
    candidate,
    control,
    ratio: candidate / control,
    worstPair: Math.min(...pairs.map((pair) => pair.candidate / pair.control)),
    pairs,
    p50Ms: middle(latencies),
    p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
    clients: CLIENTS,
  };
}
