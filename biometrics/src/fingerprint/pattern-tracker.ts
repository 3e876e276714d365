import { FIELD_CELL } from './finger-template.ts';
import { correlateBlock, readBlock, turnBlock } from './pattern-block.ts';
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
export function trackPattern(
  first: PreparedPrint,
  second: PreparedPrint,
  list: PairList,
): (PatternScore & Followed) | undefined {
  const { fieldCols, fieldRows } = first.picture;
  if (list.pairs === 0 || fieldCols * fieldRows > MOST_CELLS) return undefined;
  const movement = rigidMovement(first, second, list);
  if (flowAgreement(first.picture, second.picture, movement) < LEAST_FLOW) return undefined;
  turnBlock(movement);
  state.fill(0, 0, fieldCols * fieldRows);
  const queue = seedCells(first, second, { list, movement });
  let [cells, sum] = [0, 0];
  while (queue.length > 0) {
    const cell = takeBest(queue);
    const value = settle(first.picture, second.picture, { cell, movement });
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

/** Step of the search across the ridges in pixels, and what each step must gain. */
const SLIDE = 1.3;
const SLIDE_PRICE = 0.07;

/** Finds the best place near the predicted one; returns its correlation, or -9 where the second print shows nothing. */
function settle(
  first: RidgePicture,
  second: RidgePicture,
  { cell, movement: m }: { cell: number; movement: RigidMovement },
): number {
  const x = ((cell % first.fieldCols) + 0.5) * FIELD_CELL;
  const y = (Math.floor(cell / first.fieldCols) + 0.5) * FIELD_CELL;
  if (!readBlock(first, x, y)) return -9;
  const [dx, dy] = [x - m.ax, y - m.ay];
  const baseX = m.bx + dx * m.cos + dy * m.sin + shiftX[cell]!;
  const baseY = m.by - dx * m.sin + dy * m.cos + shiftY[cell]!;
  const normal = normalIn(first, cell, m);
  const start = { x: baseX, y: baseY };
  let [best, bestK] = [correlateAt(second, start, normal, 0), 0];
  // Uphill only: two steps to a side where the first step helped, since correlation is smooth over a third of a ridge.
  for (let side = -1; side <= 1; side += 2) {
    for (let k = side; k >= -2 && k <= 2; k += side) {
      const value = correlateAt(second, start, normal, k);
      if (value <= best) break;
      best = value;
      bestK = k;
    }
  }
  if (best > 0.3) {
    shiftX[cell]! += SLIDE * bestK * normal.x;
    shiftY[cell]! += SLIDE * bestK * normal.y;
  }
  return best;
}

function correlateAt(second: RidgePicture, start: Point, normal: Point, k: number): number {
  const value = correlateBlock(second, start.x + SLIDE * k * normal.x, start.y + SLIDE * k * normal.y);
  return value - SLIDE_PRICE * Math.abs(k);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Unit vector across the ridges of a cell, turned into the second print. */
function normalIn(first: RidgePicture, cell: number, m: RigidMovement): { x: number; y: number } {
  const angle = Math.atan2(first.sin[cell]!, first.cos[cell]!) / 2 + Math.PI / 2;
  const [nx, ny] = [Math.cos(angle), -Math.sin(angle)];
  return { x: nx * m.cos + ny * m.sin, y: -nx * m.sin + ny * m.cos };
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
