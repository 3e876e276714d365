import {
  decodeIpp,
  encodeIpp,
  IPP_OPERATION,
  IPP_TAG,
  type IppAttribute,
  type IppResponse,
} from './ipp-message.ts';

/** States of RFC 8011 §5.3.7 (job) and §5.4.12 (printer) that matter here. */
const JOB_ENDED = { 7: 'cancelled', 8: 'aborted', 9: 'completed' } as const;
const PRINTER_STOPPED = 5;

export class IppProblem extends Error {
  readonly status: number;
  constructor(operation: string, status: number) {
    super(`${operation}: IPP status 0x${status.toString(16).padStart(4, '0')}`);
    this.status = status;
  }
}

export type JobState = 'running' | 'completed' | 'aborted' | 'cancelled';

export interface PrinterState {
  readonly stopped: boolean;
  readonly acceptingJobs: boolean;
  /** Keywords such as `cover-open` or `media-jam-error`; `none` is left out. */
  readonly reasons: readonly string[];
}

export interface IppDocument {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface IppClient {
  /** Hands a document over; the job's number. */
  printJob(document: IppDocument): Promise<number>;
  jobState(jobId: number): Promise<JobState>;
  printerState(): Promise<PrinterState>;
}

const TIMEOUT_MS = 20_000;

/**
 * A client of one IPP printer or CUPS queue (`ipp://` or `http://`). Throws IppProblem where the printer refuses,
 * the network's own error where it does not answer.
 */
export function ippClient(printerUri: string, timeoutMs = TIMEOUT_MS): IppClient {
  let requestId = 0;
  const ask = async (
    operation: keyof typeof IPP_OPERATION,
    more: readonly IppAttribute[],
    document?: Uint8Array,
  ) => {
    requestId += 1;
    const attributes = [...headAttributes(printerUri), ...more];
    const message = encodeIpp({
      operation: IPP_OPERATION[operation],
      requestId,
      attributes,
      ...(document ? { document } : {}),
    });
    const answer = await post(printerUri, message, timeoutMs);
    if (!answer || answer.status >= 0x0100) throw new IppProblem(operation, answer?.status ?? 0xffff);
    return answer;
  };
  return {
    async printJob({ name, mediaType, bytes }) {
      const job = await ask(
        'printJob',
        [
          { tag: IPP_TAG.nameWithoutLanguage, name: 'requesting-user-name', value: 'print-host' },
          { tag: IPP_TAG.nameWithoutLanguage, name: 'job-name', value: name },
          { tag: IPP_TAG.mimeMediaType, name: 'document-format', value: mediaType },
        ],
        bytes,
      );
      return numberOf(job, 'job-id');
    },
    async jobState(jobId) {
      const job = await ask('getJob', [{ tag: IPP_TAG.integer, name: 'job-id', value: jobId }]);
      return JOB_ENDED[numberOf(job, 'job-state') as keyof typeof JOB_ENDED] ?? 'running';
    },
    async printerState() {
      const printer = await ask('getPrinter', []);
      return {
        stopped: numberOf(printer, 'printer-state') === PRINTER_STOPPED,
        acceptingJobs: printer.attributes.get('printer-is-accepting-jobs')?.[0] !== false,
        reasons: (printer.attributes.get('printer-state-reasons') ?? [])
          .map(String)
          .filter((one) => one !== 'none'),
      };
    },
  };
}

function headAttributes(printerUri: string): IppAttribute[] {
  return [
    { tag: IPP_TAG.charset, name: 'attributes-charset', value: 'utf-8' },
    { tag: IPP_TAG.naturalLanguage, name: 'attributes-natural-language', value: 'en' },
    { tag: IPP_TAG.uri, name: 'printer-uri', value: printerUri.replace(/^http/, 'ipp') },
  ];
}

async function post(
  printerUri: string,
  message: Buffer,
  timeoutMs: number,
): Promise<IppResponse | undefined> {
  const address = new URL(printerUri.replace(/^ipp/, 'http'));
  // IPP's own port, where the address names none.
  if (address.port === '' && printerUri.startsWith('ipp')) address.port = '631';
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/ipp' },
    body: new Uint8Array(message),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`printer answered HTTP ${response.status}`);
  return decodeIpp(Buffer.from(await response.arrayBuffer()));
}

function numberOf(response: IppResponse, name: string): number {
  const value = response.attributes.get(name)?.[0];
  if (typeof value !== 'number') throw new IppProblem(`${name} missing`, response.status);
  return value;
}
