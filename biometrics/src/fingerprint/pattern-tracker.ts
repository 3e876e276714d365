import { FIELD_CELL, PATTERN_STEP } from './finger-template.ts';
import type { PreparedPrint } from './prepared-print.ts';
import type { RidgePicture } from './ridge-picture.ts';

/** Minutiae of two prints that belong together: where the tracking starts. */
export interface PairList {
  readonly a: Uint8Array;
  readonly b: Uint8Array;
  readonly pairs: number;
}

/** How the ridge patterns agree once one print is laid over the other. */
export interface PatternScore {
  /** Cells that both prints show. */
  readonly cells: number;
  /** Mean correlation -1..1 over them. */
  readonly mean: number;
}

const SIDE = 8;
const STEP = 3;
/** Tracking stops where the first cells, the surest, agree no better than this. */
const EARLY = 16;
const HOPELESS = 0.3;
/** Flows that agree less are not worth following; true prints reach 0.8 and more (dev). */
const LEAST_FLOW = 0.7;
const MOST_CELLS = 96 * 96;

/** State of the cells of the first print: 0 unknown, 1 waiting, 2 done. */
const state = new Uint8Array(MOST_CELLS);
const shiftX = new Float32Array(MOST_CELLS);
const shiftY = new Float32Array(MOST_CELLS);
const level = new Float32Array(MOST_CELLS);
const block = new Int8Array(SIDE * SIDE);

/**
 * Lays the first print over the second along the paired minutiae and follows the ridges outwards, cell by cell: each
 * cell may move a little from where its neighbours lie. Skin stretches smoothly, so true prints stay in step;
 * different prints fall out of step wherever a ridge begins or ends.
 */
export function trackPattern(first: PreparedPrint, second: PreparedPrint, list: PairList): PatternScore {
  const { fieldCols, fieldRows } = first.picture;
  if (list.pairs === 0 || fieldCols * fieldRows > MOST_CELLS) return { cells: 0, mean: 0 };
  const movement = rigidMovement(first, second, list);
  if (flowAgreement(first.picture, second.picture, movement) < LEAST_FLOW) return { cells: 0, mean: 0 };
  turnOffsets(movement);
  state.fill(0, 0, fieldCols * fieldRows);
  const queue = seedCells(first, second, { list, movement });
  let [cells, sum] = [0, 0];
  while (queue.length > 0) {
    const cell = takeBest(queue);
    const value = settle(first.picture, second.picture, { cell, movement });
    state[cell] = 2;
    level[cell] = value;
    if (value > -2) {
      cells++;
      sum += value;
    }
    if (cells % EARLY === 0 && sum < HOPELESS * cells) return { cells: 0, mean: 0 };
    spread(first.picture, cell, queue);
  }
  return { cells, mean: cells > 0 ? sum / cells : 0 };
}

/** Mean cosine of the doubled angle between the two flows of ridges, over every other cell that both show. */
export function flowAgreement(first: RidgePicture, second: RidgePicture, m: RigidMovement): number {
  const { fieldCols, cos, sin } = first;
  const [turnCos, turnSin] = [m.cos * m.cos - m.sin * m.sin, 2 * m.cos * m.sin];
  let [sum, common] = [0, 0];
  for (let cell = 0; cell < cos.length; cell += 2) {
    const [c, s] = [cos[cell]!, sin[cell]!];
    if (c === 0 && s === 0) continue;
    const dx = ((cell % fieldCols) + 0.5) * FIELD_CELL - m.ax;
    const dy = (((cell / fieldCols) | 0) + 0.5) * FIELD_CELL - m.ay;
    const col = Math.floor((m.bx + dx * m.cos + dy * m.sin) / FIELD_CELL);
    const row = Math.floor((m.by - dx * m.sin + dy * m.cos) / FIELD_CELL);
    if (col < 0 || row < 0 || col >= second.fieldCols || row >= second.fieldRows) continue;
    const other = row * second.fieldCols + col;
    if (second.cos[other] === 0 && second.sin[other] === 0) continue;
    common++;
    sum +=
      second.cos[other]! * (c * turnCos - s * turnSin) + second.sin[other]! * (s * turnCos + c * turnSin);
  }
  return common < 8 ? 0 : sum / common;
}

interface RigidMovement {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly cos: number;
  readonly sin: number;
}

/** Least-squares turn and shift of the paired minutiae; a single pair turns by its directions. */
function rigidMovement(
  first: PreparedPrint,
  second: PreparedPrint,
  { a, b, pairs }: PairList,
): RigidMovement {
  let [ax, ay, bx, by] = [0, 0, 0, 0];
  for (let k = 0; k < pairs; k++) {
    ax += first.x[a[k]!]! / pairs;
    ay += first.y[a[k]!]! / pairs;
    bx += second.x[b[k]!]! / pairs;
    by += second.y[b[k]!]! / pairs;
  }
  let [cos, sin] = [0, 0];
  for (let k = 0; k < pairs; k++) {
    const [px, py] = [first.x[a[k]!]! - ax, first.y[a[k]!]! - ay];
    const [qx, qy] = [second.x[b[k]!]! - bx, second.y[b[k]!]! - by];
    cos += px * qx + py * qy;
    sin += py * qx - px * qy;
    const turn = ((second.direction[b[k]!]! - first.direction[a[k]!]!) * Math.PI) / 128;
    // Directions count like a lever of 25 pixels.
    cos += 625 * Math.cos(turn);
    sin += 625 * Math.sin(turn);
  }
  const length = Math.hypot(cos, sin) || 1;
  return { ax, ay, bx, by, cos: cos / length, sin: sin / length };
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
  const value = correlate(second, start.x + SLIDE * k * normal.x, start.y + SLIDE * k * normal.y);
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

/** Offsets of a block's samples in dots: unturned for the first print, turned for the second. */
const plainX = Float32Array.from(
  { length: SIDE * SIDE },
  (_, k) => (((k % SIDE) - 3.5) * STEP) / PATTERN_STEP,
);
const plainY = Float32Array.from({ length: SIDE * SIDE }, (_, k) => (((k >> 3) - 3.5) * STEP) / PATTERN_STEP);
const turnedX = new Float32Array(SIDE * SIDE);
const turnedY = new Float32Array(SIDE * SIDE);

function turnOffsets({ cos, sin }: RigidMovement): void {
  for (let k = 0; k < SIDE * SIDE; k++) {
    turnedX[k] = plainX[k]! * cos + plainY[k]! * sin;
    turnedY[k] = -plainX[k]! * sin + plainY[k]! * cos;
  }
}

function readBlock(first: RidgePicture, x: number, y: number): boolean {
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
function correlate(second: RidgePicture, x: number, y: number): number {
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
      shiftX[next] = shiftX[cell]!;
      shiftY[next] = shiftY[cell]!;
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
