import { nextBlank, type BlankRange } from '../blank-feeder.ts';
import type { PrinterProblem, PrinterStatus, PrintReport } from '../card-printer.ts';
import type { EmissionsLog } from '../emissions-log.ts';
import type { PrinterFault } from './faults.ts';

export interface SimulatedJob {
  readonly printOrderId: string;
  readonly blankSerial: string;
  readonly sha256: string;
}

/** `silent`: the machine does what it does and never answers. `cut`: the line is dead before anything happens. */
export type SimulatedAnswer = PrintReport | 'silent' | 'cut';

/**
 * A card printer that is not there, with faults by script. It says what a real one would say, which is not always
 * the truth; the truth is in its emissions log.
 */
export class SimulatedPrinter {
  readonly #blanks: BlankRange;
  readonly #log: EmissionsLog;
  readonly #script: PrinterFault[];
  #standing: PrinterProblem | undefined;

  constructor(blanks: BlankRange, log: EmissionsLog, script: readonly PrinterFault[]) {
    this.#blanks = blanks;
    this.#log = log;
    this.#script = [...script];
  }

  async status(): Promise<PrinterStatus> {
    if (this.#standing) return { ready: false, problem: this.#standing };
    return (await this.blank()) === undefined ? { ready: false, problem: 'no-blank' } : { ready: true };
  }

  blank(): Promise<string | undefined> {
    return nextBlank(this.#blanks, this.#log);
  }

  addFaults(faults: readonly PrinterFault[]): void {
    this.#script.push(...faults);
  }

  /** A person closed the cover and put in a ribbon. */
  mend(): void {
    this.#standing = undefined;
  }

  putAway(event: 'ejected' | 'rejected', serial: string): Promise<void> {
    return this.#log.append({ event, serial });
  }

  async print(job: SimulatedJob): Promise<SimulatedAnswer> {
    if (this.#standing) return { outcome: 'nothing-happened', problem: this.#standing };
    if ((await this.blank()) !== job.blankSerial) {
      return { outcome: 'nothing-happened', problem: 'serial-differs' };
    }
    return this.#withFault(job, this.#script.shift() ?? 'none');
  }

  async #withFault(job: SimulatedJob, fault: PrinterFault): Promise<SimulatedAnswer> {
    const good: PrintReport = { outcome: 'card-out', serialReadBack: job.blankSerial, cardsCounted: 1 };
    switch (fault) {
      case 'none':
        return this.#emit(job, good);
      case 'jam-at-half':
        await this.#feed(job);
        return { outcome: 'doubtful', problem: 'jam' };
      case 'success-without-card':
        return { outcome: 'card-out', cardsCounted: 1 };
      case 'card-reported-failed':
        return this.#emit(job, { outcome: 'nothing-happened', problem: 'print-failed' });
      case 'two-cards':
        return this.#emitTwo(job, { ...good, cardsCounted: 2 });
      case 'wrong-serial':
        return this.#emit(job, { ...good, serialReadBack: `${job.blankSerial}-X` });
      case 'ribbon-out':
      case 'cover-open':
        this.#standing = fault;
        return { outcome: 'nothing-happened', problem: fault };
      case 'silent-time-out':
        return 'silent';
      case 'silent-after-card':
        return this.#emit(job, 'silent');
      case 'offline':
        return 'cut';
    }
  }

  #feed({ blankSerial, printOrderId }: SimulatedJob): Promise<void> {
    return this.#log.append({ event: 'fed', serial: blankSerial, printOrderId });
  }

  async #emit<A>(job: SimulatedJob, answer: A): Promise<A> {
    await this.#feed(job);
    const { blankSerial, printOrderId, sha256 } = job;
    await this.#log.append({ event: 'emitted', serial: blankSerial, printOrderId, sha256 });
    return answer;
  }

  /** The second blank stuck to the first and came out with it, unprinted. */
  async #emitTwo<A>(job: SimulatedJob, answer: A): Promise<A> {
    await this.#emit(job, answer);
    const second = await this.blank();
    if (second !== undefined) await this.#log.append({ event: 'fed', serial: second });
    return answer;
  }
}
