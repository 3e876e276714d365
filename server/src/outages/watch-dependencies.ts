import type { Deps } from '../deps.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import { endOutage, insertOutage } from './outage-log.ts';
import type { Affected, OutageRow } from './outage-store.ts';
import { NOTHING_SEEN, stepProbe, type ProbeState, type WatchEvent } from './step-probe.ts';

/** What is watched, and what people cannot do while it is away. */
export const WATCHED = {
  database: ['everything'],
  files: ['documents', 'filing'],
  bell: ['cards', 'messages'],
  bank: ['payment'],
  messages: ['messages'],
} as const satisfies Record<string, readonly Affected[]>;
export type Watched = keyof typeof WATCHED;

/** True where the dependency answered rightly in time; undefined where it was not asked, which changes nothing. */
export type Probe = () => Promise<boolean | undefined>;

interface Pending {
  readonly component: Watched;
  readonly event: WatchEvent;
}

/**
 * One turn of the watch, to be repeated: asks every dependency, and writes down what began or ended. What cannot be
 * written while the database is away is kept here and written when it is back, with its true times.
 */
export function watchDependencies(deps: Deps, probes: Readonly<Record<Watched, Probe>>): () => Promise<void> {
  const states = new Map<Watched, ProbeState>();
  let pending: readonly Pending[] = [];
  return async () => {
    for (const component of Object.keys(WATCHED) as Watched[]) {
      const up = await inTime(probes[component]);
      if (up === undefined) continue;
      const { state, event } = stepProbe(states.get(component) ?? NOTHING_SEEN, up, deps.clock.business());
      states.set(component, state);
      if (event) {
        pending = [...pending, { component, event }];
        deps.log.warn({ component, event: event.kind }, 'a dependency changed');
      }
    }
    while (pending[0]) {
      await write(deps, pending[0]);
      pending = pending.slice(1);
    }
  };
}

const PROBE_MS = 3_000;

async function inTime(probe: Probe): Promise<boolean | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PROBE_MS)));
  const answered = probe().catch(() => false);
  const up = await Promise.race([answered, late]);
  clearTimeout(timer);
  return up;
}

function write(deps: Deps, { component, event }: Pending): Promise<void> {
  return inTransaction(deps, SYSTEM, 'watch', async (tx) => {
    const open = await openOutageOf(tx, component);
    if (event.kind === 'began' && !open) {
      const startedAt = event.at;
      await insertOutage(tx, {
        component,
        affected: WATCHED[component],
        startedAt,
        automatic: true,
        openedBy: null,
      });
    }
    if (event.kind === 'ended' && open) await endOutage(tx, open, event.at);
  });
}

const openOutageOf = (tx: Tx, component: Watched): Promise<OutageRow | undefined> =>
  tx
    .db('outages')
    .where({ component, automatic: true })
    .whereNull('ended_at')
    .forUpdate()
    .first<OutageRow | undefined>();
