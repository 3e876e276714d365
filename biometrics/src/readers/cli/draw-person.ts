import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EYE_POSITIONS, FINGER_POSITIONS } from '../../codes.ts';
import { encodePng } from '../../images/sharp-image.ts';
import { syntheticPerson } from '../simulators/synthetic-person.ts';

export interface DrawPersonOrder {
  readonly seed: string;
  readonly folder: string;
  readonly severity: number;
  readonly takes: number;
}

/** Ten fingers, two eyes and a face of somebody who does not exist, named as `--capture-from` wants them. */
export async function drawPerson({ seed, folder, severity, takes }: DrawPersonOrder): Promise<number> {
  await mkdir(folder, { recursive: true });
  const person = syntheticPerson(seed);
  let written = 0;
  const save = async (name: string, bytes: Uint8Array): Promise<void> => {
    await writeFile(join(folder, name), bytes);
    written++;
  };
  for (let take = 1; take <= takes; take++) {
    const knobs = { take, severity };
    for (const position of FINGER_POSITIONS)
      await save(`${position}_${take}.png`, await encodePng(person.finger(position, knobs)));
    for (const position of EYE_POSITIONS)
      await save(`${position}_${take}.png`, await encodePng(person.eye(position, knobs)));
    await save(`face_${take}.png`, await person.face(knobs));
  }
  return written;
}
