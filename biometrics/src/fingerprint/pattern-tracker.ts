import { FIELD_CELL } from './finger-template.ts';
import type { LaidOutPrints } from './laid-out-prints.ts';
import type { SettleJob } from './match-kernel.ts';
import { BLOCK_SAMPLES, sampleOffset } from './pattern-blocks.ts';
import type { PreparedPrint } from './prepared-print.ts';
import type { RidgePicture } from './ridge-picture.ts';
import { flowAgreement, rigidMovement, type PairList, type RigidMovement } from './rigid-movement.ts';

/** How the ridge patterns agree once one print is laid over the other. */
export interface PatternScore {
  /** Cells that both prints show. */
  readonly cells: number;
  /** Mean correlation -1..1 over them. */
  readonly mean: number;
}

/** Where the cells of the first print were found in the second; true only until the next print is tracked. */
export interface Followed {
  readonly picture: RidgePicture;
  readonly movement: RigidMovement;
}

/** Tracking stops where the first cells, the surest, agree no better than this. */
const EARLY = 16;
const HOPELESS = 0.3;
/** Seeds that agree less are taken for wrongly paired. */
const FAIR_SEED = 0.3;
/** Flows that agree less are not worth following; true prints reach 0.8 and more (dev). */
const LEAST_FLOW = 0.7;
const MOST_CELLS = 96 * 96;
/** Share of a cell's own shift against its neighbour behind that carries on to the one ahead: skin stretches evenly (dev). */
const CARRY = 0.5;
/** Least agreement of both for that. */
const SURE = 0.4;

/** State of the cells of the first print: 0 unknown, 1 waiting, 2 done. */
const state = new Uint8Array(MOST_CELLS);
const shiftX = new Float32Array(MOST_CELLS);
const shiftY = new Float32Array(MOST_CELLS);
const level = new Float32Array(MOST_CELLS);

/**
 * Lays the first print over the second along the paired minutiae and follows the ridges outwards, cell by cell: each
 * cell may move a little from where its neighbours lie. Skin stretches smoothly, so true prints stay in step;
 * different prints fall out of step wherever a ridge begins or ends. Undefined where they cannot be laid over each
 * other that way.
 */
export function trackPattern(prints: LaidOutPrints, list: PairList): (PatternScore & Followed) | undefined {
  const { first, second } = prints;
  const { fieldCols, fieldRows } = first.picture;
  if (list.pairs === 0 || fieldCols * fieldRows > MOST_CELLS) return undefined;
  const movement = rigidMovement(first, second, list);
  if (flowAgreement(first.picture, second.picture, movement) < LEAST_FLOW) return undefined;
  const block = turnedBlock(prints, movement);
  state.fill(0, 0, fieldCols * fieldRows);
  const queue = seedCells(first, second, { list, movement });
  let [cells, sum] = [0, 0];
  while (queue.length > 0) {
    const cell = takeBest(queue);
    const value = settle(prints, block, { cell, movement });
    if (level[cell] === 1 && value < FAIR_SEED) {
      // A pair that was wrong: the cell waits until its neighbours reach it.
      state[cell] = 0;
      continue;
    }
    state[cell] = 2;
    level[cell] = value;
    if (value > -2) {
      cells++;
      sum += value;
    }
    if (cells % EARLY === 0 && sum < HOPELESS * cells) return undefined;
    spread(first.picture, cell, queue);
  }
  return cells > 0 ? { cells, mean: sum / cells, picture: first.picture, movement } : undefined;
}

function seedCells(
  first: PreparedPrint,
  second: PreparedPrint,
  { list, movement: m }: { list: PairList; movement: RigidMovement },
): number[] {
  const queue: number[] = [];
  const { fieldCols } = first.picture;
  for (let k = 0; k < list.pairs; k++) {
    const [x, y] = [first.x[list.a[k]!]!, first.y[list.a[k]!]!];
    const cell = Math.floor(y / FIELD_CELL) * fieldCols + Math.floor(x / FIELD_CELL);
    if (state[cell] !== 0) continue;
    const [dx, dy] = [x - m.ax, y - m.ay];
    shiftX[cell] = second.x[list.b[k]!]! - (m.bx + dx * m.cos + dy * m.sin);
    shiftY[cell] = second.y[list.b[k]!]! - (m.by - dx * m.sin + dy * m.cos);
    level[cell] = 1;
    state[cell] = 1;
    queue.push(cell);
  }
  return queue;
}

/** The waiting cell whose neighbours fitted best goes first. */
function takeBest(queue: number[]): number {
  let best = 0;
  for (let k = 1; k < queue.length; k++) if (level[queue[k]!]! > level[queue[best]!]!) best = k;
  const cell = queue[best]!;
  queue[best] = queue[queue.length - 1]!;
  queue.pop();
  return cell;
}

/** Step across the ridges in pixels, and fewest samples of a block worth looking for; the kernels know the first. */
const SLIDE = 1.3;
const LEAST_KNOWN = 33;

