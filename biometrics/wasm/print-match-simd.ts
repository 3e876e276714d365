// AssemblyScript. The same functions as print-match-scalar.ts with 128-bit vectors.
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
  const m0 = v128.and(v128.load(a, 32), v128.load(b, 32)),
    m1 = v128.and(v128.load(a, 48), v128.load(b, 48));
  const known = total(i8x16.add(i8x16.popcnt(m0), i8x16.popcnt(m1)));
  if (known < 128) return 0;
  const x0 = v128.and(v128.xor(v128.load(a), v128.load(b)), m0),
    x1 = v128.and(v128.xor(v128.load(a, 16), v128.load(b, 16)), m1);
  const differ = total(i8x16.add(i8x16.popcnt(x0), i8x16.popcnt(x1)));
  const patch = 1.0 - <f64>(differ << 1) / <f64>known;
  return patch < 0.12 ? 0 : patch * rings(a + 64, b + 64);
}

function rings(a: usize, b: usize): f64 {
  const s0 = v128.and(v128.load(a, 48), v128.load(b, 48)),
    s1 = v128.and(v128.load(a, 64), v128.load(b, 64)),
    s2 = v128.and(v128.load(a, 80), v128.load(b, 80));
  const one = i8x16.splat(1);
  const common = total(i8x16.add(v128.and(s0, one), i8x16.add(v128.and(s1, one), v128.and(s2, one))));
  if (common < 14) return 0;
  const sum =
    total(v128.and(agreement(v128.load(a), v128.load(b)), s0)) +
    total(v128.and(agreement(v128.load(a, 16), v128.load(b, 16)), s1)) +
    total(v128.and(agreement(v128.load(a, 32), v128.load(b, 32)), s2));
  return <f64>sum / <f64>(36 * common);
}

/** 36 less the difference of two directions either way around, at least 0, in each byte. */
function agreement(a: v128, b: v128): v128 {
  const off = i8x16.min_u(i8x16.sub(a, b), i8x16.sub(b, a));
  return i8x16.sub_sat_u(i8x16.splat(36), off);
}

function total(counts: v128): i32 {
  const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counts));
  return (
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)
  );
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
  const lefts = i32x4.splat(left),
    tops = i32x4.splat(top),
    width = i32x4.splat(cols),
    height = i32x4.splat(rows);
  let sum = i32x4.splat(0),
    own = i32x4.splat(0),
    other = i32x4.splat(0),
    known = i8x16.splat(0);
  for (let k: usize = 0; k < 64; k += 16) {
    const at = places + (k << 2);
    let dots = i8x16.splat(0);
    let place = dotPlaces(at, lefts, tops, width, height);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 0), dots, 0);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 1), dots, 1);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 2), dots, 2);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 3), dots, 3);
    place = dotPlaces(at + 16, lefts, tops, width, height);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 0), dots, 4);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 1), dots, 5);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 2), dots, 6);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 3), dots, 7);
    place = dotPlaces(at + 32, lefts, tops, width, height);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 0), dots, 8);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 1), dots, 9);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 2), dots, 10);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 3), dots, 11);
    place = dotPlaces(at + 48, lefts, tops, width, height);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 0), dots, 12);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 1), dots, 13);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 2), dots, 14);
    dots = v128.load8_lane(pattern + i32x4.extract_lane(place, 3), dots, 15);
    const values = v128.load(block + k);
    const zero = i8x16.splat(0);
    const both = v128.and(i8x16.ne(dots, zero), i8x16.ne(values, zero));
    known = i8x16.sub(known, both);
    const d = v128.and(dots, both),
      v = v128.and(values, both);
    const d0 = i16x8.extend_low_i8x16_s(d),
      d1 = i16x8.extend_high_i8x16_s(d),
      v0 = i16x8.extend_low_i8x16_s(v),
      v1 = i16x8.extend_high_i8x16_s(v);
    sum = i32x4.add(sum, i32x4.add(i32x4.dot_i16x8_s(d0, v0), i32x4.dot_i16x8_s(d1, v1)));
    own = i32x4.add(own, i32x4.add(i32x4.dot_i16x8_s(v0, v0), i32x4.dot_i16x8_s(v1, v1)));
    other = i32x4.add(other, i32x4.add(i32x4.dot_i16x8_s(d0, d0), i32x4.dot_i16x8_s(d1, d1)));
  }
  return total(known) < 29 ? -9 : <f64>lanes(sum) / Math.sqrt(<f64>(lanes(own) * lanes(other)));
}

/** Offsets of four dots in the pattern; -1, where a 0 stands, outside. */
function dotPlaces(at: usize, lefts: v128, tops: v128, width: v128, height: v128): v128 {
  const col = i32x4.shr_s(i32x4.add(lefts, v128.load(at)), 16);
  const row = i32x4.shr_s(i32x4.add(tops, v128.load(at, 256)), 16);
  const inside = v128.and(i32x4.lt_u(col, width), i32x4.lt_u(row, height));
  return v128.or(v128.and(i32x4.add(i32x4.mul(row, width), col), inside), v128.not(inside));
}

function lanes(sums: v128): i32 {
  return (
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)
  );
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
