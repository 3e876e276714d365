// AssemblyScript. Oriented filters over blocks of 4 x 4 pixels: the inner loops of finger extraction.
// A block is two u32: its first pixel's offset in bytes, and the address of its kernel. A kernel is the number
// of taps (i32), then offset in bytes (i32) and weight (f32) of each. All sums are f32 in the order of the taps.

/** Filters each block from one plane into another of the same size. */
export function filterBlocks(from: usize, to: usize, stride: usize, blocks: usize, count: i32): void {
  for (let b = 0; b < count; b++) {
    const block = blocks + ((<usize>b) << 3);
    const start = <usize>load<u32>(block);
    const kernel = <usize>load<u32>(block, 4);
    for (let row: usize = 0; row < 4; row++) {
      filterRow(from + start + row * stride, kernel, to + start + row * stride);
    }
  }
}

function filterRow(at: usize, kernel: usize, out: usize): void {
  const taps = load<i32>(kernel);
  let a: f32 = 0,
    b: f32 = 0,
    c: f32 = 0,
    d: f32 = 0;
  let tap = kernel + 4;
  for (let k = 0; k < taps; k++) {
    const place = at + load<i32>(tap);
    const weight = load<f32>(tap, 4);
    a += weight * load<f32>(place);
    b += weight * load<f32>(place, 4);
    c += weight * load<f32>(place, 8);
    d += weight * load<f32>(place, 12);
    tap += 8;
  }
  store<f32>(out, a);
  store<f32>(out, b, 4);
  store<f32>(out, c, 8);
  store<f32>(out, d, 12);
}

/** Sum of the squares of each filtered block, as f32 at `out`, which has room for three more. */
export function blockEnergies(from: usize, stride: usize, blocks: usize, count: i32, out: usize): void {
  for (let b = 0; b < count; b++) {
    const block = blocks + ((<usize>b) << 3);
    const start = from + <usize>load<u32>(block);
    const kernel = <usize>load<u32>(block, 4);
    const place = out + ((<usize>b) << 2);
    // The row's sums are written where the answer will stand and behind it; the next block writes over them.
    let a: f32 = 0,
      c: f32 = 0,
      d: f32 = 0,
      e: f32 = 0;
    for (let row: usize = 0; row < 4; row++) {
      filterRow(start + row * stride, kernel, place);
      const p = load<f32>(place),
        q = load<f32>(place, 4),
        r = load<f32>(place, 8),
        s = load<f32>(place, 12);
      a += p * p;
      c += q * q;
      d += r * r;
      e += s * s;
    }
    store<f32>(place, a + c + (d + e));
  }
}
