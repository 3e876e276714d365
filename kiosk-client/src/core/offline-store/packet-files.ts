import { type FileSystem, replaceFile, TEMPORARY } from './file-system.ts';

export interface PacketPlaces {
  readonly fs: FileSystem;
  readonly folder: string;
  /** The same on a second medium, where one is fitted. */
  readonly mirrorFolder: string | undefined;
}

/** Sealed packets as files by their counter, on one medium or two. */
export interface PacketFiles {
  /** Resolves with the number of media that hold it durably. */
  save(counter: number, bytes: Uint8Array): Promise<1 | 2>;
  /** From either medium; undefined where neither has it. */
  read(counter: number): Promise<Buffer | undefined>;
  /** Only after a receipt. */
  remove(counter: number): Promise<void>;
  counters(): Promise<readonly number[]>;
  /** Brings the second medium up to the first and back, so that a packet saved before a failure has two copies again. */
  repair(counters: readonly number[]): Promise<1 | 2>;
}

const ENDING = '.packet';

/** Opens the folders and throws away what was never finished. */
export async function openPacketFiles({ fs, folder, mirrorFolder }: PacketPlaces): Promise<PacketFiles> {
  const media = mirrorFolder === undefined ? [folder] : [folder, mirrorFolder];
  for (const medium of media) await onMedium(medium, folder, () => tidy(fs, medium));

  const readFrom = (medium: string, counter: number) =>
    fs.read(fileOf(medium, counter)).catch(() => undefined);
  const read = async (counter: number) => {
    for (const medium of media) {
      const bytes = await readFrom(medium, counter);
      if (bytes) return bytes;
    }
    return undefined;
  };
  const save = async (counter: number, bytes: Uint8Array) => {
    let copies = 0;
    for (const medium of media) {
      copies += await onMedium(medium, folder, () => replaceFile(fs, fileOf(medium, counter), bytes));
    }
    return copies > 1 ? 2 : 1;
  };
  return {
    save,
    read,
    remove: async (counter) => {
      for (const medium of media) await onMedium(medium, folder, () => drop(fs, medium, counter));
    },
    counters: async () => {
      const lists = await Promise.all(media.map((medium) => fs.list(medium).catch(() => [])));
      return [...new Set(lists.flat().flatMap(counterOf))].sort((a, b) => a - b);
    },
    repair: async (counters) => {
      let copies: 1 | 2 = media.length > 1 ? 2 : 1;
      for (const counter of counters) {
        const held = await Promise.all(media.map((medium) => readFrom(medium, counter)));
        const bytes = held.find((found) => found !== undefined);
        if (bytes && held.includes(undefined)) copies = Math.min(copies, await save(counter, bytes)) as 1 | 2;
      }
      return copies;
    },
  };
}

/** 1 when it worked; a failing second medium counts 0, a failing first one throws. */
async function onMedium(medium: string, first: string, work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return 1;
  } catch (error) {
    if (medium === first) throw error;
    return 0;
  }
}

async function tidy(fs: FileSystem, folder: string): Promise<void> {
  await fs.makeFolder(folder);
  const unfinished = (await fs.list(folder)).filter((name) => name.endsWith(TEMPORARY));
  for (const name of unfinished) await fs.remove(`${folder}/${name}`);
  if (unfinished.length > 0) await fs.syncFolder(folder);
}

async function drop(fs: FileSystem, folder: string, counter: number): Promise<void> {
  await fs.remove(fileOf(folder, counter));
  await fs.syncFolder(folder);
}

function fileOf(folder: string, counter: number): string {
  return `${folder}/${String(counter).padStart(10, '0')}${ENDING}`;
}

function counterOf(name: string): number[] {
  const match = /^(\d{10})\.packet$/.exec(name);
  return match ? [Number(match[1])] : [];
}
