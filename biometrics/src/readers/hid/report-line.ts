import { asReaderError, ReaderError } from '../reader-error.ts';
import { withDeadline, type ReaderTime } from '../reader-time.ts';
import type { HidConnection } from './hid-transport.ts';
import { readReport, type DeviceReport } from './open-capture-reports.ts';

/** Reports of one device, one after the other. */
export interface ReportLine {
  send(report: Uint8Array): Promise<void>;
  /** The next report; `removed` after a second of silence or when the device is gone. */
  next(signal: AbortSignal): Promise<DeviceReport>;
  close(): Promise<void>;
}

/** A device must be heard at least this often while it works (protocol §3). */
export const SILENCE_LIMIT_MS = 1_000;
/** More than any credit that we give: a device that fills this does not keep to its credit. */
export const MOST_WAITING_REPORTS = 512;

/** Queues what arrives, up to a bound, and turns silence and unplugging into `removed`. */
export function reportLine(connection: HidConnection, time: ReaderTime): ReportLine {
  const waiting: Uint8Array[] = [];
  let fault: ReaderError | undefined;
  let wake: (() => void) | undefined;

  const fail = (error: ReaderError): void => {
    fault ??= error;
    wake?.();
  };
  connection.onReport((report) => {
    if (waiting.length >= MOST_WAITING_REPORTS)
      fail(new ReaderError('tampered', 'the device floods the line'));
    else waiting.push(report);
    wake?.();
  });
  connection.onGone((reason) => fail(new ReaderError('removed', reason)));

  const arrival = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  return {
    send: async (report) => {
      if (fault !== undefined) throw fault;
      await connection.write(report).catch((error: unknown) => {
        throw new ReaderError('removed', `writing failed: ${asReaderError(error).detail}`);
      });
    },
    next: async (signal) => {
      while (waiting.length === 0) {
        if (fault !== undefined) throw fault;
        const limit = { milliseconds: SILENCE_LIMIT_MS, what: 'waiting for the device', signal };
        await withDeadline(time, limit, arrival).catch((error: unknown) => {
          const { problem, detail } = asReaderError(error);
          throw new ReaderError(problem === 'timeout' ? 'removed' : problem, detail);
        });
      }
      return readReport(waiting.shift()!);
    },
    close: () => connection.close(),
  };
}
