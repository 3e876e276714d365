import type { KeyObject } from 'node:crypto';
import type { ReaderTime } from '../../reader-time.ts';
import { blockReport, dataReport, eventReport, signPicture, type DrawnBlock } from './device-reports.ts';

/**
 * A device of the open capture protocol, written from docs/reader-protocol.md alone and sharing no
 * code with the host: what both replay is what the document says.
 */
export interface OpenCaptureDevice {
  /** A report of the host, id byte first. */
  receive(report: Uint8Array): void;
  onSend(listener: (report: Uint8Array) => void): void;
  /** The plug is pulled: nothing is sent any more. */
  unplug(): void;
}

/** A picture that the sensor sees now. */
export interface SensorPicture {
  readonly width: number;
  readonly height: number;
  readonly ppi: number;
  readonly quality: number;
  readonly pixels: Uint8Array;
}

export interface OpenCaptureDeviceOptions {
  readonly payload: 63 | 1023;
  readonly time: ReaderTime;
  readonly information: Readonly<Record<string, unknown>>;
  /** Ed25519 private key of a device that signs. */
  readonly key?: KeyObject;
  readonly measureMs: number;
  /** What lies on the sensor for a position code, or undefined when nobody shows it. */
  look(positionCode: number, take: number): SensorPicture | undefined;
}

const STATE_INTERVAL_MS = 400;
const [HELLO, INFO, START, ABORT, CREDIT, RESEND, PREVIEW] = [1, 2, 3, 4, 5, 6, 7];
const [E_HELLO, E_STATE, E_DONE, E_FAIL] = [0x10, 0x11, 0x13, 0x1f];
const [BUSY, TIMEOUT, ABORTED, UNSUPPORTED] = [1, 2, 3, 7];
const [WAITING, CREDITLESS] = [1, 4];
const TARGETS: Readonly<Record<number, readonly number[]>> = {
  13: [2, 3, 4, 5],
  14: [10, 9, 8, 7],
  15: [6, 1],
  0x23: [0x21, 0x22],
};

/** What the device is doing for one command. */
interface Job {
  readonly tag: number;
  readonly stop: AbortController;
  credit: number;
  nextChunk: number;
  over: boolean;
  wake: () => void;
}