/** Puts the turned places of a block's samples into the kernel's memory; block and position are filled in later. */
function turnedBlock(prints: LaidOutPrints, { cos, sin }: RigidMovement): SettleJob {
  const { kernel, pattern, placesAt: places, stepsAt: out } = prints;
  const turned = new Int32Array(kernel.memory(), places, 2 * BLOCK_SAMPLES);
  for (let k = 0; k < BLOCK_SAMPLES; k++) {
    const { x, y } = OFFSETS[k]!;
    turned[k] = Math.round((x * cos + y * sin) * 65536);
    turned[BLOCK_SAMPLES + k] = Math.round((-x * sin + y * cos) * 65536);
  }
  return { pattern, places, out, block: 0, baseX: 0, baseY: 0, normalX: 0, normalY: 0 };
}

const OFFSETS = Array.from({ length: BLOCK_SAMPLES }, (_, k) => sampleOffset(k));

/** Finds the best place near the predicted one; returns its correlation, or -9 where one of the prints shows nothing. */
function settle(
  { first: { picture }, kernel, blocks, blocksAt, steps }: LaidOutPrints,
  job: SettleJob,
  { cell, movement: m }: { cell: number; movement: RigidMovement },
): number {
  if (blocks.known[cell]! < LEAST_KNOWN) return -9;
  const row = (cell / picture.fieldCols) | 0;
  const dx = (cell - row * picture.fieldCols + 0.5) * FIELD_CELL - m.ax;
  const dy = (row + 0.5) * FIELD_CELL - m.ay;
  job.block = blocksAt + cell * BLOCK_SAMPLES;
  job.baseX = m.bx + dx * m.cos + dy * m.sin + shiftX[cell]!;
  job.baseY = m.by - dx * m.sin + dy * m.cos + shiftY[cell]!;
  const nx = picture.acrossX[cell]!;
  const ny = picture.acrossY[cell]!;
  job.normalX = nx * m.cos + ny * m.sin;
  job.normalY = -nx * m.sin + ny * m.cos;
  const best = kernel.settle(job);
  if (best > 0.3) {
    shiftX[cell]! += SLIDE * steps[0]! * job.normalX;
    shiftY[cell]! += SLIDE * steps[0]! * job.normalY;
  }
  return best;
}

/** Hands a settled cell's shift to its neighbours. */
function spread(first: RidgePicture, cell: number, queue: number[]): void {
  if (level[cell]! < -2) return;
  const { fieldCols, fieldRows } = first;
  const row = (cell / fieldCols) | 0;
  const col = cell - row * fieldCols;
  if (col > 0) reach(first, { cell, next: cell - 1 }, queue);
  if (col < fieldCols - 1) reach(first, { cell, next: cell + 1 }, queue);
  if (row > 0) reach(first, { cell, next: cell - fieldCols }, queue);
  if (row < fieldRows - 1) reach(first, { cell, next: cell + fieldCols }, queue);
}

/** Several shifts that reach the same cell are averaged. */
function reach(
  { cos, sin }: RidgePicture,
  { cell, next }: { cell: number; next: number },
  queue: number[],
): void {
  if (state[next] === 2 || (cos[next] === 0 && sin[next] === 0)) return;
  if (state[next] === 0) {
    const carry = carryOf(cell, 2 * cell - next);
    shiftX[next] = shiftX[cell]! + (carry > 0 ? carry * (shiftX[cell]! - shiftX[2 * cell - next]!) : 0);
    shiftY[next] = shiftY[cell]! + (carry > 0 ? carry * (shiftY[cell]! - shiftY[2 * cell - next]!) : 0);
    level[next] = level[cell]!;
    state[next] = 1;
    queue.push(next);
  } else if (level[next]! < 0.99) {
    shiftX[next] = (shiftX[next]! + shiftX[cell]!) / 2;
    shiftY[next] = (shiftY[next]! + shiftY[cell]!) / 2;
    level[next] = Math.max(level[next]!, level[cell]!);
  }
}

/** 0 where the cell behind was not followed well enough to say how the skin stretches. */
function carryOf(cell: number, behind: number): number {
  return behind >= 0 && state[behind] === 2 && level[behind]! > SURE && level[cell]! > SURE ? CARRY : 0;
}

/** Where a pixel of the first print lies in the second; undefined where nothing was followed. */
export function followedTo(
  { picture, movement: m }: Followed,
  x: number,
  y: number,
): { readonly x: number; readonly y: number } | undefined {
  const cell = Math.floor(y / FIELD_CELL) * picture.fieldCols + Math.floor(x / FIELD_CELL);
  if (state[cell] !== 2 || level[cell]! < -2) return undefined;
  const [dx, dy] = [x - m.ax, y - m.ay];
  return {
    x: m.bx + dx * m.cos + dy * m.sin + shiftX[cell]!,
    y: m.by - dx * m.sin + dy * m.cos + shiftY[cell]!,
  };
}
