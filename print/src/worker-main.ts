import { pino } from 'pino';
import { readWorkerConfig } from './config.ts';
import { backOff } from './host/persist.ts';
import { createPermitClient } from './permit-client.ts';
import { renderCard } from './render/render-card.ts';
import { renderNext } from './worker/render-next.ts';

/** The central print worker: asks for orders to render, one at a time; the server rings by answering. */
const config = readWorkerConfig();
const log = pino({ level: config.LOG_LEVEL, name: 'print-worker' });
const client = createPermitClient({
  baseUrl: config.PERMIT_API_URL,
  username: config.PRINT_WORKER_USERNAME,
  password: config.PRINT_WORKER_PASSWORD,
});

const WAIT_SECONDS = 20;
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    if (isWaiting) process.exit(0);
    stopping = true;
  });
}

let isWaiting = true;
let failures = 0;
log.info({ api: config.PERMIT_API_URL }, 'print worker is ready');
while (!stopping) {
  try {
    const rendered = await renderNext(watched(), renderCard, WAIT_SECONDS);
    failures = 0;
    if (rendered.kind === 'stored') {
      const { printOrderId, belowLeast } = rendered;
      log.info({ printOrderId, belowLeast }, 'card rendered');
    }
    if (rendered.kind === 'faulty-order') {
      const { printOrderId, problem } = rendered;
      log.error({ printOrderId, problem }, 'order cannot be rendered; someone must look');
      await backOff(4);
    }
  } catch (error) {
    failures += 1;
    log.warn({ problem: error instanceof Error ? error.message : 'unknown' }, 'rendering could not go on');
    await backOff(failures);
  }
}

/** Marks when only the lease is waited for: then a signal may end the process at once. */
function watched(): typeof client {
  return {
    async call(endpoint, input) {
      isWaiting = endpoint.id === 'leaseRendering';
      try {
        return await client.call(endpoint, input);
      } finally {
        isWaiting = false;
      }
    },
  };
}
