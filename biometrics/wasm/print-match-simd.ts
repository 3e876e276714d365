// AssemblyScript. The same functions as print-match-scalar.ts with 128-bit vectors.
export { settle } from './settle-block';

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
