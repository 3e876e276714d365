import { performance } from 'node:perf_hooks';
import { createKiosk, type Kiosk } from './create-kiosk.ts';
import { ReaderDoors, stationReaders } from './devices/station-readers.ts';
import type { FaultLog } from './dispatch.ts';
import { type KeySeal, loadJournalKey } from './offline-store/journal-key.ts';
import { nodeFileSystem } from './offline-store/node-file-system.ts';
import { openStationStore } from './offline-store/station-store.ts';
import { httpServerPort } from './server/http-server-port.ts';

/** What a host knows when it starts a station. */
export interface StationSetup {
  readonly mode: 'demo' | 'production';
  readonly training: boolean;
  readonly folder: string;
  /** Folder on a second medium, where one is fitted. */
  readonly mirrorFolder: string | undefined;
  readonly serverUrl: string;
  /** Folder of samples that plays the readers; refused in production. */
  readonly captureFrom: string | undefined;
  /** JSON file that names the readers' doors (docs/stations.md). */
  readonly readersFile: string | undefined;
  readonly previewMs: number;
  readonly keySeal: KeySeal;
  readonly logFault: FaultLog;
}

/** Version of the permit API that this client speaks, and of the rules that it was built with. */
const CONTRACT_VERSION = '1';
const CATALOGUE_VERSION = '1';
const CAPTURE_TIMEOUT_MS = 30_000;

/** Puts a station together on the real disk, clock, network and readers. */
export async function createStation(setup: StationSetup): Promise<Kiosk> {
  const { mode, training, previewMs, folder, mirrorFolder, serverUrl } = setup;
  const key = await loadJournalKey(nodeFileSystem, `${folder}/station.key`, setup.keySeal);
  const store = await openStationStore({ fs: nodeFileSystem, folder, mirrorFolder, key });
  const stationCredentials = () => store.state().enrolment;
  const doors = await readDoors(setup.readersFile);
  const { readers, personArrives } = stationReaders({ mode, doors, captureFrom: setup.captureFrom });
  return createKiosk(
    {
      config: {
        ...{ mode, training, previewMs },
        contractVersion: CONTRACT_VERSION,
        catalogueVersion: CATALOGUE_VERSION,
        captureTimeoutMs: CAPTURE_TIMEOUT_MS,
      },
      clock: { now: () => Date.now(), running: () => performance.now() },
      store,
      server: httpServerPort({ serverUrl, stationCredentials }),
      readers,
      personArrives,
    },
    setup.logFault,
  );
}

/** Throws where the file is named and cannot be used: a station without its readers must say so at its start. */
async function readDoors(file: string | undefined): Promise<ReaderDoors> {
  if (file === undefined) return {};
  const bytes = await nodeFileSystem.read(file);
  if (!bytes) throw new Error(`the readers file ${file} is not there`);
  return ReaderDoors.parse(JSON.parse(bytes.toString('utf8')));
}
