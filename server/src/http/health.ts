import type { RequestHandler } from 'express';
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
    response.status(ready ? 200 : 503).json({
      live: true,
      ready,
      dependencies: { database, bell: deps.bell.kind },
      mode: config.APP_MODE,
      specimen: keys.specimen,
      businessTime: clock.business().toISOString(),
      demoClock: clock.demo,
    });
  };
}
