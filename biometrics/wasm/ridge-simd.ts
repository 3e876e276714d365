// AssemblyScript. The same two functions as ridge-scalar.ts, a row of four pixels to a vector, four rows at once.
import { SIGNATURE, project } from './ridge-waves';

/** Filters each block from one plane into another of the same size. */
export function filterBlocks(from: usize, to: usize, stride: usize, blocks: usize, count: i32): void {
  for (let b = 0; b < count; b++) {
    const block = blocks + ((<usize>b) << 3);
    const start = <usize>load<u32>(block);
    const kernel = <usize>load<u32>(block, 4);
    const taps = load<i32>(kernel);
    let tap = kernel + 4;
    let r0 = f32x4.splat(0),
      r1 = f32x4.splat(0),
      r2 = f32x4.splat(0),
      r3 = f32x4.splat(0);
    for (let k = 0; k < taps; k++) {
      let place = from + start + load<i32>(tap);
      const weight = v128.load32_splat(tap, 4);
      r0 = f32x4.add(r0, f32x4.mul(weight, v128.load(place)));
      place += stride;
      r1 = f32x4.add(r1, f32x4.mul(weight, v128.load(place)));
      place += stride;
      r2 = f32x4.add(r2, f32x4.mul(weight, v128.load(place)));
      place += stride;
      r3 = f32x4.add(r3, f32x4.mul(weight, v128.load(place)));
      tap += 8;
    }
    let out = to + start;
    v128.store(out, r0);
    out += stride;
    v128.store(out, r1);
    out += stride;
    v128.store(out, r2);
    out += stride;
    v128.store(out, r3);
  }
}

/** Sum of the squares of each filtered block, as f32 at `out`, which has room for three more. */
export function blockEnergies(from: usize, stride: usize, blocks: usize, count: i32, out: usize): void {
  for (let b = 0; b < count; b++) {
    const block = blocks + ((<usize>b) << 3);
    const start = from + <usize>load<u32>(block);
    const kernel = <usize>load<u32>(block, 4);
    const taps = load<i32>(kernel);
    let tap = kernel + 4;
    let r0 = f32x4.splat(0),
      r1 = f32x4.splat(0),
      r2 = f32x4.splat(0),
      r3 = f32x4.splat(0);
    for (let k = 0; k < taps; k++) {
      let place = start + load<i32>(tap);
      const weight = v128.load32_splat(tap, 4);
      r0 = f32x4.add(r0, f32x4.mul(weight, v128.load(place)));
      place += stride;
      r1 = f32x4.add(r1, f32x4.mul(weight, v128.load(place)));
      place += stride;
      r2 = f32x4.add(r2, f32x4.mul(weight, v128.load(place)));
      place += stride;
      r3 = f32x4.add(r3, f32x4.mul(weight, v128.load(place)));
      tap += 8;
    }
    const squares = f32x4.add(
      f32x4.add(f32x4.add(f32x4.mul(r0, r0), f32x4.mul(r1, r1)), f32x4.mul(r2, r2)),
      f32x4.mul(r3, r3),
    );
    const sum =
      f32x4.extract_lane(squares, 0) +
      f32x4.extract_lane(squares, 1) +
      (f32x4.extract_lane(squares, 2) + f32x4.extract_lane(squares, 3));
    store<f32>(out + ((<usize>b) << 2), sum);
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
    for (let p: usize = 0; p < 24; p += 4)
      powersOfFour(tables + SIGNATURE, tables + 336 + p * 656, out + 8 + (p << 3));
    out += 200;
  }
}

/** Cosine and sine of one period side by side in a vector, four periods at once. */
function powersOfFour(signature: usize, waves: usize, out: usize): void {
  let a = f64x2.splat(0),
    b = f64x2.splat(0),
    c = f64x2.splat(0),
    d = f64x2.splat(0);
  for (let k: usize = 0; k < 41; k++) {
    const sample = v128.load64_splat(signature + (k << 3));
    a = f64x2.add(a, f64x2.mul(sample, v128.load(waves)));
    b = f64x2.add(b, f64x2.mul(sample, v128.load(waves, 656)));
    c = f64x2.add(c, f64x2.mul(sample, v128.load(waves, 1312)));
    d = f64x2.add(d, f64x2.mul(sample, v128.load(waves, 1968)));
    waves += 16;
  }
  store<f64>(out, square(a));
  store<f64>(out, square(b), 8);
  store<f64>(out, square(c), 16);
  store<f64>(out, square(d), 24);
}

function square(wave: v128): f64 {
  const squares = f64x2.mul(wave, wave);
  return f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1);
}
