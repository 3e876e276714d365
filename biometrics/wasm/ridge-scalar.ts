// AssemblyScript. Oriented filters over blocks of 4 x 4 pixels: the inner loops of finger extraction.
// A block is two u32: its first pixel's offset in bytes, and the address of its kernel. A kernel is the number
// of taps (i32), then offset in bytes (i32) and weight (f32) of each. All sums are f32 in the order of the taps.
import { SIGNATURE, project } from './ridge-waves';

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

/** Energy and powers (25 f64 at `out`) of each window; tables are 42 f64, 24 periods of 41 pairs of cosine and sine, and room for 41 more. */
export function ridgeWaves(
  plane: usize,
  width: i32,
  height: i32,
  windows: usize,
  count: i32,
  tables: usize,
  out: usize,
): void {
  for (let w = 0; w < count; w++) {
    store<f64>(out, project(plane, width, height, windows + ((<usize>w) << 5), tables));
    for (let p: usize = 0; p < 24; p++)
      store<f64>(out + 8 + (p << 3), power(tables + SIGNATURE, tables + 336 + p * 656));
    out += 200;
  }
}

function power(signature: usize, waves: usize): f64 {
  let re: f64 = 0,
    im: f64 = 0;
  for (let k: usize = 0; k < 41; k++) {
    const sample = load<f64>(signature + (k << 3));
    re += sample * load<f64>(waves);
    im += sample * load<f64>(waves, 8);
    waves += 16;
  }
  return re * re + im * im;
}
