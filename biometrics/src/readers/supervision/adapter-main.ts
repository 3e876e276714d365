import { buildAdapter } from '../adapter-setup.ts';
import { asReaderError } from '../reader-error.ts';
import { systemReaderTime } from '../system-reader-time.ts';
import type { FromAdapter, ToAdapter } from './adapter-messages.ts';
import { serveAdapter } from './serve-adapter.ts';

/** One adapter in a process of its own: its first message says which, the station's end is its end. */
let serve: ((message: ToAdapter) => void) | undefined;

function send(message: FromAdapter): void {
  if (process.connected) process.send?.(message);
}

process.on('message', (message: ToAdapter) => {
  if (message.kind !== 'setup') return serve?.(message);
  try {
    const onRefused = (what: string, error: unknown): void => {
      const { problem, detail } = asReaderError(error);
      send({ kind: 'refused', what, problem, detail });
    };
    const adapter = buildAdapter(message.setup, { mode: message.mode, time: systemReaderTime, onRefused });
    serve = serveAdapter(adapter, send);
    send({ kind: 'pong' });
  } catch (error) {
    const { problem, detail } = asReaderError(error);
    send({ kind: 'refused', what: message.setup.door, problem, detail });
    // Every order is answered with the reason.
    serve = (asked) => {
      if (asked.kind === 'ping') send({ kind: 'pong' });
      if (asked.kind === 'order') send({ kind: 'failed', id: asked.id, problem, detail });
    };
  }
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group; the station decides when its adapters end.
process.on('SIGINT', () => undefined);
