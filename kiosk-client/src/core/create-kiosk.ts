import type { KioskEvent } from '../kiosk-api.ts';
import type { KioskAnswer } from '../kiosk-problems.ts';
import { createDispatch, type FaultLog } from './dispatch.ts';
import type { DayManifest, KioskContext, KioskDeps } from './kiosk-context.ts';
import { wipeSession } from './capture/capture-session.ts';
import { stationView } from './station-view.ts';
import { deliverCommands } from './sync/deliver-commands.ts';
import { countLease, refreshDay } from './sync/refresh-day.ts';
import { uploadPackets } from './sync/upload-packets.ts';

/** A station's core: knows neither Electron nor HTTP of its screens; hosts only translate. */
export interface Kiosk {
  /** Never rejects. */
  dispatch(name: string, input: unknown): Promise<KioskAnswer>;
  /** Returns the way to stop listening. */
  subscribe(listener: (event: KioskEvent) => void): () => void;
  /** Call every few seconds: counts the lease, sends what waits, tells the screens. Never rejects. */
  tick(): Promise<void>;
  /** Overwrites what an open capture holds, closes the readers and writes the lease down. */
  stop(): Promise<void>;
}

/** Builds the core and takes up the day that was kept. */
export async function createKiosk(deps: KioskDeps, logFault: FaultLog): Promise<Kiosk> {
  const listeners = new Set<(event: KioskEvent) => void>();
  const context: KioskContext = {
    ...deps,
    emit: (event) => listeners.forEach((listener) => listener(event)),
    sentBefore: new Set(),
    memory: {
      online: false,
      operator: undefined,
      day: await keptDay(deps),
      dayAsOf: deps.clock.now(),
      capture: undefined,
      stopReader: undefined,
      uploading: undefined,
      leaseCountedAt: deps.clock.running(),
      simulatedReader: await anySimulated(deps),
    },
  };
  const quietly = (command: string, work: () => Promise<unknown>) =>
    work().catch((error: unknown) => logFault({ command, error }));
  let ticking = false;
  return {
    dispatch: createDispatch(context, logFault),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tick: async () => {
      if (ticking) return;
      ticking = true;
      await quietly('tick', () => countLease(context));
      if (!context.memory.online) await quietly('tick', () => refreshDay(context));
      await quietly('tick', () => deliverCommands(context));
      await quietly('tick', () => uploadPackets(context));
      await quietly('tick', async () => context.emit({ type: 'station', station: stationView(context) }));
      ticking = false;
    },
    stop: async () => {
      context.memory.stopReader?.abort();
      if (context.memory.capture) wipeSession(context.memory.capture);
      await quietly('stop', () => deps.readers.close());
      await quietly('stop', () => countLease(context, true));
    },
  };
}

/** The keys and people kept from the last contact; absent where they cannot be read. */
async function keptDay({ store }: KioskDeps): Promise<DayManifest | undefined> {
  const kept = await store.readDay();
  // Sealed by this station under its own key: nobody else can have written it.
  return kept && (JSON.parse(kept.toString('utf8')) as DayManifest);
}

async function anySimulated({ readers }: KioskDeps): Promise<boolean> {
  const found = await readers.discover().catch(() => []);
  return found.some(({ simulated }) => simulated);
}
