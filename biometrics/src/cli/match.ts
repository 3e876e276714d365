import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { createEnginePool, inOrder } from '../pool/engine-pool.ts';

const USAGE = `usage: npm run bio -- match --all DIR --out FILE
       npm run bio -- match --pairs LIST [--templates DIR] --out FILE
DIR holds templates (.tpl). LIST has two names or paths a line; names are looked for in --templates, else beside LIST.
Writes "<a> <b> <score>" a line; a template that is missing, empty or malformed scores 0.`;

/** Pairs handed to a thread at a time. */
const CHUNK = 500;

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
  const chunks = Array.from({ length: Math.ceil(pairs.length / CHUNK) }, (_, k) =>
    pairs.slice(k * CHUNK, (k + 1) * CHUNK),
  );
  const pool = createEnginePool(Math.min(availableParallelism(), Math.max(1, chunks.length)));
  const stream = createWriteStream(out);
  const finished = new Promise<void>((done, failed) => stream.on('error', failed).on('finish', done));
  try {
    const scored = async (chunk: readonly Pair[]) => ({ chunk, scores: await pool.scorePairs(chunk) });
    const take = ({ chunk, scores }: Awaited<ReturnType<typeof scored>>) =>
      chunk.forEach(([a, b], k) => stream.write(`${parse(a).name} ${parse(b).name} ${scores[k]}\n`));
    await inOrder(chunks, { width: 2 * pool.threads, work: scored, take });
  } finally {
    stream.end();
    await pool.close();
  }
  await finished;
}
