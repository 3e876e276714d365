import { fork, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { MatchChunk } from './match-worker.ts';

const USAGE = `usage: npm run bio -- match --all DIR --out FILE
       npm run bio -- match --pairs LIST [--templates DIR] --out FILE
DIR holds templates (.tpl). LIST has two names or paths a line; names are looked for in --templates, else beside LIST.
Writes "<a> <b> <score>" a line; a template that is missing, empty or malformed scores 0.`;

/** Pairs handed to a worker at a time. */
const CHUNK = 2000;

type Pair = readonly [string, string];

/** `match`: exit 0 when done, 2 on wrong use. */
export async function run(args: readonly string[]): Promise<number> {
  const options = {
    all: { type: 'string' },
    pairs: { type: 'string' },
    templates: { type: 'string' },
    out: { type: 'string' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  if (values.out === undefined || (values.all === undefined) === (values.pairs === undefined)) {
    console.error(USAGE);
    return 2;
  }
  const pairs =
    values.all === undefined
      ? await listedPairs(values.pairs ?? '', values.templates)
      : allPairs(await templatesIn(values.all));
  await writeScores(pairs, values.out);
  return 0;
}

async function templatesIn(dir: string): Promise<string[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.tpl'));
  return names.sort().map((name) => join(dir, name));
}

function allPairs(files: readonly string[]): Pair[] {
  return files.flatMap((a, i) => files.slice(i + 1).map((b): Pair => [a, b]));
}

/** A line's words are paths to templates, or names of templates in the folder. */
async function listedPairs(list: string, templates: string | undefined): Promise<Pair[]> {
  const place = (word: string): string => {
    if (word.endsWith('.tpl') && (word.includes('/') || templates === undefined)) return word;
    return join(templates ?? dirname(list), `${parse(word).name}.tpl`);
  };
  const lines = (await readFile(list, 'utf8')).split('\n').map((line) => line.trim().split(/\s+/));
  return lines.flatMap(([a, b]): Pair[] => (a && b ? [[place(a), place(b)]] : []));
}

/** Spreads the pairs over all cores and writes their scores in order. */
async function writeScores(pairs: readonly Pair[], out: string): Promise<void> {
  const scores = new Float64Array(pairs.length);
  const chunks = Array.from({ length: Math.ceil(pairs.length / CHUNK) }, (_, k) => k * CHUNK);
  const workers = Array.from({ length: Math.min(availableParallelism(), chunks.length) }, () => newWorker());
  await Promise.all(workers.map((worker) => drain(worker, { pairs, chunks, scores })));
  const stream = createWriteStream(out);
  pairs.forEach(([a, b], k) => stream.write(`${parse(a).name} ${parse(b).name} ${scores[k]}\n`));
  await new Promise<void>((done, failed) => stream.on('error', failed).end(done));
}

/** A process of its own: it inherits the TypeScript loader, which threads of Node 20 do not. */
function newWorker(): ChildProcess {
  return fork(fileURLToPath(new URL('./match-worker.ts', import.meta.url)), { serialization: 'advanced' });
}

interface Work {
  readonly pairs: readonly Pair[];
  /** Starts of the chunks that nobody took yet. */
  readonly chunks: number[];
  readonly scores: Float64Array;
}

async function drain(worker: ChildProcess, { pairs, chunks, scores }: Work): Promise<void> {
  for (let start = chunks.shift(); start !== undefined; start = chunks.shift()) {
    const chunk: MatchChunk = pairs.slice(start, start + CHUNK);
    scores.set(await scoresOf(worker, chunk), start);
  }
  worker.disconnect();
}

function scoresOf(worker: ChildProcess, chunk: MatchChunk): Promise<Float64Array> {
  return new Promise((answer, failed) => {
    worker.removeAllListeners().once('message', answer);
    worker.once('exit', (code) => failed(new Error(`a match worker ended with ${code}`)));
    worker.once('error', failed);
    worker.send(chunk);
  });
}
