import { readImage, readRecordImages } from '../images/read-image.ts';
import { MalformedRecordError } from './malformed-record-error.ts';
import { fieldMutations, randomMutation, repaired, seededRandom } from './mutation/mutate.ts';
import { observedFields, type Field } from './mutation/observed-fields.ts';
import { isRecord, readRecord } from './read-record.ts';
import { sampleFiles, type SampleFile } from './sample-records.ts';

const SLOWEST_MS = 2000;
/** What the process may grow by; with its own 100 MB that keeps it under 500 MB. */
const MOST_GROWTH_BYTES = 400 * 1024 * 1024;
const SEED = 20260228;

/** Length of the first header of each kind, by the sample's extension. */
const FIRST_HEADER: Readonly<Record<string, number>> = {
  ...{
    fir: 16,
    iir: 16,
    fac: 14,
    fmr: 15,
    png: 33,
    jpg: 4,
    tif: 8,
    bmp: 54,
    pgm: 11,
    jp2: 12,
    j2k: 4,
    wsq: 4,
  },
};
const TOTAL_LENGTH: Field = { offset: 8, width: 4, little: false };
const ANSI_TOTAL_LENGTH: Field = { offset: 8, width: 2, little: false };

export interface FormatsProof {
  readonly name: 'formats';
  readonly records: number;
  /** Fields that the readers look at, each set to every boundary value. */
  readonly fields: number;
  readonly accepted: number;
  readonly refused: number;
  /** Share of the records that were accepted, or refused only behind the first header. */
  readonly pastFirstHeader: number;
  readonly crashes: number;
  readonly slow: number;
  readonly slowestMs: number;
  readonly slowestName: string;
  readonly peakMemoryMb: number;
  /** Up to ten descriptions of what went wrong. */
  readonly faults: readonly string[];
  /** Broken invariants: crashes, slow ones, too much memory, too few past the first header. */
  readonly broken: number;
}

/**
 * Mutates a synthetic record or picture of every kind: every number that a reader looks at, at all its
 * boundary values, then random changes up to `wanted` records. Nothing but MalformedRecordError may come
 * out, within 2 s each and 500 MB in all; at least half must get past the first header, and the unharmed
 * file must still be read afterwards (a codec may not be left broken by what it refused).
 */
export async function proveFormats(wanted = 10_000): Promise<FormatsProof> {
  const tally = new Tally();
  const random = seededRandom(SEED);
  const samples = await Promise.all((await sampleFiles()).map(observe));
  // Each kind gets an equal share, so that those with many fields do not drown the others.
  const share = Math.ceil(wanted / samples.length);
  for (const sample of samples) {
    const systematic = thinned(fieldMutations(sample.file.bytes, sample.fields), share);
    for (let i = 0; i < share; i++) {
      const chosen = systematic[i] ?? randomMutation(sample.file.bytes, sample.fields, random);
      const changesLength = chosen.length !== sample.file.bytes.length;
      await tally.run(sample.file, repaired(chosen, changesLength ? sample.total : undefined));
    }
    await tally.runUnharmed(sample.file);
  }
  return tally.proof(samples.reduce((sum, { fields }) => sum + fields.length, 0));
}

interface Observed {
  readonly file: SampleFile;
  readonly fields: readonly Field[];
  readonly total: Field | undefined;
}

async function observe(file: SampleFile): Promise<Observed> {
  const fields = await observedFields(file.bytes, () => readWhole(file.bytes));
  if (!isRecord(file.bytes)) return { file, fields, total: undefined };
  return { file, fields, total: file.name.startsWith('ansi') ? ANSI_TOTAL_LENGTH : TOTAL_LENGTH };
}

/** At most `most`, evenly spread: entropy-coded data count as numbers too and are many. */
function thinned<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, i) => items[Math.floor(i * step)]!);
}

async function readWhole(bytes: Uint8Array): Promise<void> {
  if (isRecord(bytes)) await readRecordImages(bytes, readRecord(bytes));
  else await readImage(bytes);
}

class Tally {
  #records = 0;
  #accepted = 0;
  #past = 0;
  #crashes = 0;
  #slow = 0;
  #slowest = { ms: 0, name: '' };
  readonly #atStart = process.memoryUsage.rss();
  #peak = 0;
  readonly #faults: string[] = [];

  async run(file: SampleFile, bytes: Uint8Array): Promise<void> {
    const start = process.cpuUsage();
    const fault = await readWhole(bytes).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    this.#records++;
    this.#time(file.name, processorMs(start));
    this.#peak = Math.max(this.#peak, process.memoryUsage.rss());
    if (fault === undefined) {
      this.#accepted++;
      this.#past++;
    } else if (fault instanceof MalformedRecordError) {
      if (fault.offset >= FIRST_HEADER[file.name.split('.').at(-1)!]!) this.#past++;
    } else {
      this.#crashes++;
      this.#note(`${file.name}: ${String(fault)}`);
    }
  }

  async runUnharmed(file: SampleFile): Promise<void> {
    await readWhole(file.bytes).catch((fault: unknown) => {
      this.#crashes++;
      this.#note(`${file.name} is no longer read: ${String(fault)}`);
    });
  }

  proof(fields: number): FormatsProof {
    const pastFirstHeader = this.#past / this.#records;
    const tooMuch = this.#peak - this.#atStart > MOST_GROWTH_BYTES ? 1 : 0;
    const tooShallow = pastFirstHeader < 0.5 ? 1 : 0;
    return {
      name: 'formats',
      records: this.#records,
      fields,
      accepted: this.#accepted,
      refused: this.#records - this.#accepted - this.#crashes,
      pastFirstHeader: Math.round(pastFirstHeader * 1000) / 1000,
      crashes: this.#crashes,
      slow: this.#slow,
      slowestMs: Math.round(this.#slowest.ms),
      slowestName: this.#slowest.name,
      peakMemoryMb: Math.round(this.#peak / 2 ** 20),
      faults: this.#faults,
      broken: this.#crashes + this.#slow + tooMuch + tooShallow,
    };
  }

  #time(name: string, ms: number): void {
    if (ms > this.#slowest.ms) this.#slowest = { ms, name };
    if (ms <= SLOWEST_MS) return;
    this.#slow++;
    this.#note(`${name}: ${Math.round(ms)} ms`);
  }

  #note(text: string): void {
    if (this.#faults.length < 10) this.#faults.push(text);
  }
}

/** Time of the processor, so that a busy machine makes no reader a hanging one; one that hangs burns it all. */
function processorMs(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
