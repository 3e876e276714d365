import type { HostPorts } from './print-one.ts';
import { runHost } from './run-host.ts';

/** Thrown where the host's process would have ended. */
export class Killed extends Error {}

/**
 * A host that goes on only when it is told to, one call of a port at a time: for proofs that try every order of
 * events. Killing it ends it before its next call; whatever it did before stays done.
 */
export class SteppedHost {
  readonly #ports: HostPorts;
  #go: { resolve(): void; reject(error: Error): void } | undefined;
  #arrived: (() => void) | undefined;
  #ended = false;

  constructor(ports: HostPorts) {
    this.#ports = ports;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Begins its life and waits until it stands before its first call. */
  async start(): Promise<void> {
    const ports = this.#gated();
    const arrived = this.#nextArrival();
    const silent = { info: () => undefined, warn: () => undefined };
    void runHost(ports, silent, () => this.#ended)
      .catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      })
      .finally(() => {
        this.#ended = true;
        this.#arrived?.();
      });
    await arrived;
  }

  /** Lets it make one call and go on to the next. */
  async step(): Promise<void> {
    const arrived = this.#nextArrival();
    this.#go?.resolve();
    await arrived;
  }

  async kill(): Promise<void> {
    const arrived = this.#nextArrival();
    this.#ended = true;
    this.#go?.reject(new Killed());
    await arrived;
  }

  #nextArrival(): Promise<void> {
    return new Promise((resolve) => (this.#arrived = resolve));
  }

  #gate(): Promise<void> {
    // A killed process makes no further call, whatever its code catches on the way out.
    if (this.#ended) return Promise.reject(new Killed());
    const waiting = new Promise<void>((resolve, reject) => (this.#go = { resolve, reject }));
    this.#arrived?.();
    return waiting;
  }

  #gated(): HostPorts {
    const { orders, printer, held, nowMs } = this.#ports;
    const gate = () => this.#gate();
    return {
      orders: gatedPort(orders, gate),
      printer: gatedPort(printer, gate),
      held: gatedPort(held, gate),
      pause: gate,
      nowMs,
    };
  }
}

/** Each call of the port waits at the gate first. */
function gatedPort<T extends object>(port: T, gate: () => Promise<void>): T {
  return new Proxy(port, {
    get(target, name) {
      const method = Reflect.get(target, name) as unknown;
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]) => {
        await gate();
        return Reflect.apply(method, target, given) as unknown;
      };
    },
  });
}
