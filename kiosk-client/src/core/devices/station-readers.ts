import { z } from 'zod';
import type { AdapterSetup } from '@permit/biometrics/readers/adapter-setup.ts';
import { type ReaderRegistry, readerRegistry } from '@permit/biometrics/readers/reader-registry.ts';
import type { ReaderMode } from '@permit/biometrics/readers/reader.ts';
import { forkAdapter } from '@permit/biometrics/readers/supervision/adapter-child.ts';
import { superviseAdapter } from '@permit/biometrics/readers/supervision/supervise-adapter.ts';
import { systemReaderTime } from '@permit/biometrics/readers/system-reader-time.ts';

/** The devices of a station as a technician writes them down; see docs/stations.md. */
export const ReaderDoors = z.object({
  sbi: z
    .object({ trustedRoots: z.array(z.string()), ports: z.array(z.int().min(1).max(65535)).optional() })
    .optional(),
  hid: z.object({ pinnedKeys: z.record(z.string(), z.string()) }).optional(),
});
export type ReaderDoors = z.infer<typeof ReaderDoors>;

export interface StationReaders {
  readonly readers: ReaderRegistry;
  /** Lets the person of this application step before the simulators; real readers have no use for it. */
  readonly personArrives: (applicationId: string) => void;
}

interface Doors {
  readonly mode: ReaderMode;
  readonly doors: ReaderDoors;
  /** Folder of samples that plays the readers, in demo mode. */
  readonly captureFrom: string | undefined;
}

// Growing one synthetic finger keeps its process silent for seconds on a busy machine.
const HANG_MS = 30_000;

/**
 * Every door in a process of its own, so that a driver that hangs or dies costs one capture. In demo mode also a
 * folder of samples, where one is named, and people who do not exist; in production neither.
 */
export function stationReaders({ mode, doors, captureFrom }: Doors): StationReaders {
  const supervise = (setup: AdapterSetup) =>
    superviseAdapter({
      ...{ mode, setup, time: systemReaderTime, hangMs: HANG_MS },
      startChild: () => forkAdapter(),
    });
  const real = realDoors(doors).map(supervise);
  if (mode === 'production') return { readers: readerRegistry(real), personArrives: () => undefined };
  const files = captureFrom === undefined ? [] : [supervise({ door: 'file', folder: captureFrom })];
  const synthetic = supervise({ door: 'synthetic', seed: 'nobody' });
  let seed = 'nobody';
  return {
    readers: readerRegistry([...real, ...files, synthetic]),
    personArrives: (applicationId) => {
      if (seed === applicationId) return;
      // The same person comes back for the card: the seed is the application, not the visit.
      seed = applicationId;
      synthetic.change({ door: 'synthetic', seed });
    },
  };
}

function realDoors({ sbi, hid }: ReaderDoors): readonly AdapterSetup[] {
  const doors: AdapterSetup[] = [];
  if (sbi) {
    const { trustedRoots, ports } = sbi;
    doors.push(ports ? { door: 'sbi', trustedRoots, ports } : { door: 'sbi', trustedRoots });
  }
  if (hid) doors.push({ door: 'hid', pinnedKeys: hid.pinnedKeys });
  return doors;
}
