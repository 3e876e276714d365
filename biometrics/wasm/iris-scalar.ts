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
 * Writes the positions of the sieve entries (64 B code, 64 B mask) that come nearer than `limit` in some
 * turn, and returns how many there are. Four turns at a time.
 */
export function sieve(
  turns: usize,
  turnCount: i32,
  weights: usize,
  plane: usize,
  entries: i32,
  limit: f64,
  out: usize,
): i32 {
  let found = 0;
  for (let e = 0; e < entries; e++) {
    if (nearestInPlane(turns, turnCount, weights, plane + ((<usize>e) << 7)) < limit) {
      store<u32>(out + ((<usize>found) << 2), e);
      found++;
    }
  }
  return found;
}

function nearestInPlane(turns: usize, turnCount: i32, weights: usize, entry: usize): f64 {
  let best: f64 = 0.5;
  for (let t = 0; t < turnCount; t += 4) {
    const p = turns + ((<usize>t) << 7);
    let d0: u64 = 0,
      d1: u64 = 0,
      d2: u64 = 0,
      d3: u64 = 0;
    let n0: u64 = 0,
      n1: u64 = 0,
      n2: u64 = 0,
      n3: u64 = 0;
    for (let w: usize = 0; w < 64; w += 8) {
      const code = load<u64>(entry + w);
      const mask = load<u64>(entry + w, 64);
      const q = p + w;
      const m0 = mask & load<u64>(q, 64);
      n0 += popcnt<u64>(m0);
      d0 += popcnt<u64>((code ^ load<u64>(q)) & m0);
      const m1 = mask & load<u64>(q, 192);
      n1 += popcnt<u64>(m1);
      d1 += popcnt<u64>((code ^ load<u64>(q, 128)) & m1);
      const m2 = mask & load<u64>(q, 320);
      n2 += popcnt<u64>(m2);
      d2 += popcnt<u64>((code ^ load<u64>(q, 256)) & m2);
      const m3 = mask & load<u64>(q, 448);
      n3 += popcnt<u64>(m3);
      d3 += popcnt<u64>((code ^ load<u64>(q, 384)) & m3);
    }
    best = min<f64>(best, distance(<i32>n0, <i32>d0, weights));
    best = min<f64>(best, distance(<i32>n1, <i32>d1, weights));
    best = min<f64>(best, distance(<i32>n2, <i32>d2, weights));
    best = min<f64>(best, distance(<i32>n3, <i32>d3, weights));
  }
  return best;
}
