import type { Logger } from 'pino';

/** Resolves at Ctrl-C, SIGTERM, or when the program that started us is gone (its pipe or channel closes). */
export function untilStopped(log: Pick<Logger, 'info' | 'error'>): Promise<void> {
  process.on('unhandledRejection', (reason) => {
    // I11: nothing may be left unhandled; if it happens, the process ends loudly and is started again.
    log.error({ err: reason instanceof Error ? reason.stack : String(reason) }, 'unhandled rejection');
    process.exit(70);
  });
  return new Promise((resolve) => {
    const stop = (why: string) => {
      log.info({ why }, 'stopping');
      resolve();
    };
    process.once('SIGINT', () => stop('SIGINT'));
    process.once('SIGTERM', () => stop('SIGTERM'));
    process.once('disconnect', () => stop('parent is gone'));
  });
}