export function openCaptureDevice(options: OpenCaptureDeviceOptions): OpenCaptureDevice {
  const { payload, time } = options;
  let listener: (report: Uint8Array) => void = () => undefined;
  let plugged = true;
  let job: Job | undefined;
  let sequence = 0;
  let take = 0;

  const send = (report: Uint8Array): void => {
    if (plugged) listener(report);
  };
  const event = (code: number, tag: number, ...bytes: number[]): void =>
    send(eventReport(payload, [code, tag, ...bytes]));

  const transfer = async (now: Job, block: DrawnBlock): Promise<void> => {
    send(blockReport(payload, now.tag, block));
    const chunkBytes = payload - 4;
    const chunks = Math.ceil(block.bytes.length / chunkBytes);
    Object.assign(now, { credit: 0, nextChunk: 0, over: false });
    while (!now.over) {
      if (now.credit > 0 && now.nextChunk < chunks) {
        now.credit--;
        send(dataReport(payload, now.tag, { block, chunk: now.nextChunk++ }));
        continue;
      }
      const woken = new Promise<void>((resolve) => (now.wake = resolve));
      const patience = new AbortController();
      const late = time.sleep(500, patience.signal).then(
        () => event(E_STATE!, now.tag, CREDITLESS!),
        () => undefined,
      );
      await Promise.race([woken, late]);
      patience.abort();
      if (now.stop.signal.aborted) throw new Error('aborted');
    }
  };

  const measure = async (now: Job, limitMs: number): Promise<void> => {
    for (let waited = 0; waited < options.measureMs; waited += STATE_INTERVAL_MS) {
      event(E_STATE!, now.tag, WAITING!);
      await time.sleep(Math.min(STATE_INTERVAL_MS, options.measureMs - waited), now.stop.signal);
      if (waited + STATE_INTERVAL_MS >= limitMs) throw new Error('timeout');
    }
  };

  const begin = (tag: number, work: (now: Job) => Promise<void>): void => {
    if (job !== undefined) return event(E_FAIL!, tag, BUSY!);
    const now: Job = {
      tag,
      stop: new AbortController(),
      credit: 0,
      nextChunk: 0,
      over: false,
      wake: () => undefined,
    };
    job = now;
    work(now).then(
      () => undefined,
      (error: Error) => {
        const code = now.stop.signal.aborted
          ? ABORTED!
          : error.message === 'timeout'
            ? TIMEOUT!
            : UNSUPPORTED!;
        // After HELLO nobody wants to hear of it any more.
        if (job !== now) return;
        job = undefined;
        event(E_FAIL!, tag, code);
      },
    );
  };
  const done = (now: Job, blocks: number): void => {
    job = undefined;
    event(E_DONE!, now.tag, blocks);
  };

  const inform = async (now: Job): Promise<void> => {
    const bytes = new TextEncoder().encode(JSON.stringify(options.information));
    await transfer(now, { index: 0, count: 1, kind: 1, bytes });
    done(now, 1);
  };

  const capture = async (now: Job, args: DataView): Promise<void> => {
    const target = args.getUint8(0);
    const missing = args.getUint16(1, true);
    const limitMs = args.getUint32(4, true);
    const nonce = new Uint8Array(args.buffer, args.byteOffset + 8, 16).slice();
    const isMissing = (code: number): boolean =>
      ((missing >> (code > 0x20 ? code - 0x21 : code - 1)) & 1) === 1;
    const positions = (TARGETS[target] ?? [target]).filter((code) => !isMissing(code));
    await measure(now, limitMs);
    take++;
    const seen = positions.map((position) => ({ position, picture: options.look(position, take) }));
    const shown = seen.flatMap(({ position, picture }) =>
      picture === undefined ? [] : [{ position, picture }],
    );
    if (shown.length === 0) throw new Error('timeout');
    for (const [index, { position, picture }] of shown.entries()) {
      const head = { position, ...picture, time: time.now(), sequence: ++sequence };
      const signature = options.key === undefined ? undefined : signPicture(options.key, head, nonce);
      const bytes = signature === undefined ? picture.pixels : Buffer.concat([picture.pixels, signature]);
      await transfer(now, { index, count: shown.length, kind: signature === undefined ? 2 : 3, head, bytes });
    }
    done(now, shown.length);
  };

  const live = async (now: Job, target: number): Promise<void> => {
    const [first] = TARGETS[target] ?? [target];
    for (let n = 1; ; n++) {
      const picture = options.look(first!, n);
      if (picture === undefined) event(E_STATE!, now.tag, WAITING!);
      else {
        const head = { position: first!, ...picture, time: time.now(), sequence: ++sequence };
        await transfer(now, { index: 0, count: 1, kind: 4, head, bytes: picture.pixels });
      }
      await time.sleep(50, now.stop.signal);
    }
  };

  const obey = (command: number, tag: number, args: DataView): void => {
    const mine = job?.tag === tag ? job : undefined;
    if (command === HELLO) {
      job?.stop.abort();
      job?.wake();
      job = undefined;
      event(E_HELLO!, tag, Math.min(1, args.getUint8(0)), 0, payload & 0xff, payload >> 8);
    } else if (command === INFO) begin(tag, inform);
    else if (command === START) begin(tag, (now) => capture(now, args));
    else if (command === PREVIEW) begin(tag, (now) => live(now, args.getUint8(0)));
    else if (mine !== undefined) {
      const number = args.getUint16(0, true);
      if (command === ABORT) mine.stop.abort();
      else if (command === RESEND) Object.assign(mine, { credit: 0, nextChunk: number });
      else if (command === CREDIT && number === 0) mine.over = true;
      else if (command === CREDIT) mine.credit += number;
      mine.wake();
    }
  };

  return {
    receive: (report) => {
      if (!plugged || report.length < 4 || report[0] !== 1) return;
      const copy = new Uint8Array(64);
      copy.set(report.subarray(0, 64));
      obey(copy[1]!, copy[2]!, new DataView(copy.buffer, 3));
    },
    onSend: (given) => {
      listener = given;
    },
    unplug: () => {
      plugged = false;
      job?.stop.abort();
    },
  };
}
