import { open, readFile } from 'node:fs/promises';

/** What happened to a piece of plastic, in the printer's own words. */
export interface Emission {
  readonly event: 'fed' | 'emitted' | 'ejected' | 'rejected';
  readonly serial: string;
  readonly printOrderId?: string;
  readonly sha256?: string;
}

/**
 * The printer's own append-only record, one JSON line an event, on the disk before the call returns. Proofs count
 * cards from it, so it knows nothing of the database and is never rewritten.
 */
export class EmissionsLog {
  readonly #path: string;
  readonly #clock: () => Date;

  constructor(path: string, clock: () => Date) {
    this.#path = path;
    this.#clock = clock;
  }

  async append(emission: Emission): Promise<void> {
    const handle = await open(this.#path, 'a');
    try {
      await handle.appendFile(`${JSON.stringify({ at: this.#clock().toISOString(), ...emission })}\n`);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  }

  /** Every whole line; a last line that a power cut left half written is passed over. */
  async read(): Promise<readonly Emission[]> {
    const text = await readFile(this.#path, 'utf8').catch(() => '');
    return text.split('\n').flatMap((line) => parseLine(line));
  }
}

function parseLine(line: string): Emission[] {
  try {
    return [JSON.parse(line) as Emission];
  } catch {
    return [];
  }
}
