import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Bell } from './bell.ts';
import { bullmqBell } from './bullmq-bell.ts';
import { listenNotifyBell } from './listen-notify-bell.ts';

/** BullMQ where there is a Redis, otherwise PostgreSQL itself; the log says which. */
export function openBell(config: Config, log: Logger): Bell {
  const bell = config.REDIS_URL
    ? bullmqBell(config.REDIS_URL, log)
    : listenNotifyBell(config.DATABASE_URL, log);
  log.info({ bell: bell.kind }, 'bell is open');
  return bell;
}
