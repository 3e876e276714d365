import { FIELD_CELL, PATTERN_STEP } from './finger-template.ts';
import type { LaidOutPrints } from './laid-out-prints.ts';
import type { SettleJob } from './match-kernel.ts';
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

/** Samples on a side of a block, and pixels between them: 24 pixels are two to three ridges. */
const SIDE = 8;
const STEP = 3;
/** Step across the ridges in pixels; the kernels know it. */
const SLIDE = 1.3;

/** Puts the places of a block's samples into the kernel's memory, as they lie and turned; its positions are filled in later. */
function turnedBlock(prints: LaidOutPrints, { cos, sin }: RigidMovement): SettleJob {
  const [plain, turned] = [prints.plainAt, prints.turnedAt].map(
    (at) => new Float32Array(prints.kernel.memory(), at, 2 * SIDE * SIDE),
  ) as [Float32Array, Float32Array];
  for (let k = 0; k < SIDE * SIDE; k++) {
    const x = (((k % SIDE) - 3.5) * STEP) / PATTERN_STEP;
    const y = (((k >> 3) - 3.5) * STEP) / PATTERN_STEP;
    plain[2 * k] = x;
    plain[2 * k + 1] = y;
    turned[2 * k] = x * cos + y * sin;
    turned[2 * k + 1] = -x * sin + y * cos;
  }
  const [first, second] = prints.patterns;
  const places = { plain: prints.plainAt, turned: prints.turnedAt, out: prints.stepsAt };
  return { first, second, ...places, x: 0, y: 0, baseX: 0, baseY: 0, normalX: 0, normalY: 0 };
}

/** Finds the best place near the predicted one; returns its correlation, or -9 where the second print shows nothing. */
function settle(
  { first: { picture }, kernel, stepsAt }: LaidOutPrints,
  block: SettleJob,
  { cell, movement: m }: { cell: number; movement: RigidMovement },
): number {
  block.x = ((cell % picture.fieldCols) + 0.5) * FIELD_CELL;
  block.y = (Math.floor(cell / picture.fieldCols) + 0.5) * FIELD_CELL;
  const [dx, dy] = [block.x - m.ax, block.y - m.ay];
  block.baseX = m.bx + dx * m.cos + dy * m.sin + shiftX[cell]!;
  block.baseY = m.by - dx * m.sin + dy * m.cos + shiftY[cell]!;
  const [nx, ny] = [picture.acrossX[cell]!, picture.acrossY[cell]!];
  block.normalX = nx * m.cos + ny * m.sin;
  block.normalY = -nx * m.sin + ny * m.cos;
  const best = kernel.settle(block);
  if (best > 0.3) {
    const steps = new Float64Array(kernel.memory(), stepsAt, 1)[0]!;
    shiftX[cell]! += SLIDE * steps * block.normalX;
    shiftY[cell]! += SLIDE * steps * block.normalY;
  }
  return best;
}

/** Hands a settled cell's shift to its neighbours; several that reach the same cell are averaged. */
function spread(first: RidgePicture, cell: number, queue: number[]): void {
  if (level[cell]! < -2) return;
  const { fieldCols, fieldRows } = first;
  const [col, row] = [cell % fieldCols, Math.floor(cell / fieldCols)];
  for (const [c, r] of [
    [col - 1, row],
    [col + 1, row],
    [col, row - 1],
    [col, row + 1],
  ] as const) {
    const next = r * fieldCols + c;
    if (c < 0 || r < 0 || c >= fieldCols || r >= fieldRows || state[next] === 2) continue;
    if (first.cos[next] === 0 && first.sin[next] === 0) continue;
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
