import { type FileSystem, folderOf, replaceFile } from './file-system.ts';
import {
  CHAIN_BYTES,
  encodeRecord,
  journalHead,
  type JournalReading,
  readJournal,
} from './journal-format.ts';

export interface JournalPlaces {
  readonly fs: FileSystem;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly path: string;
  /** The same journal on a second medium, where one is fitted. */
  readonly mirrorPath: string | undefined;
}

export interface Journal {
  /** What was in it when it was opened, oldest first. */
  readonly payloads: readonly Buffer[];
  /** `damaged`: the old file was set aside beside the new one and everything that could be proved was kept. */
  readonly state: JournalReading['state'];
  /** Resolves when the record is on the disk (and on the second medium, unless that has failed). */
  append(payload: Uint8Array): Promise<void>;
  /** How many media hold every record: 2, or 1 where no second one is fitted or it has failed. */
  copies(): 1 | 2;
}

/**
 * Opens the journal or starts one; reads both media, keeps the fuller one and brings the other up to it. Throws
 * WrongJournalKey, and what the first medium throws.
 */
export async function openJournal(places: JournalPlaces): Promise<Journal> {
  const { fs, key, path, mirrorPath } = places;
  const own = await readCopy(places, path);
  const mirror =
    mirrorPath === undefined ? undefined : await readCopy(places, mirrorPath).catch(() => undefined);
  const best = fuller(own, mirror);
  requireRightKey(best);
  let bytes =
    best.reading.state === 'clean' && best.file.length > 0 ? best.file : await rewrite(places, best);
  if (best !== own || bytes !== own.file) await putInPlace(places, path, { bytes, found: own });
  let mirrored = mirrorPath !== undefined;
  const onMirror = async (work: (to: string) => Promise<void>): Promise<void> => {
    if (!mirrored || mirrorPath === undefined) return;
    // A second medium that was pulled out must not stop the first; the crew sees "one copy".
    await work(mirrorPath).catch(() => (mirrored = false));
  };
  if (!mirror?.file.equals(bytes)) await onMirror((to) => putInPlace(places, to, { bytes, found: mirror }));
  let tail = bytes.subarray(-CHAIN_BYTES);
  let last = Promise.resolve();
  let broken = false;

  const write = async (payload: Uint8Array): Promise<void> => {
    if (broken) throw new Error('the journal could not be written; the station must be started again');
    const record = encodeRecord(key, tail, payload);
    try {
      await appendSynced(fs, path, record);
    } catch (error) {
      // Half a record may lie in the file: only a new start may write behind it.
      broken = true;
      throw error;
    }
    await onMirror((to) => appendSynced(fs, to, record));
    tail = record.subarray(-CHAIN_BYTES);
  };
  bytes = Buffer.alloc(0);
  return {
    payloads: best.reading.payloads,
    state: own.reading.state === 'clean' ? best.reading.state : own.reading.state,
    append: (payload) => (last = last.catch(() => undefined).then(() => write(payload))),
    copies: () => (mirrored ? 2 : 1),
  };
}

interface Copy {
  readonly file: Buffer;
  readonly reading: JournalReading;
}

async function readCopy({ fs, key }: JournalPlaces, path: string): Promise<Copy> {
  const file = (await fs.read(path)) ?? Buffer.alloc(0);
  return { file, reading: readJournal(key, file) };
}

function fuller(own: Copy, mirror: Copy | undefined): Copy {
  // A new second medium is empty: it proves nothing against the first.
  if (!mirror || mirror.reading.payloads.length === 0) return own;
  const more = mirror.reading.payloads.length - own.reading.payloads.length;
  const cleaner = mirror.reading.state === 'clean' && own.reading.state !== 'clean';
  return more > 0 || (more === 0 && cleaner) ? mirror : own;
}

/** No record of a journal can be opened: the key is another one. Nothing was changed. */
export class WrongJournalKey extends Error {
  constructor() {
    super('no record of the journal can be opened with this key: is this the key file of this folder?');
    this.name = 'WrongJournalKey';
  }
}

// Several records: damage never takes all of them, a wrong key always does.
const SURELY_RECORDS_BYTES = 2000;

/** Repairing with a wrong key would set everything aside and begin anew. */
function requireRightKey({ file, reading }: Copy): void {
  if (reading.payloads.length === 0 && file.length > SURELY_RECORDS_BYTES) throw new WrongJournalKey();
}

/** A torn tail is cut off; a damaged journal is written anew from every record that could be proved. */
async function rewrite({ key }: JournalPlaces, { file, reading }: Copy): Promise<Buffer> {
  if (reading.state === 'torn' && reading.goodBytes > 0) return file.subarray(0, reading.goodBytes);
  return reading.payloads.reduce<Buffer>(
    (bytes, payload) => Buffer.concat([bytes, encodeRecord(key, bytes, payload)]),
    journalHead(),
  );
}

async function putInPlace(
  { fs }: JournalPlaces,
  path: string,
  { bytes, found }: { bytes: Buffer; found: Copy | undefined },
): Promise<void> {
  await fs.makeFolder(folderOf(path));
  if (found?.reading.state === 'damaged') await replaceFile(fs, `${path}.damaged`, found.file);
  await replaceFile(fs, path, bytes);
}

async function appendSynced(fs: FileSystem, path: string, record: Buffer): Promise<void> {
  await fs.append(path, record);
  await fs.syncFile(path);
}
