// AssemblyScript, for both matching modules: finds where a block of one ridge pattern lies in another.
// A pattern is cols * rows bytes, -16..16, 0 outside the print. Arithmetic is f64 as in the plain twin.

const SAMPLES = 64;
/** i32 samples of the block that was read last. */
const BLOCK = memory.data(SAMPLES * 4, 16);

/** Samples that lie inside the print; they are kept for `correlate`. */
function readBlock(at: usize, cols: i32, rows: i32, left: f64, top: f64, places: usize): i32 {
  let known = 0;
  for (let k = 0; k < SAMPLES; k++) {
    const place = places + ((<usize>k) << 3);
    const col = <i32>(left + <f64>load<f32>(place));
    const row = <i32>(top + <f64>load<f32>(place, 4));
    let value = 0;
    if (col >= 0 && row >= 0 && col < cols && row < rows) value = <i32>load<i8>(at + row * cols + col);
    store<i32>(BLOCK + ((<usize>k) << 2), value);
    if (value != 0) known++;
  }
  return known;
}

/** Normalised correlation of the block with the pattern around (left, top); -9 where too little is seen. */
function correlate(at: usize, cols: i32, rows: i32, left: f64, top: f64, places: usize): f64 {
  let sum = 0,
    own = 0,
    other = 0,
    known = 0;
  for (let k = 0; k < SAMPLES; k++) {
    const value = load<i32>(BLOCK + ((<usize>k) << 2));
    const place = places + ((<usize>k) << 3);
    const col = <i32>(left + <f64>load<f32>(place));
    const row = <i32>(top + <f64>load<f32>(place, 4));
    if (value == 0 || col < 0 || row < 0 || col >= cols || row >= rows) continue;
    const dot = <i32>load<i8>(at + row * cols + col);
    if (dot == 0) continue;
    known++;
    sum += dot * value;
    own += value * value;
    other += dot * dot;
  }
  return <f64>known < 0.45 * 64 ? -9 : <f64>sum / Math.sqrt(<f64>(own * other));
}

/** Pixels of a step across the ridges, and what each step must gain. */
const SLIDE: f64 = 1.3;
const SLIDE_PRICE: f64 = 0.07;

/**
 * Reads the block around (x, y) of the first pattern and climbs from (baseX, baseY) of the second along the normal,
 * at most two steps to a side. Returns the best correlation, less the price of the way, and stores the steps (f64)
 * at `out`; -9 where too little of either is seen. Positions are pixels, two to a sample.
 */
export function settle(
  first: usize,
  firstCols: i32,
  firstRows: i32,
  x: f64,
  y: f64,
  plain: usize,
  second: usize,
  cols: i32,
  rows: i32,
  baseX: f64,
  baseY: f64,
  normalX: f64,
  normalY: f64,
  turned: usize,
  out: usize,
): f64 {
  store<f64>(out, 0);
  const known = readBlock(first, firstCols, firstRows, x / 2 + 0.5, y / 2 + 0.5, plain);
  if (known <= 32) return -9;
  let best = correlate(second, cols, rows, baseX / 2 + 0.5, baseY / 2 + 0.5, turned);
  for (let side = -1; side <= 1; side += 2) {
    for (let k = side; k >= -2 && k <= 2; k += side) {
      const left = (baseX + SLIDE * <f64>k * normalX) / 2 + 0.5;
      const top = (baseY + SLIDE * <f64>k * normalY) / 2 + 0.5;
      const value = correlate(second, cols, rows, left, top, turned) - SLIDE_PRICE * <f64>(k < 0 ? -k : k);
      if (value <= best) break;
      best = value;
      store<f64>(out, <f64>k);
    }
  }
  return best;
}
