import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodePng } from '../../images/sharp-image.ts';
import type { CapturedFrame } from '../reader.ts';

/** Writes each frame as `<position>.png`, a face in colour, and the record beside it as `<position>.iso`. */
export async function saveFrames(
  folder: string,
  frames: readonly CapturedFrame[],
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const saved: string[] = [];
  for (const { position, image, portrait, record } of frames) {
    const picture = join(folder, `${position}.png`);
    await writeFile(picture, portrait ?? (await encodePng(image)));
    if (record !== undefined) await writeFile(join(folder, `${position}.iso`), record);
    saved.push(picture);
  }
  return saved;
}
