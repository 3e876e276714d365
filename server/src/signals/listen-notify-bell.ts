import pg from 'pg';
import type { Logger } from 'pino';
import type { Bell } from './bell.ts';

const CHANNEL = 'permit_bell';
const RECONNECT_MS = 1_000;

/** The bell of machines without Redis: PostgreSQL LISTEN/NOTIFY over one connection that heals itself. */
export function listenNotifyBell(databaseUrl: string, log: Logger): Bell {
  const listeners = new Map<string, Set<() => void>>();
  let client: pg.Client | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    if (closed) return;
    const next = new pg.Client({ connectionString: databaseUrl, application_name: 'work-permit-bell' });
    next.on('notification', ({ payload }) => listeners.get(payload ?? '')?.forEach((wake) => wake()));
    next.on('error', (err) => log.warn({ err: err.message }, 'bell lost its connection'));
    next.on('end', () => setTimeout(() => void connect().catch(() => undefined), RECONNECT_MS).unref());
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      client = next;
    } catch (error) {
      log.warn({ err: (error as Error).message }, 'bell cannot connect yet');
    }
  }
  const ready = connect();

  return {
    kind: 'listen-notify',
    ring(kind) {
      void ready
        .then(() => client?.query('SELECT pg_notify($1, $2)', [CHANNEL, kind]))
        .catch(() => undefined);
    },
    async listen(kind, wake) {
      await ready;
      const wakers = listeners.get(kind) ?? new Set();
      listeners.set(kind, wakers.add(wake));
      return async () => void wakers.delete(wake);
    },
    async close() {
      closed = true;
      await ready;
      client?.removeAllListeners('end');
      await client?.end().catch(() => undefined);
    },
  };
}
