import { FIELD_CELL } from './finger-template.ts';
import type { PreparedPrint } from './prepared-print.ts';
import type { RidgePicture } from './ridge-picture.ts';

/** Minutiae of two prints that belong together: what a movement is fitted to. */
export interface PairList {
  readonly a: Uint8Array;
  readonly b: Uint8Array;
  readonly pairs: number;
}

/** A turn by (cos, sin), counter-clockwise on the screen, that takes point a to point b. */
export interface RigidMovement {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly cos: number;
  readonly sin: number;
}

/** Least-squares turn and shift of the paired minutiae; a single pair turns by its directions. */
export function rigidMovement(
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
