/** Cosine and sine of `count` equally spaced angles; 0 points right, angles grow clockwise in the image (y down). */
export interface UnitCircle {
  readonly count: number;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

// Taylor coefficients: ECMAScript leaves Math.sin to the engine, and two machines must agree to the last bit.
const SIN = [1, -1 / 6, 1 / 120, -1 / 5040, 1 / 362880, -1 / 39916800, 1 / 6227020800];
const COS = [1, -1 / 2, 1 / 24, -1 / 720, 1 / 40320, -1 / 3628800, 1 / 479001600];

function series(coefficients: readonly number[], squared: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * squared + (coefficients[i] as number);
  return sum;
}

/** Cosine and sine of `turns` whole turns, from +, - and * only. */
export function cosSinOfTurns(turns: number): [number, number] {
  const octants = (turns - Math.floor(turns)) * 8;
  const quadrant = Math.floor((octants + 1) / 2) % 4;
  const angle = ((octants - 2 * Math.floor((octants + 1) / 2)) / 8) * 2 * Math.PI;
  const c = series(COS, angle * angle);
  const s = angle * series(SIN, angle * angle);
  if (quadrant === 0) return [c, s];
  if (quadrant === 1) return [-s, c];
  return quadrant === 2 ? [-c, -s] : [s, -c];
}

/** Tables made so far: every outline of every image asks for the same few. */
const tables = new Map<number, UnitCircle>();

/** The table for `count` angles. */
export function unitCircle(count: number): UnitCircle {
  const known = tables.get(count);
  if (known) return known;
  const cos = new Float64Array(count);
  const sin = new Float64Array(count);
  for (let i = 0; i < count; i++) [cos[i], sin[i]] = cosSinOfTurns(i / count) as [number, number];
  const table = { count, cos, sin };
  tables.set(count, table);
  return table;
}

/** e to the power `-x`, x >= 0, from + and * only (Math.exp is left to the engine, as Math.sin is). */
export function expOfMinus(x: number): number {
  const halvings = Math.max(0, Math.ceil(x)) > 0 ? 10 : 4;
  const t = x / (1 << halvings);
  let result = 1 - t + (t * t) / 2 - (t * t * t) / 6 + (t * t * t * t) / 24;
  for (let i = 0; i < halvings; i++) result *= result;
  return result;
}
