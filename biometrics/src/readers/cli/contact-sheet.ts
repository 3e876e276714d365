import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { encodePng } from '../../images/sharp-image.ts';
import { syntheticPerson } from '../simulators/synthetic-person.ts';

const PRINTS = 40;
const EYES = 20;
/** Real samples beside them, where a folder is given; such sheets belong into git-ignored `artifacts/`. */
const REAL = 10;
const FINGERS = ['right-index', 'left-index', 'right-thumb', 'left-middle'] as const;

export interface SheetOrder {
  readonly folder: string;
  readonly seed: string;
  readonly realFingers?: string | undefined;
  readonly realEyes?: string | undefined;
}

/** 40 prints and 20 eyes at rising severity, left to right and down, then real ones. Returns the files. */
export async function drawSheets({
  folder,
  seed,
  realFingers,
  realEyes,
}: SheetOrder): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const prints: Uint8Array[] = [];
  for (let i = 0; i < PRINTS; i++) {
    const person = syntheticPerson(`${seed} ${Math.floor(i / 4)}`);
    prints.push(await encodePng(person.finger(FINGERS[i % 4]!, { take: i, severity: i / (PRINTS - 1) })));
  }
  const eyes: Uint8Array[] = [];
  for (let i = 0; i < EYES; i++) {
    const person = syntheticPerson(`${seed} ${i}`);
    eyes.push(
      await encodePng(
        person.eye(i % 2 === 0 ? 'right-iris' : 'left-iris', { take: i, severity: i / (EYES - 1) }),
      ),
    );
  }
  return [
    await sheet(join(folder, 'synthetic-prints.png'), [...prints, ...(await realFiles(realFingers))], {
      columns: 10,
      width: 190,
      height: 190,
    }),
    await sheet(join(folder, 'synthetic-eyes.png'), [...eyes, ...(await realFiles(realEyes))], {
      columns: 5,
      width: 320,
      height: 240,
    }),
  ];
}

async function realFiles(folder: string | undefined): Promise<readonly string[]> {
  if (folder === undefined) return [];
  const names = (await readdir(folder)).filter((name) => /\.(png|jpg)$/.test(name)).sort();
  const step = Math.max(1, Math.floor(names.length / REAL));
  return names
    .filter((_, i) => i % step === 0)
    .slice(0, REAL)
    .map((name) => join(folder, name));
}

async function sheet(
  path: string,
  pictures: readonly (Uint8Array | string)[],
  cell: { readonly columns: number; readonly width: number; readonly height: number },
): Promise<string> {
  const tiles = await Promise.all(
    pictures.map(async (picture, i) => ({
      input: await sharp(picture)
        .resize(cell.width - 4, cell.height - 4, { fit: 'contain', background: '#888' })
        .png()
        .toBuffer(),
      left: (i % cell.columns) * cell.width,
      top: Math.floor(i / cell.columns) * cell.height,
    })),
  );
  const rows = Math.ceil(pictures.length / cell.columns);
  const create = {
    width: cell.columns * cell.width,
    height: rows * cell.height,
    channels: 3,
    background: '#fff',
  } as const;
  await sharp({ create }).composite(tiles).png().toFile(path);
  return path;
}
