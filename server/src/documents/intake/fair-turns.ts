import { ApiError } from '../../errors.ts';

/** For whom a file waits, and how many of theirs may wait at once. */
export interface Turn {
  readonly of: string;
  readonly atMost: number;
}

/** Papers that one filer may have waiting: a browser sends one at a time, software some at once. */
export const MOST_OF_ONE_FILER = 20;
/** A file that would wait behind so many others is better sent again: a minute's work at a second each. */
const MOST_WAITING = 120;
const COME_AGAIN_SECONDS = 10;

/** Work of our own that asks for one file after another by itself. */
export const OURS: Turn = { of: '', atMost: Number.POSITIVE_INFINITY };

/** The turn of a party: whoever files for it, by whatever account or key, waits in one line. */
export const turnOf = (party: string): Turn => ({ of: party, atMost: MOST_OF_ONE_FILER });

/**
 * Workers handed out in turn to all who wait, one file of each, however many of theirs wait: who sends a hundred files
 * makes nobody else wait longer than one of them. Within a line the first that came is the first.
 */
export class FairTurns<Worker> {
  readonly #idle: Worker[];
  /** Lines in the order of their turns; a line that was served goes to the end. */
  readonly #lines = new Map<string, ((worker: Worker) => void)[]>();
  #waiting = 0;

  constructor(workers: readonly Worker[]) {
    this.#idle = [...workers];
  }

  /** Throws where this filer, or everybody together, has too many waiting; nothing of the file is kept then. */
  async take({ of, atMost }: Turn): Promise<Worker> {
    const worker = this.#idle.pop();
    if (worker !== undefined) return worker;
    const line = this.#lines.get(of) ?? [];
    if (line.length >= atMost)
      throw new ApiError('too-many-requests', {
        detailCode: 'papers-waiting',
        retryAfterSeconds: COME_AGAIN_SECONDS,
      });
    if (this.#waiting >= MOST_WAITING) throw new ApiError('unavailable', { retryAfterSeconds: 30 });
    this.#lines.set(of, line);
    this.#waiting += 1;
    return new Promise((resolve) => line.push(resolve));
  }

  /** The worker goes to the line whose turn it is. */
  giveBack(worker: Worker): void {
    const [next] = this.#lines;
    if (!next) {
      this.#idle.push(worker);
      return;
    }
    const [of, line] = next;
    const first = line.shift()!;
    this.#lines.delete(of);
    if (line.length > 0) this.#lines.set(of, line);
    this.#waiting -= 1;
    first(worker);
  }
}
