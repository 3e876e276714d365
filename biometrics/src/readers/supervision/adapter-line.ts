import { ReaderError } from '../reader-error.ts';
import type { AdapterChild } from './adapter-child.ts';
import type { AdapterOrder, FromAdapter } from './adapter-messages.ts';

/** Orders to one child and their answers. */
export interface AdapterLine {
  readonly child: AdapterChild;
  readonly alive: boolean;
  ask(order: AdapterOrder, signal?: AbortSignal): Promise<unknown>;
  /** When the child was last heard; undefined while it is still starting. */
  readonly heardAt: number | undefined;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: ReaderError) => void;
}

/** When the child ends, every open order fails with `driver`. */
export function adapterLine(
  child: AdapterChild,
  hooks: { readonly now: () => number; readonly onRefused: (what: string, error: ReaderError) => void },
): AdapterLine {
  const pending = new Map<number, Pending>();
  let alive = true;
  let heardAt: number | undefined;
  let lastId = 0;

  child.onEnd((reason) => {
    alive = false;
    for (const { reject } of pending.values())
      reject(new ReaderError('driver', `the adapter is gone: ${reason}`));
    pending.clear();
  });
  child.onMessage((message: FromAdapter) => {
    heardAt = hooks.now();
    if (message.kind === 'refused')
      hooks.onRefused(message.what, new ReaderError(message.problem, message.detail));
    if (message.kind !== 'done' && message.kind !== 'failed') return;
    const order = pending.get(message.id);
    pending.delete(message.id);
    if (message.kind === 'done') order?.resolve(message.value);
    else order?.reject(new ReaderError(message.problem, message.detail));
  });
  return {
    child,
    get alive() {
      return alive;
    },
    get heardAt() {
      return heardAt;
    },
    ask: (order, signal) =>
      new Promise((resolve, reject) => {
        if (!alive) return reject(new ReaderError('driver', 'the adapter is not running'));
        const id = ++lastId;
        const abort = (): void => child.send({ kind: 'abort', id });
        const settled = (): void => signal?.removeEventListener('abort', abort);
        pending.set(id, {
          resolve: (value) => (settled(), resolve(value)),
          reject: (error) => (settled(), reject(error)),
        });
        signal?.addEventListener('abort', abort, { once: true });
        child.send({ kind: 'order', id, order });
      }),
  };
}
