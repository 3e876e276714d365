// AssemblyScript. The same two functions as iris-scalar.ts with 128-bit vectors and i8x16.popcnt.

/** Smallest normalised distance of each of `entries` stored codes (256 B code, 256 B mask) to any turn. */
export function nearestAll(
  turns: usize,
  turnCount: i32,
  weights: usize,
  codes: usize,
  entries: i32,
  out: usize,
): void {
  for (let e = 0; e < entries; e++) {
    store<f64>(out + ((<usize>e) << 3), nearest(turns, turnCount, weights, codes + ((<usize>e) << 9)));
  }
}

// 16 vectors of byte counts of at most 8 add up to 128: no lane overflows.
function nearest(turns: usize, turnCount: i32, weights: usize, entry: usize): f64 {
  let best: f64 = 0.5;
  for (let t = 0; t < turnCount; t += 5) {
    const p = turns + ((<usize>t) << 9);
    let d0 = i8x16.splat(0),
      d1 = i8x16.splat(0),
      d2 = i8x16.splat(0),
      d3 = i8x16.splat(0),
      d4 = i8x16.splat(0);
    let n0 = i8x16.splat(0),
      n1 = i8x16.splat(0),
      n2 = i8x16.splat(0),
      n3 = i8x16.splat(0),
      n4 = i8x16.splat(0);
    for (let w: usize = 0; w < 256; w += 16) {
      const code = v128.load(entry + w);
      const mask = v128.load(entry + w, 256);
      const q = p + w;
      const m0 = v128.and(mask, v128.load(q, 256));
      n0 = i8x16.add(n0, i8x16.popcnt(m0));
      d0 = i8x16.add(d0, i8x16.popcnt(v128.and(v128.xor(code, v128.load(q)), m0)));
      const m1 = v128.and(mask, v128.load(q, 768));
      n1 = i8x16.add(n1, i8x16.popcnt(m1));
      d1 = i8x16.add(d1, i8x16.popcnt(v128.and(v128.xor(code, v128.load(q, 512)), m1)));
      const m2 = v128.and(mask, v128.load(q, 1280));
      n2 = i8x16.add(n2, i8x16.popcnt(m2));
      d2 = i8x16.add(d2, i8x16.popcnt(v128.and(v128.xor(code, v128.load(q, 1024)), m2)));
      const m3 = v128.and(mask, v128.load(q, 1792));
      n3 = i8x16.add(n3, i8x16.popcnt(m3));
      d3 = i8x16.add(d3, i8x16.popcnt(v128.and(v128.xor(code, v128.load(q, 1536)), m3)));
      const m4 = v128.and(mask, v128.load(q, 2304));
      n4 = i8x16.add(n4, i8x16.popcnt(m4));
      d4 = i8x16.add(d4, i8x16.popcnt(v128.and(v128.xor(code, v128.load(q, 2048)), m4)));
    }
    best = min<f64>(best, distance(total(n0), total(d0), weights));
    best = min<f64>(best, distance(total(n1), total(d1), weights));
    best = min<f64>(best, distance(total(n2), total(d2), weights));
    best = min<f64>(best, distance(total(n3), total(d3), weights));
    best = min<f64>(best, distance(total(n4), total(d4), weights));
  }
  return best;
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

function distance(n: i32, d: i32, weights: usize): f64 {
  return 0.5 - <f64>(n - 2 * d) * load<f64>(weights + ((<usize>n) << 3));
}

/**
 * Writes the positions of the sieve entries (64 B code, 64 B mask) that keep the limit in some turn, and returns how
 * many there are. `limits` says by usable bits how many may differ (i32).
 */
export function sieve(
  turns: usize,
  turnCount: i32,
  limits: usize,
  plane: usize,
  entries: i32,
  out: usize,
): i32 {
  let found = 0;
  for (let e = 0; e < entries; e++) {
    if (isNear(turns, turnCount, limits, plane + ((<usize>e) << 7))) {
      store<u32>(out + ((<usize>found) << 2), e);
      found++;
    }
  }
  return found;
}

function isNear(turns: usize, turnCount: i32, limits: usize, entry: usize): bool {
  const c0 = v128.load(entry),
    c1 = v128.load(entry, 16),
    c2 = v128.load(entry, 32),
    c3 = v128.load(entry, 48);
  const k0 = v128.load(entry, 64),
    k1 = v128.load(entry, 80),
    k2 = v128.load(entry, 96),
    k3 = v128.load(entry, 112);
  for (let t = 0; t < turnCount; t++) {
    const p = turns + ((<usize>t) << 7);
    const m0 = v128.and(k0, v128.load(p, 64)),
      m1 = v128.and(k1, v128.load(p, 80));
    const m2 = v128.and(k2, v128.load(p, 96)),
      m3 = v128.and(k3, v128.load(p, 112));
    const n = i8x16.add(
      i8x16.add(i8x16.popcnt(m0), i8x16.popcnt(m1)),
      i8x16.add(i8x16.popcnt(m2), i8x16.popcnt(m3)),
    );
    const x0 = v128.and(v128.xor(c0, v128.load(p)), m0),
      x1 = v128.and(v128.xor(c1, v128.load(p, 16)), m1);
    const x2 = v128.and(v128.xor(c2, v128.load(p, 32)), m2),
      x3 = v128.and(v128.xor(c3, v128.load(p, 48)), m3);
    const d = i8x16.add(
      i8x16.add(i8x16.popcnt(x0), i8x16.popcnt(x1)),
      i8x16.add(i8x16.popcnt(x2), i8x16.popcnt(x3)),
    );
    if (total(d) <= load<i32>(limits + ((<usize>total(n)) << 2))) return true;
  }
  return false;
}
