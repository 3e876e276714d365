import { ReaderError } from '../reader-error.ts';
import { EVENT, FIRST_VENDOR_EVENT, REPORT } from './open-capture-codes.ts';

/** What BLOCK announces. */
export interface BlockHead {
  readonly index: number;
  readonly count: number;
  readonly kind: number;
  readonly position: number;
  readonly quality: number;
  readonly width: number;
  readonly height: number;
  readonly ppi: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly sequence: number;
  readonly length: number;
  readonly crc: number;
}

/** A report of the device, read. */
export type DeviceReport =
  | { readonly is: 'hello'; readonly tag: number; readonly major: number; readonly payload: number }
  | { readonly is: 'state'; readonly tag: number; readonly state: number }
  | { readonly is: 'block'; readonly tag: number; readonly head: BlockHead }
  | { readonly is: 'done'; readonly tag: number; readonly blocks: number }
  | { readonly is: 'fail'; readonly tag: number; readonly code: number }
  | {
      readonly is: 'data';
      readonly tag: number;
      readonly index: number;
      readonly chunk: number;
      readonly bytes: Uint8Array;
    }
  | { readonly is: 'other'; readonly tag: number };

const HEAD_BYTES = 34;
const DATA_HEAD_BYTES = 5;
const HELLO_BYTES = 7;

/** A command, padded to the device's report size. */
export function writeCommand(
  command: number,
  tag: number,
  { payload, bytes = [] }: { readonly payload: number; readonly bytes?: readonly number[] },
): Uint8Array {
  const report = new Uint8Array(payload + 1);
  report.set([REPORT.command, command, tag, ...bytes]);
  return report;
}

export function u16(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

export function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

/** Reads one report; `malformed` for what the protocol does not know. */
export function readReport(report: Uint8Array): DeviceReport {
  if (report.length < DATA_HEAD_BYTES + 1)
    throw new ReaderError('malformed', `a report of ${report.length} bytes`);
  const view = new DataView(report.buffer, report.byteOffset, report.byteLength);
  if (report[0] === REPORT.data) return readData(report, view);
  if (report[0] !== REPORT.event) throw new ReaderError('malformed', `a report with id ${report[0]}`);
  const tag = report[2]!;
  switch (report[1]) {
    case EVENT.hello:
      return readHello(report, view);
    case EVENT.state:
      return { is: 'state', tag, state: report[3]! };
    case EVENT.block:
      return { is: 'block', tag, head: readHead(view) };
    case EVENT.done:
      return { is: 'done', tag, blocks: report[3]! };
    case EVENT.fail:
      return { is: 'fail', tag, code: report[3]! };
    default:
      if (report[1]! >= FIRST_VENDOR_EVENT) return { is: 'other', tag };
      throw new ReaderError('malformed', `an event ${report[1]}`);
  }
}

function readHello(report: Uint8Array, view: DataView): DeviceReport {
  if (report.length < HELLO_BYTES) throw new ReaderError('malformed', 'a HELLO that is too short');
  return { is: 'hello', tag: report[2]!, major: report[3]!, payload: view.getUint16(5, true) };
}

function readData(report: Uint8Array, view: DataView): DeviceReport {
  return {
    is: 'data',
    tag: report[1]!,
    index: report[2]!,
    chunk: view.getUint16(3, true),
    bytes: report.subarray(DATA_HEAD_BYTES),
  };
}

function readHead(view: DataView): BlockHead {
  if (view.byteLength < HEAD_BYTES) throw new ReaderError('malformed', 'a BLOCK that is too short');
  return {
    index: view.getUint8(3),
    count: view.getUint8(4),
    kind: view.getUint8(5),
    position: view.getUint8(6),
    quality: view.getUint8(7),
    width: view.getUint16(8, true),
    height: view.getUint16(10, true),
    ppi: view.getUint16(12, true),
    time: Number(view.getBigUint64(14, true)),
    sequence: view.getUint32(22, true),
    length: view.getUint32(26, true),
    crc: view.getUint32(30, true),
  };
}
