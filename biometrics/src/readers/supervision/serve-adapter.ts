import { asReaderError, ReaderError } from '../reader-error.ts';
import type { OpenReader, PreviewFrame, ReaderAdapter } from '../reader.ts';
import type { AdapterOrder, FromAdapter, ToAdapter } from './adapter-messages.ts';

interface Served {
  readonly reader: OpenReader;
  live?: { readonly frames: AsyncIterator<PreviewFrame>; readonly stop: AbortController };
}

const MOST_ORDERS = 32;

/** The adapter's side of the wire: takes orders, answers each exactly once. */
export function serveAdapter(
  adapter: ReaderAdapter,
  send: (message: FromAdapter) => void,
): (message: ToAdapter) => void {
  const open = new Map<number, Served>();
  const running = new Map<number, AbortController>();

  const obey = async (id: number, order: AdapterOrder): Promise<void> => {
    const stop = new AbortController();
    try {
      if (running.size >= MOST_ORDERS) throw new ReaderError('busy', 'too many orders at once');
      running.set(id, stop);
      send({ kind: 'done', id, value: await carryOut(order, { adapter, open, signal: stop.signal }) });
    } catch (error) {
      const { problem, detail } = asReaderError(error);
      send({ kind: 'failed', id, problem, detail });
    } finally {
      running.delete(id);
    }
  };
  return (message) => {
    if (message.kind === 'ping') send({ kind: 'pong' });
    else if (message.kind === 'abort') running.get(message.id)?.abort();
    else if (message.kind === 'order') void obey(message.id, message.order);
  };
}

interface Desk {
  readonly adapter: ReaderAdapter;
  readonly open: Map<number, Served>;
  readonly signal: AbortSignal;
}

async function carryOut(order: AdapterOrder, { adapter, open, signal }: Desk): Promise<unknown> {
  if (order.do === 'discover') return await adapter.discover(signal);
  if (order.do === 'open') {
    const reader = await adapter.open(order.readerId, signal);
    open.set(order.open, { reader });
    return await reader.info(signal);
  }
  const served = open.get(order.open);
  if (served === undefined) throw new ReaderError('not-ready', 'this reader is not open here');
  switch (order.do) {
    case 'info':
      return await served.reader.info(signal);
    case 'capture':
      return await served.reader.capture(order.spec, signal);
    case 'preview-start': {
      const stop = new AbortController();
      served.live?.stop.abort();
      served.live = {
        stop,
        frames: served.reader.preview(order.target, stop.signal)[Symbol.asyncIterator](),
      };
      return undefined;
    }
    case 'preview-next': {
      const next = await served.live?.frames.next();
      return next === undefined || next.done === true ? undefined : next.value;
    }
    case 'preview-stop':
      served.live?.stop.abort();
      await served.live?.frames.return?.();
      return undefined;
    case 'close':
      open.delete(order.open);
      served.live?.stop.abort();
      return await served.reader.close();
  }
}
