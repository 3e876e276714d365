import type { KeyObject } from 'node:crypto';
import type { ReaderTime } from '../../reader-time.ts';
import { DeviceJob, type DeviceWire } from './device-job.ts';
import { eventReport, signPicture } from './device-reports.ts';

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

const COMMAND = { hello: 1, info: 2, start: 3, abort: 4, credit: 5, resend: 6, preview: 7 } as const;
const EVENT = { hello: 0x10, done: 0x13, fail: 0x1f } as const;
const FAIL = { busy: 1, timeout: 2, aborted: 3, unsupported: 7 } as const;
const VERSION = 1;
const FIRST_EYE = 0x21;
const PREVIEW_INTERVAL_MS = 50;
/** Positions of the targets that show several, left to right and right eye first. */
const TARGETS: Readonly<Record<number, readonly number[]>> = {
  13: [2, 3, 4, 5],
  14: [10, 9, 8, 7],
  15: [6, 1],
  0x23: [0x21, 0x22],
};

/**
 * A device of the open capture protocol, written from docs/reader-protocol.md alone and sharing no
 * code with the host: what both replay is what the document says.
 */
export class OpenCaptureDevice {
  readonly #options: OpenCaptureDeviceOptions;
  readonly #wire: DeviceWire;
  #listener: (report: Uint8Array) => void = () => undefined;
  #plugged = true;
  #job: DeviceJob | undefined;
  #sequence = 0;
  #take = 0;

  constructor(options: OpenCaptureDeviceOptions) {
    this.#options = options;
    const { payload, time } = options;
    this.#wire = { payload, time, send: (report) => (this.#plugged ? this.#listener(report) : undefined) };
  }

  onSend(listener: (report: Uint8Array) => void): void {
    this.#listener = listener;
  }

  /** The plug is pulled: nothing is sent any more. */
  unplug(): void {
    this.#plugged = false;
    this.#job?.abort();
  }

  /** A report of the host, id byte first. */
  receive(report: Uint8Array): void {
    if (!this.#plugged || report.length < 4 || report[0] !== 1) return;
    const copy = new Uint8Array(64);
    copy.set(report.subarray(0, 64));
    const [, command, tag] = copy as unknown as [number, number, number];
    const args = new DataView(copy.buffer, 3);
    if (command === COMMAND.hello) this.#greet(tag, args.getUint8(0));
    else if (command === COMMAND.info) this.#begin(tag, (job) => this.#inform(job));
    else if (command === COMMAND.start) this.#begin(tag, (job) => this.#capture(job, args));
    else if (command === COMMAND.preview) this.#begin(tag, (job) => this.#live(job, args.getUint8(0)));
    else if (this.#job?.tag === tag) steer(this.#job, command, args.getUint16(0, true));
  }

  /** HELLO ends whatever was being done, without a word about it. */
  #greet(tag: number, theirs: number): void {
    const { payload } = this.#options;
    const stopped = this.#job;
    this.#job = undefined;
    stopped?.abort();
    const version = Math.min(VERSION, theirs);
    this.#wire.send(eventReport(payload, [EVENT.hello, tag, version, 0, payload & 0xff, payload >> 8]));
  }

  #begin(tag: number, work: (job: DeviceJob) => Promise<number>): void {
    const job = new DeviceJob(tag, this.#wire);
    if (this.#job !== undefined) return job.event(EVENT.fail, FAIL.busy);
    this.#job = job;
    const end = (code: number, argument: number): void => {
      if (this.#job !== job) return;
      this.#job = undefined;
      job.event(code, argument);
    };
    work(job).then(
      (blocks) => end(EVENT.done, blocks),
      (error: Error) => end(EVENT.fail, failOf(job, error)),
    );
  }

  async #inform(job: DeviceJob): Promise<number> {
    const bytes = new TextEncoder().encode(JSON.stringify(this.#options.information));
    await job.transfer({ index: 0, count: 1, kind: 1, bytes });
    return 1;
  }

  async #capture(job: DeviceJob, args: DataView): Promise<number> {
    const { look, measureMs } = this.#options;
    const nonce = new Uint8Array(args.buffer, args.byteOffset + 8, 16).slice();
    await job.measure(measureMs, args.getUint32(4, true));
    this.#take++;
    const seen = askedPositions(args).map((position) => ({ position, picture: look(position, this.#take) }));
    const shown = seen.filter(({ picture }) => picture !== undefined);
    if (shown.length === 0) throw new Error('timeout');
    for (const [index, { position, picture }] of shown.entries()) {
      await this.#deliver(job, { position, ...picture! }, { index, count: shown.length, nonce });
    }
    return shown.length;
  }

  async #deliver(
    job: DeviceJob,
    picture: SensorPicture & { readonly position: number },
    place: { readonly index: number; readonly count: number; readonly nonce: Uint8Array },
  ): Promise<void> {
    const { key, time } = this.#options;
    const { index, count, nonce } = place;
    const head = { ...picture, time: time.now(), sequence: ++this.#sequence };
    if (key === undefined) await job.transfer({ index, count, kind: 2, head, bytes: picture.pixels });
    else {
      const bytes = Buffer.concat([picture.pixels, signPicture(key, head, nonce)]);
      await job.transfer({ index, count, kind: 3, head, bytes });
    }
  }

  async #live(job: DeviceJob, target: number): Promise<never> {
    const { look, time } = this.#options;
    const position = (TARGETS[target] ?? [target])[0]!;
    for (let n = 1; ; n++) {
      const picture = look(position, n);
      if (picture === undefined) job.wait();
      else {
        const head = { position, ...picture, time: time.now(), sequence: ++this.#sequence };
        await job.transfer({ index: 0, count: 1, kind: 4, head, bytes: picture.pixels });
      }
      await job.sleep(PREVIEW_INTERVAL_MS);
    }
  }
}

/** ABORT, CREDIT and RESEND of the running job. */
function steer(job: DeviceJob, command: number, argument: number): void {
  if (command === COMMAND.abort) job.abort();
  else if (command === COMMAND.credit) job.grant(argument);
  else if (command === COMMAND.resend) job.goBack(argument);
}

function askedPositions(args: DataView): readonly number[] {
  const target = args.getUint8(0);
  const missing = args.getUint16(1, true);
  const bitOf = (code: number): number => (code >= FIRST_EYE ? code - FIRST_EYE : code - 1);
  return (TARGETS[target] ?? [target]).filter((code) => ((missing >> bitOf(code)) & 1) === 0);
}

function failOf(job: DeviceJob, error: Error): number {
  if (job.aborted) return FAIL.aborted;
  return error.message === 'timeout' ? FAIL.timeout : FAIL.unsupported;
}
