// AssemblyScript. The same two functions as ridge-scalar.ts, a row of four pixels to a vector, four rows at once.

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
