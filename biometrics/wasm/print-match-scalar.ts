// AssemblyScript. The inner loops of finger matching. A descriptor is 160 bytes: 256 bits of ridge pattern, 256
// bits that say which of them are known, 48 ring directions, and 48 bytes 255 where a direction is seen.
import { placeOf, priceOf, slideOf } from './settle-block';

/** Likeness 0..1 (f64) of each of the first descriptors with each of the second, row by row at `out`. */
export function descriptorWorths(a: usize, aCount: i32, b: usize, bCount: i32, out: usize): void {
  for (let i = 0; i < aCount; i++) {
    for (let j = 0; j < bCount; j++) {
      store<f64>(out, worth(a + <usize>i * 160, b + <usize>j * 160));
      out += 8;
    }
  }
}

function worth(a: usize, b: usize): f64 {
  let known: i64 = 0,
    differ: i64 = 0;
  for (let w: usize = 0; w < 32; w += 8) {
    const both = load<u64>(a + w, 32) & load<u64>(b + w, 32);
    known += popcnt<i64>(both);
    differ += popcnt<i64>((load<u64>(a + w) ^ load<u64>(b + w)) & both);
  }
  if (known < 128) return 0;
  const patch = 1.0 - <f64>(differ << 1) / <f64>known;
  return patch < 0.12 ? 0 : patch * rings(a + 64, b + 64);
}

function rings(a: usize, b: usize): f64 {
  let common = 0,
    sum = 0;
  for (let k: usize = 0; k < 48; k++) {
    if ((load<u8>(a + k, 48) & load<u8>(b + k, 48)) == 0) continue;
    common++;
    const off = (<i32>load<u8>(a + k) - <i32>load<u8>(b + k)) & 255;
    sum += max(0, 36 - min(off, 256 - off));
  }
  return common < 14 ? 0 : <f64>sum / <f64>(36 * common);
}

/** Normalised correlation over what both show; -9 where that is less than 29 of 64 samples. */
function correlate(
  block: usize,
  pattern: usize,
  cols: i32,
  rows: i32,
  left: i32,
  top: i32,
  places: usize,
): f64 {
  let sum = 0,
    own = 0,
    other = 0,
    known = 0;
  for (let k: usize = 0; k < 64; k++) {
    const value = <i32>load<i8>(block + k);
    const col = (left + load<i32>(places + (k << 2))) >> 16;
    const row = (top + load<i32>(places + (k << 2), 256)) >> 16;
    if (value == 0 || <u32>col >= <u32>cols || <u32>row >= <u32>rows) continue;
    const dot = <i32>load<i8>(pattern + row * cols + col);
    if (dot == 0) continue;
    known++;
    sum += dot * value;
    own += value * value;
    other += dot * dot;
  }
  return known < 29 ? -9 : <f64>sum / Math.sqrt(<f64>(own * other));
}

/**
 * Climbs from (baseX, baseY) of the pattern along the normal, at most two steps to a side. Returns the best correlation
 * with the block (64 i8, 0 outside the print), less the price of the way, and stores the steps (f64) at `out`; -9 where
 * too little of the pattern is seen. Positions are pixels, two to a dot; `places` are 64 columns, then 64 rows (i32).
 */
export function settle(
  block: usize,
  pattern: usize,
  cols: i32,
  rows: i32,
  baseX: f64,
  baseY: f64,
  normalX: f64,
  normalY: f64,
  places: usize,
  out: usize,
): f64 {
  store<f64>(out, 0);
  let best = correlate(block, pattern, cols, rows, placeOf(baseX), placeOf(baseY), places);
  for (let side = -1; side <= 1; side += 2) {
    for (let k = side; k >= -2 && k <= 2; k += side) {
      const left = placeOf(baseX + slideOf(k) * normalX);
      const top = placeOf(baseY + slideOf(k) * normalY);
      const value = correlate(block, pattern, cols, rows, left, top, places) - priceOf(k);
      if (value <= best) break;
      best = value;
      store<f64>(out, <f64>k);
    }
  }
  return best;
}
