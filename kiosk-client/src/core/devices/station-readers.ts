import { createFileAdapter } from '@permit/biometrics/readers/files/file-reader.ts';
import type { ReaderAdapter, ReaderMode } from '@permit/biometrics/readers/reader.ts';
import { createSyntheticAdapter } from '@permit/biometrics/readers/simulators/synthetic-reader.ts';
import {
  type SyntheticPerson,
  syntheticPerson,
} from '@permit/biometrics/readers/simulators/synthetic-person.ts';
import { systemReaderTime } from '@permit/biometrics/readers/system-reader-time.ts';
import { combineReaders } from './combine-readers.ts';

export interface StationReaders {
  readonly readers: ReaderAdapter;
  readonly personArrives: (applicationId: string) => void;
}

/**
 * The devices of a station. In demo mode a folder of samples, where one is named, and people who do not exist; in
 * production neither.
 */
export function stationReaders(mode: ReaderMode, captureFrom: string | undefined): StationReaders {
  if (mode === 'production') return { readers: combineReaders([]), personArrives: () => undefined };
  let person: SyntheticPerson = syntheticPerson('nobody');
  const time = systemReaderTime;
  const files = captureFrom === undefined ? [] : [createFileAdapter({ mode, time, folder: captureFrom })];
  return {
    readers: combineReaders([...files, createSyntheticAdapter({ mode, time, person: () => person })]),
    // The same person comes back for the card: the seed is the application, not the visit.
    personArrives: (applicationId) => {
      if (person.seed !== applicationId) person = syntheticPerson(applicationId);
    },
  };
}
