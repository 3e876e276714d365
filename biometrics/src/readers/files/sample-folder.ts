import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EYE_POSITIONS, FINGER_POSITIONS, type BodyPosition } from '../../codes.ts';

const POSITIONS: readonly BodyPosition[] = [...FINGER_POSITIONS, ...EYE_POSITIONS, 'face'];
const ENDINGS = /\.(iso|fir|iir|png|jpe?g|jp2|j2k|wsq|bmp|tiff?|pgm)$/i;
const MOST_FILES = 2_000;

/** The files of one folder by the position that their names begin with. */
export type SampleFolder = ReadonlyMap<BodyPosition, readonly string[]>;

/**
 * Finds `Right_Index.iso`, `right-index.png`, `Left_Iris_2.jpg`, `Face.iso`…: upper case, spaces and
 * underscores do not matter, what follows the position tells several takes apart. Other files are left alone.
 */
export async function readSampleFolder(folder: string): Promise<SampleFolder> {
  const names = (await readdir(folder)).filter((name) => ENDINGS.test(name)).sort();
  const found = new Map<BodyPosition, string[]>();
  for (const name of names.slice(0, MOST_FILES)) {
    const position = positionInName(name);
    if (position === undefined) continue;
    found.set(position, [...(found.get(position) ?? []), join(folder, name)]);
  }
  return found;
}

/** The position that a file name says, or undefined. */
export function positionInName(name: string): BodyPosition | undefined {
  const words = name
    .replace(ENDINGS, '')
    .toLowerCase()
    .replaceAll(/[\s_.]+/g, '-');
  return POSITIONS.find((position) => words === position || words.startsWith(`${position}-`));
}
