import { PATTERN_STEP } from './finger-template.ts';
import type { RidgePicture } from './ridge-picture.ts';
import type { RigidMovement } from './rigid-movement.ts';

/** Samples on a side of a block, and pixels between them: 24 pixels are two to three ridges. */
const SIDE = 8;
const STEP = 3;

const block = new Int8Array(SIDE * SIDE);

/** Offsets of a block's samples in dots: unturned for the first print, turned for the second. */
const plainX = Float32Array.from(
  { length: SIDE * SIDE },
  (_, k) => (((k % SIDE) - 3.5) * STEP) / PATTERN_STEP,
);
const plainY = Float32Array.from({ length: SIDE * SIDE }, (_, k) => (((k >> 3) - 3.5) * STEP) / PATTERN_STEP);
const turnedX = new Float32Array(SIDE * SIDE);
const turnedY = new Float32Array(SIDE * SIDE);

/** Turns the samples that `correlateBlock` takes from the second print. */
export function turnBlock({ cos, sin }: RigidMovement): void {
  for (let k = 0; k < SIDE * SIDE; k++) {
    turnedX[k] = plainX[k]! * cos + plainY[k]! * sin;
    turnedY[k] = -plainX[k]! * sin + plainY[k]! * cos;
  }
}

/** Reads the block around a pixel of the first print; false where too little of it lies inside. */
export function readBlock(first: RidgePicture, x: number, y: number): boolean {
  let known = 0;
  for (let k = 0; k < SIDE * SIDE; k++) {
    const col = (x / PATTERN_STEP + plainX[k]! + 0.5) | 0;
    const row = (y / PATTERN_STEP + plainY[k]! + 0.5) | 0;
    const inside = col >= 0 && row >= 0 && col < first.cols && row < first.rows;
    block[k] = inside ? first.soft[row * first.cols + col]! : 0;
    if (block[k] !== 0) known++;
  }
  return known > (SIDE * SIDE) / 2;
}

/** Normalised correlation of the block read last with the second print around a pixel. */
export function correlateBlock(second: RidgePicture, x: number, y: number): number {
  const { soft, cols, rows } = second;
  const [left, top] = [x / PATTERN_STEP + 0.5, y / PATTERN_STEP + 0.5];
  let [sum, own, other, known] = [0, 0, 0, 0];
  for (let k = 0; k < SIDE * SIDE; k++) {
    const value = block[k]!;
    const col = (left + turnedX[k]!) | 0;
    const row = (top + turnedY[k]!) | 0;
    if (value === 0 || col < 0 || row < 0 || col >= cols || row >= rows) continue;
    const dot = soft[row * cols + col]!;
    if (dot === 0) continue;
    known++;
    sum += dot * value;
    own += value * value;
    other += dot * dot;
  }
  return known < 0.45 * SIDE * SIDE ? -9 : sum / Math.sqrt(own * other);
}
