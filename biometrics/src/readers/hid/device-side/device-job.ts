import type { ReaderTime } from '../../reader-time.ts';
import { blockReport, dataReport, eventReport, type DrawnBlock } from './device-reports.ts';

/** The device's end of the cable. */
export interface DeviceWire {
  readonly payload: number;
  readonly time: ReaderTime;
  send(report: Uint8Array): void;
}

const STATE = 0x11;
const [WAITING, CREDITLESS] = [1, 4] as const;
const STATE_INTERVAL_MS = 400;
const CREDIT_PATIENCE_MS = 500;
const DATA_HEAD = 4;

/** What the device is doing for one command, with the credit that the host has granted for it. */
export class DeviceJob {
  readonly tag: number;
  readonly #wire: DeviceWire;
  readonly #stop = new AbortController();
  #credit = 0;
  #nextChunk = 0;
  #over = false;
  #wake: () => void = () => undefined;

  constructor(tag: number, wire: DeviceWire) {
    this.tag = tag;
    this.#wire = wire;
  }

  get aborted(): boolean {
    return this.#stop.signal.aborted;
  }

  abort(): void {
    this.#stop.abort();
    this.#wake();
  }

  /** CREDIT: 0 says that the block is over. */
  grant(reports: number): void {
    this.#credit += reports;
    this.#over ||= reports === 0;
    this.#wake();
  }

  /** RESEND: all credit is gone, the next chunk is this one. */
  goBack(chunk: number): void {
    this.#credit = 0;
    this.#nextChunk = chunk;
    this.#wake();
  }

  event(code: number, ...bytes: readonly number[]): void {
    this.#wire.send(eventReport(this.#wire.payload, [code, this.tag, ...bytes]));
  }

  sleep(milliseconds: number): Promise<void> {
    return this.#wire.time.sleep(milliseconds, this.#stop.signal);
  }

  /** Waits as long as measuring takes, with a sign of life now and then. Throws `timeout` past the limit. */
  async measure(milliseconds: number, limitMs: number): Promise<void> {
    for (let waited = 0; waited < milliseconds; waited += STATE_INTERVAL_MS) {
      this.wait();
      await this.sleep(Math.min(STATE_INTERVAL_MS, milliseconds - waited));
      if (waited + STATE_INTERVAL_MS >= limitMs) throw new Error('timeout');
    }
  }

  wait(): void {
    this.event(STATE, WAITING);
  }

  /** One block: announced, then chunk by chunk as credit allows, until the host says that it is over. */
  async transfer(block: DrawnBlock): Promise<void> {
    const { payload, send } = this.#wire;
    const chunks = Math.ceil(block.bytes.length / (payload - DATA_HEAD));
    [this.#credit, this.#nextChunk, this.#over] = [0, 0, false];
    send(blockReport(payload, this.tag, block));
    while (!this.#over) {
      if (this.#credit > 0 && this.#nextChunk < chunks) {
        this.#credit--;
        send(dataReport(payload, this.tag, { block, chunk: this.#nextChunk++ }));
      } else await this.#untilWoken();
    }
  }

  async #untilWoken(): Promise<void> {
    const woken = new Promise<void>((resolve) => (this.#wake = resolve));
    const patience = new AbortController();
    const late = this.#wire.time.sleep(CREDIT_PATIENCE_MS, patience.signal).then(
      () => this.event(STATE, CREDITLESS),
      () => undefined,
    );
    await Promise.race([woken, late]);
    patience.abort();
    if (this.aborted) throw new Error('aborted');
  }
}
