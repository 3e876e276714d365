import type { Contours, Matrix } from './coverage.ts';

/** An outline's commands, as HarfBuzz names them; quadratic and cubic curves with their control points first. */
export interface OutlineCommand {
  readonly type: string;
  readonly values: readonly number[];
}

/** Longest straight piece that may stand for a curve, in pixels: with it the error stays under a twentieth. */
const PIECE = 1.5;
const MOST_PIECES = 24;

/** The outline's points after the matrix, curves as short straight pieces. */
export function flatten(commands: readonly OutlineCommand[], matrix: Matrix): Contours {
  const contours: number[][] = [];
  let points: number[] = [];
  for (const { type, values } of commands) {
    const at = mapped(values, matrix);
    if (type === 'M') {
      points = [at[0]!, at[1]!];
      contours.push(points);
    } else if (type !== 'Z') addPiece(points, at);
  }
  return contours;
}

function mapped(values: readonly number[], [a, b, c, d, e, f]: Matrix): number[] {
  const out: number[] = [];
  for (let at = 0; at < values.length; at += 2) {
    const [x, y] = [values[at]!, values[at + 1]!];
    out.push(a * x + c * y + e, b * x + d * y + f);
  }
  return out;
}

/** A line (one point), quadratic (two) or cubic (three) from the last point, by de Casteljau at even steps. */
function addPiece(points: number[], controls: readonly number[]): void {
  if (controls.length === 2) {
    points.push(controls[0]!, controls[1]!);
    return;
  }
  const curve = [points[points.length - 2]!, points[points.length - 1]!, ...controls];
  let length = 0;
  for (let at = 2; at < curve.length; at += 2) {
    length += Math.hypot(curve[at]! - curve[at - 2]!, curve[at + 1]! - curve[at - 1]!);
  }
  const steps = Math.min(MOST_PIECES, Math.max(2, Math.ceil(length / PIECE)));
  for (let step = 1; step <= steps; step += 1) points.push(...pointAt(curve, step / steps));
}

function pointAt(curve: readonly number[], t: number): [number, number] {
  let level = curve;
  while (level.length > 2) {
    const next: number[] = [];
    for (let at = 0; at + 2 < level.length; at += 1)
      next.push(level[at]! + (level[at + 2]! - level[at]!) * t);
    level = next;
  }
  return [level[0]!, level[1]!];
}
