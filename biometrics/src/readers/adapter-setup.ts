import type { BodyPosition } from '../codes.ts';
import { createFileAdapter } from './files/file-reader.ts';
import { createHidAdapter } from './hid/hid-reader.ts';
import { nodeHidTransport } from './hid/node-hid-transport.ts';
import type { ReaderError } from './reader-error.ts';
import type { ReaderTime } from './reader-time.ts';
import type { ReaderAdapter, ReaderMode } from './reader.ts';
import { createSbiAdapter } from './sbi/sbi-reader.ts';
import { createSyntheticAdapter } from './simulators/synthetic-reader.ts';
import { syntheticPerson } from './simulators/synthetic-person.ts';

/** Which door to open, as plain JSON: it travels to a process of its own. */
export type AdapterSetup =
  | {
      readonly door: 'synthetic';
      readonly seed: string;
      readonly severity?: number;
      readonly missing?: readonly BodyPosition[];
      readonly captureMs?: number;
    }
  | { readonly door: 'file'; readonly folder: string; readonly captureMs?: number }
  | { readonly door: 'sbi'; readonly trustedRoots: readonly string[]; readonly ports?: readonly number[] }
  | { readonly door: 'hid'; readonly pinnedKeys: Readonly<Record<string, string>> };

export interface AdapterDeps {
  readonly mode: ReaderMode;
  readonly time: ReaderTime;
  /** Told what answered but is not used, and why. */
  readonly onRefused?: (what: string, error: ReaderError) => void;
}

/** Builds the adapter of a door; throws `simulator-refused` for the simulated ones in production. */
export function buildAdapter(setup: AdapterSetup, deps: AdapterDeps): ReaderAdapter {
  const { mode, time, onRefused = () => undefined } = deps;
  switch (setup.door) {
    case 'synthetic': {
      const { door: _door, seed, ...rest } = setup;
      const person = syntheticPerson(seed);
      return createSyntheticAdapter({ mode, time, person: () => person, ...rest });
    }
    case 'file':
      return createFileAdapter({ mode, time, ...setup });
    case 'sbi':
      return createSbiAdapter({
        mode,
        time,
        ...setup,
        onRefused: (port, error) => onRefused(`port ${port}`, error),
      });
    case 'hid': {
      const pinnedKeys = new Map(Object.entries(setup.pinnedKeys));
      return createHidAdapter({ mode, time, transport: nodeHidTransport(), pinnedKeys, onRefused });
    }
  }
}
