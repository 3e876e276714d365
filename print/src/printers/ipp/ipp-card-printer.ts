import type { CardPrinter, PrinterProblem, PrinterStatus, PrintReport } from '../card-printer.ts';
import type { IppClient, JobState } from './ipp-client.ts';

/** Whatever reads the serial of a blank at this desk: a hand scanner, or the clerk. */
export interface SerialScanner {
  /** The blank that will go in next. */
  blankInFront(): Promise<string | undefined>;
  /** The card that came out. */
  cardOut(): Promise<string | undefined>;
  /** Tells the person where to put it. */
  putAway(serial: string, into: 'hopper' | 'reject-bin'): Promise<void>;
}

export interface IppCardPrinterOptions {
  readonly client: IppClient;
  readonly scanner: SerialScanner;
  readonly pause: (ms: number) => Promise<void>;
  /** How often the job is asked after, and how many times before it counts as lost. */
  readonly pollMs?: number;
  readonly mostPolls?: number;
}

/**
 * A card printer behind CUPS or IPP. The protocol says how a job ended but nothing of the plastic, so the serial is
 * scanned before and after by the desk's scanner; a job that did not complete is doubtful, never failed.
 */
export function ippCardPrinter(options: IppCardPrinterOptions): CardPrinter {
  const { client, scanner } = options;
  return {
    status: async () => statusOf(await client.printerState()),
    scanBlank: () => scanner.blankInFront(),
    async printFaces({ pdf, printOrderId }) {
      let jobId: number;
      try {
        jobId = await client.printJob({ name: printOrderId, mediaType: 'application/pdf', bytes: pdf });
      } catch {
        // The document may have arrived although its answer did not.
        return { outcome: 'doubtful', problem: 'no-answer' };
      }
      return reportOf(await endOfJob(options, jobId), scanner);
    },
    eject: (serial) => scanner.putAway(serial, 'hopper'),
    reject: (serial) => scanner.putAway(serial, 'reject-bin'),
  };
}

async function endOfJob(options: IppCardPrinterOptions, jobId: number): Promise<JobState> {
  const { client, pause, pollMs = 1_000, mostPolls = 120 } = options;
  for (let poll = 0; poll < mostPolls; poll += 1) {
    const state = await client.jobState(jobId).catch((): JobState => 'running');
    if (state !== 'running') return state;
    await pause(pollMs);
  }
  return 'running';
}

async function reportOf(state: JobState, scanner: SerialScanner): Promise<PrintReport> {
  if (state === 'running') return { outcome: 'doubtful', problem: 'no-answer' };
  if (state !== 'completed') return { outcome: 'doubtful', problem: 'print-failed' };
  const serialReadBack = await scanner.cardOut();
  return {
    outcome: 'card-out',
    cardsCounted: 1,
    ...(serialReadBack === undefined ? {} : { serialReadBack }),
  };
}

/** Keywords of RFC 8011 §5.4.12 begin with these; their endings (-error, -warning, -report) vary by maker. */
const PROBLEMS: readonly (readonly [prefix: string, problem: PrinterProblem])[] = [
  ['cover-open', 'cover-open'],
  ['door-open', 'cover-open'],
  ['interlock-open', 'cover-open'],
  ['media-jam', 'jam'],
  ['media-empty', 'no-blank'],
  ['media-needed', 'no-blank'],
  ['marker-supply-empty', 'ribbon-out'],
  ['marker-ribbon-empty', 'ribbon-out'],
  ['toner-empty', 'ribbon-out'],
  ['offline', 'offline'],
  ['connecting-to-device', 'offline'],
];

function statusOf(state: {
  stopped: boolean;
  acceptingJobs: boolean;
  reasons: readonly string[];
}): PrinterStatus {
  const known = PROBLEMS.find(([prefix]) => state.reasons.some((reason) => reason.startsWith(prefix)));
  if (known) return { ready: false, problem: known[1] };
  return state.stopped || !state.acceptingJobs ? { ready: false, problem: 'offline' } : { ready: true };
}
