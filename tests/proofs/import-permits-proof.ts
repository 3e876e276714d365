import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { importPermitsJob } from '@permit/server/old-permits/import-permits-job.ts';
import { loadavg } from 'node:os';
import makeTemplate from '../infrastructure/jest-global-setup.mjs';
import type { ApiClient } from '../../tools/road/api-client.ts';
import { startRoadServer } from '../road/road-server.ts';
import { REGISTER_HEADINGS, registerLine } from '../old-permits/old-register.ts';

const PIECE_BYTES = 4 * 1024 * 1024;
/** Of every thousand lines: one again, one that contradicts, one without a number. */
const ODD = { again: 500, contradicts: 700, refused: 900 };

/** `npm run prove -- import-permits [ROWS]`: a register of so many invented permits (default one million). */
export const proofs = {
  'import-permits': async ({ args, database, say }: Asked) => {
    const rows = Number(args[0] ?? '1000000');
    process.env['TEST_DATABASE_URL'] ??= await database();
    makeTemplate();
    const road = await startRoadServer();
    try {
      const administrator = await road.as('administrator');
      const uploadedAt = performance.now();
      const { uploadId, bytes } = await upload(administrator, rows);
      const uploadSeconds = (performance.now() - uploadedAt) / 1000;
      say(`${bytes} bytes uploaded in ${uploadSeconds.toFixed(1)} s`);
      const { importId } = await administrator.call('importPermits', {
        uploadId,
        source: 'invented register',
      });
      const startedAt = performance.now();
      const watch = watchMemory();
      const cpuBefore = process.cpuUsage();
      await workOnce(road.deps, 'import-permits', importPermitsJob());
      const cpu = process.cpuUsage(cpuBefore);
      const cpuSeconds = (cpu.user + cpu.system) / 1e6;
      const peakMegabytes = watch();
      const seconds = (performance.now() - startedAt) / 1000;
      const run = await administrator.call('getPermitImport', { importId });
      say(JSON.stringify(run));
      const thousands = Math.floor(rows / 1000);
      const holds =
        run.kept === rows - thousands &&
        [run.refused, run.duplicates, run.contradictions].every((count) => count === thousands) &&
        run.fileHash !== undefined &&
        run.problem === undefined;
      const { kept, refused, duplicates, contradictions } = run;
      const figures = { rows, bytes, kept, refused, duplicates, contradictions };
      const rates = {
        uploadSeconds,
        cpuSeconds,
        seconds,
        rowsPerSecond: rows / seconds,
        peakMegabytes,
        load: loadavg()[0]!,
      };
      return { summary: { ...figures, ...rates }, report: reportOf({ ...figures, ...rates }), holds };
    } finally {
      await road.close();
    }
  },
};

interface Asked {
  readonly args: readonly string[];
  database(): Promise<string>;
  say(sentence: string): void;
}

/** Two passes over the same invention: one to know the size, one to send it; the file is never whole in memory. */
async function upload(client: ApiClient, rows: number): Promise<{ uploadId: string; bytes: number }> {
  let bytes = 0;
  for (const piece of pieces(rows)) bytes += piece.length;
  const { uploadId } = await client.call('createUpload', { purpose: 'old-permits', bytes });
  let offset = 0;
  for (const piece of pieces(rows)) {
    await client.call('appendUpload', { uploadId, offset, bytes: new Uint8Array(piece) });
    offset += piece.length;
  }
  return { uploadId, bytes };
}

function* pieces(rows: number): Generator<Buffer> {
  let lines = [REGISTER_HEADINGS.join(',')];
  let length = 0;
  for (let index = 1; index <= rows; index += 1) {
    const line = oddLine(index).join(',');
    lines.push(line);
    length += line.length;
    if (length < PIECE_BYTES / 2) continue;
    yield Buffer.from(`${lines.join('\r\n')}\r\n`);
    [lines, length] = [[], 0];
  }
  if (lines.length > 0) yield Buffer.from(`${lines.join('\r\n')}\r\n`);
}

function oddLine(index: number): string[] {
  const place = index % 1000;
  if (place === ODD.again) return registerLine(index - 400);
  if (place === ODD.contradicts) return registerLine(index - 400).with(8, '10/01/2575');
  return place === ODD.refused ? registerLine(index).with(0, '') : registerLine(index);
}

/** Looks at the process five times a second; what it answers is the most it saw, in megabytes. */
function watchMemory(): () => number {
  let most = 0;
  const look = () => (most = Math.max(most, process.memoryUsage.rss()));
  look();
  const timer = setInterval(look, 200);
  return () => {
    clearInterval(timer);
    look();
    return Math.round(most / 1024 / 1024);
  };
}

function reportOf(figures: Record<string, number>): string {
  const line = (what: string, key: string, digits = 0) => `| ${what} | ${figures[key]!.toFixed(digits)} |`;
  return `A register of invented permits (Thai headings, Buddhist-era dates) is sent in pieces over HTTP, sealed as it
arrives, and worked off by the real job over a real PostgreSQL with durable settings: parsed, checked, sealed line by
line, kept with its place in the file. Of every thousand lines one repeats an earlier one word for word, one gives
another end to an earlier number, and one has no number.

| what | figure |
|---|---|
${[
  line('lines', 'rows'),
  line('bytes', 'bytes'),
  line('kept', 'kept'),
  line('refused, with line and reason', 'refused'),
  line('named as duplicates', 'duplicates'),
  line('named as contradictions', 'contradictions'),
  line('seconds to upload', 'uploadSeconds', 1),
  line('seconds to import', 'seconds', 1),
  line('of them the processor on the worker (PostgreSQL apart)', 'cpuSeconds', 1),
  line('lines a second', 'rowsPerSecond'),
  line('most memory of the process while importing (MB; the server is in it)', 'peakMegabytes'),
  line('load of the machine at the end (two cores)', 'load', 1),
].join('\n')}

Other programs were running on this machine meanwhile; the rates are lower bounds.`;
}
