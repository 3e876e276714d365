import { ReaderError } from '../reader-error.ts';
import { COMMAND, problemOfFail, VERSION } from './open-capture-codes.ts';
import { writeCommand, type DeviceReport } from './open-capture-reports.ts';
import type { ReportLine } from './report-line.ts';

/** One command and everything that belongs to it. */
export interface Conversation {
  readonly line: ReportLine;
  readonly tag: number;
  /** Bytes of a report after its id. */
  readonly payload: number;
  readonly signal: AbortSignal;
}

/** Old reports that may still arrive after an abort; more is a device that does not stop. */
const MOST_STALE_REPORTS = 1_024;
/** The smallest report that can carry HELLO; asked with it before the device's own size is known. */
export const FIRST_PAYLOAD = 63;
const KNOWN_PAYLOADS = [63, 1023];

/** The next report of this conversation; FAIL becomes its problem, others' reports are passed over. */
export async function nextOf({ line, tag, signal }: Conversation): Promise<DeviceReport> {
  for (let stale = 0; stale < MOST_STALE_REPORTS; stale++) {
    const report = await line.next(signal);
    if (report.tag !== tag || report.is === 'other') continue;
    if (report.is === 'fail')
      throw new ReaderError(problemOfFail(report.code), `the device says FAIL ${report.code}`);
    return report;
  }
  throw new ReaderError('malformed', 'the device does not stop with what is over');
}

/** Agrees on a version; returns the device's report size. `unsupported` when there is no common version. */
export async function sayHello(line: ReportLine, tag: number, signal: AbortSignal): Promise<number> {
  await line.send(writeCommand(COMMAND.hello, tag, { payload: FIRST_PAYLOAD, bytes: [VERSION] }));
  const report = await nextOf({ line, tag, payload: FIRST_PAYLOAD, signal });
  if (report.is !== 'hello') throw new ReaderError('malformed', `${report.is} instead of HELLO`);
  if (report.major !== VERSION) {
    throw new ReaderError('unsupported', `the device speaks version ${report.major}, we speak ${VERSION}`);
  }
  if (!KNOWN_PAYLOADS.includes(report.payload)) {
    throw new ReaderError('malformed', `reports of ${report.payload} bytes`);
  }
  return report.payload;
}
