// AssemblyScript. Distances of one probe, turned several ways, to stored iris codes, with i64.popcnt.
// The plain twin is src/iris/typescript-kernel.ts: both give the same bits. Addresses are bytes.

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

// Five turns at a time: each stored word is loaded once for five comparisons and all counts stay in registers.
function nearest(turns: usize, turnCount: i32, weights: usize, entry: usize): f64 {
  let best: f64 = 0.5;
  for (let t = 0; t < turnCount; t += 5) {
    const p = turns + ((<usize>t) << 9);
    let d0: u64 = 0,
      d1: u64 = 0,
      d2: u64 = 0,
      d3: u64 = 0,
      d4: u64 = 0;
    let n0: u64 = 0,
      n1: u64 = 0,
      n2: u64 = 0,
      n3: u64 = 0,
      n4: u64 = 0;
    for (let w: usize = 0; w < 256; w += 8) {
      const code = load<u64>(entry + w);
      const mask = load<u64>(entry + w, 256);
      const q = p + w;
      const m0 = mask & load<u64>(q, 256);
      n0 += popcnt<u64>(m0);
      d0 += popcnt<u64>((code ^ load<u64>(q)) & m0);
      const m1 = mask & load<u64>(q, 768);
      n1 += popcnt<u64>(m1);
      d1 += popcnt<u64>((code ^ load<u64>(q, 512)) & m1);
      const m2 = mask & load<u64>(q, 1280);
      n2 += popcnt<u64>(m2);
      d2 += popcnt<u64>((code ^ load<u64>(q, 1024)) & m2);
      const m3 = mask & load<u64>(q, 1792);
      n3 += popcnt<u64>(m3);
      d3 += popcnt<u64>((code ^ load<u64>(q, 1536)) & m3);
      const m4 = mask & load<u64>(q, 2304);
      n4 += popcnt<u64>(m4);
      d4 += popcnt<u64>((code ^ load<u64>(q, 2048)) & m4);
    }
    best = min<f64>(best, distance(<i32>n0, <i32>d0, weights));
    best = min<f64>(best, distance(<i32>n1, <i32>d1, weights));
    best = min<f64>(best, distance(<i32>n2, <i32>d2, weights));
    best = min<f64>(best, distance(<i32>n3, <i32>d3, weights));
    best = min<f64>(best, distance(<i32>n4, <i32>d4, weights));
  }
  return best;
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

// Unrolled: the entry's words are loaded once for all turns. A sixth faster than three turns at a time.
function isNear(turns: usize, turnCount: i32, limits: usize, entry: usize): bool {
  const c0 = load<u64>(entry, 0),
    m0 = load<u64>(entry, 64);
  const c1 = load<u64>(entry, 8),
    m1 = load<u64>(entry, 72);
  const c2 = load<u64>(entry, 16),
    m2 = load<u64>(entry, 80);
  const c3 = load<u64>(entry, 24),
    m3 = load<u64>(entry, 88);
  const c4 = load<u64>(entry, 32),
    m4 = load<u64>(entry, 96);
  const c5 = load<u64>(entry, 40),
    m5 = load<u64>(entry, 104);
  const c6 = load<u64>(entry, 48),
    m6 = load<u64>(entry, 112);
  const c7 = load<u64>(entry, 56),
    m7 = load<u64>(entry, 120);
  const end = turns + ((<usize>turnCount) << 7);
  for (let turn = turns; turn < end; turn += 128) {
    let n: u64 = 0,
      d: u64 = 0;
    const b0 = m0 & load<u64>(turn, 64);
    n += popcnt<u64>(b0);
    d += popcnt<u64>((c0 ^ load<u64>(turn, 0)) & b0);
    const b1 = m1 & load<u64>(turn, 72);
    n += popcnt<u64>(b1);
    d += popcnt<u64>((c1 ^ load<u64>(turn, 8)) & b1);
    const b2 = m2 & load<u64>(turn, 80);
    n += popcnt<u64>(b2);
    d += popcnt<u64>((c2 ^ load<u64>(turn, 16)) & b2);
    const b3 = m3 & load<u64>(turn, 88);
    n += popcnt<u64>(b3);
    d += popcnt<u64>((c3 ^ load<u64>(turn, 24)) & b3);
    const b4 = m4 & load<u64>(turn, 96);
    n += popcnt<u64>(b4);
    d += popcnt<u64>((c4 ^ load<u64>(turn, 32)) & b4);
    const b5 = m5 & load<u64>(turn, 104);
    n += popcnt<u64>(b5);
    d += popcnt<u64>((c5 ^ load<u64>(turn, 40)) & b5);
    const b6 = m6 & load<u64>(turn, 112);
    n += popcnt<u64>(b6);
    d += popcnt<u64>((c6 ^ load<u64>(turn, 48)) & b6);
    const b7 = m7 & load<u64>(turn, 120);
    n += popcnt<u64>(b7);
    d += popcnt<u64>((c7 ^ load<u64>(turn, 56)) & b7);
    if (<i32>d <= load<i32>(limits + ((<usize>n) << 2))) return true;
  }
  return false;
}
