// AssemblyScript. The inner loops of finger matching. A descriptor is 160 bytes: 256 bits of ridge pattern, 256
// bits that say which of them are known, 48 ring directions, and 48 bytes 255 where a direction is seen.
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
