import type { RequestHandler } from 'express';
import { inTransaction, SYSTEM } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';

/** GET /api/health: live, ready, and each dependency by name; 503 while not ready. */
export function healthRoute(deps: Deps): RequestHandler {
  return async (_request, response) => {
    const database = await deps.db
      .raw('SELECT 1')
      .then(() => 'up')
      .catch(() => 'down');
    const ready = database === 'up';
    const { clock, config, keys } = deps;
    const scanner =
      deps.scanner.kind === 'none'
        ? 'none: papers are not scanned'
        : (await deps.scanner.probe())
          ? 'up'
          : 'down';
    const attention = ready ? await countAttention(deps) : undefined;
    response.status(ready ? 200 : 503).json({
      live: true,
      ready,
      dependencies: { database, bell: deps.bell.kind, virusScanner: scanner },
      mode: config.APP_MODE,
      specimen: keys.specimen,
      businessTime: clock.business().toISOString(),
      demoClock: clock.demo,
      auditAnchor: 'demo anchor (file)',
      ...(attention ? { attention } : {}),
    });
  };
}

/** What waits for somebody of operations: nothing may be stuck unseen. Counts only. */
async function countAttention(deps: Deps): Promise<Record<string, number> | undefined> {
  const count = (sql: string) => `(SELECT count(*)::int FROM ${sql})`;
  return inTransaction(deps, SYSTEM, 'health', async ({ db }) => {
    const { rows } = await db.raw<{ rows: Record<string, number>[] }>(
      `SELECT ${count(`jobs WHERE state = 'failed'`)} AS "failedJobs",
              ${count(`payments WHERE outcome = 'set-aside'`)} AS "paymentsSetAside",
              ${count('packets_set_aside')} AS "packetsSetAside",
              ${count(`print_orders WHERE state = 'unknown'`)} AS "printsUnknown",
              ${count(`captures WHERE state = 'held'`)} AS "capturesHeld"`,
    );
    return rows[0];
  }).catch(() => undefined);
}
