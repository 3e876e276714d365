import { FIELD_CELL, PATTERN_STEP } from './finger-template.ts';
import type { RidgePicture } from './ridge-picture.ts';

/** Samples on a side of a block, and pixels between them: 24 pixels are two to three ridges. */
const SIDE = 8;
const STEP = 3;
/** Samples of a block; the kernels know it. */
export const BLOCK_SAMPLES = SIDE * SIDE;

/** What a print shows around the middle of each cell of its field: what is looked for in another print. */
export interface PatternBlocks {
  /** BLOCK_SAMPLES a cell, -16..16, 0 outside the print. */
  readonly samples: Int8Array;
  /** Samples of each cell that lie inside the print. */
  readonly known: Uint8Array;
}

const remembered = new WeakMap<RidgePicture, PatternBlocks>();

/** Cut out when first asked for and kept as long as the picture: only the first of two prints needs its blocks. */
export function patternBlocks(picture: RidgePicture): PatternBlocks {
  let blocks = remembered.get(picture);
  if (!blocks) remembered.set(picture, (blocks = cutBlocks(picture)));
  return blocks;
}

/** Where a sample lies from the middle of its block, in dots. */
export function sampleOffset(k: number): { readonly x: number; readonly y: number } {
  return {
    x: (((k % SIDE) - (SIDE - 1) / 2) * STEP) / PATTERN_STEP,
    y: ((Math.floor(k / SIDE) - (SIDE - 1) / 2) * STEP) / PATTERN_STEP,
  };
}

const OFFSETS = Array.from({ length: BLOCK_SAMPLES }, (_, k) => sampleOffset(k));
const OFFSET_X = Float64Array.from(OFFSETS, ({ x }) => x);
const OFFSET_Y = Float64Array.from(OFFSETS, ({ y }) => y);

function cutBlocks({ soft, cols, rows, fieldCols, fieldRows }: RidgePicture): PatternBlocks {
  const cells = fieldCols * fieldRows;
  const [samples, known] = [new Int8Array(cells * BLOCK_SAMPLES), new Uint8Array(cells)];
  for (let cell = 0, at = 0; cell < cells; cell++) {
    const left = (((cell % fieldCols) + 0.5) * FIELD_CELL) / PATTERN_STEP + 0.5;
    const top = ((((cell / fieldCols) | 0) + 0.5) * FIELD_CELL) / PATTERN_STEP + 0.5;
    for (let k = 0; k < BLOCK_SAMPLES; k++, at++) {
      const col = (left + OFFSET_X[k]!) | 0;
      const row = (top + OFFSET_Y[k]!) | 0;
      if (col < 0 || row < 0 || col >= cols || row >= rows) continue;
      samples[at] = soft[row * cols + col]!;
      if (samples[at] !== 0) known[cell]!++;
    }
  }
  return { samples, known };
}
