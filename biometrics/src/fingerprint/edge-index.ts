/** Minutiae as flat arrays; directions are bytes (256 = a full turn). */
export interface MinutiaPoints {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly direction: Uint8Array;
}

/** Edges that leave a minutia towards its nearest neighbours. */
export const EDGES_EACH = 9;
/** Longest edge that is looked up. */
const LENGTH_BIN = 16;
const ANGLE_BIN = 16;
const BUCKETS = 4096;

/**
 * Edges of minutia i stand at i * EDGES_EACH ..., `used[i]` of them. `from` is the edge's angle against its own
 * minutia's direction, `into` against the neighbour's; both and the length survive any rigid motion.
 */
export interface EdgeIndex {
  readonly used: Uint8Array;
  readonly to: Uint8Array;
  readonly length: Float32Array;
  /** By how much another edge's length may differ. */
  readonly slack: Float64Array;
  readonly from: Uint8Array;
  readonly into: Uint8Array;
  /** Edge numbers by bucket: those of bucket k are `entries[starts[k] .. starts[k + 1]]`. */
  readonly starts: Uint16Array;
  readonly entries: Uint16Array;
}

export function edgeIndex(points: MinutiaPoints): EdgeIndex {
  const size = points.count * EDGES_EACH;
  const edges = {
    used: new Uint8Array(points.count),
    to: new Uint8Array(size),
    length: new Float32Array(size),
    slack: new Float64Array(size),
    from: new Uint8Array(size),
    into: new Uint8Array(size),
  };
  for (let i = 0; i < points.count; i++) addNearest(points, i, edges);
  return { ...edges, ...fillBuckets(edges, points.count) };
}

type Edges = Omit<EdgeIndex, 'starts' | 'entries'>;

function addNearest(points: MinutiaPoints, i: number, edges: Edges): void {
  const near: { j: number; square: number }[] = [];
  for (let j = 0; j < points.count; j++) {
    const square = (points.x[j]! - points.x[i]!) ** 2 + (points.y[j]! - points.y[i]!) ** 2;
    if (j !== i && square > 16) near.push({ j, square });
  }
  near.sort((a, b) => a.square - b.square);
  edges.used[i] = Math.min(EDGES_EACH, near.length);
  for (let k = 0; k < edges.used[i]!; k++) {
    const { j, square } = near[k]!;
    const at = i * EDGES_EACH + k;
    const angle = Math.atan2(-(points.y[j]! - points.y[i]!), points.x[j]! - points.x[i]!) * (128 / Math.PI);
    edges.to[at] = j;
    edges.length[at] = Math.sqrt(square);
    edges.slack[at] = lengthSlack(edges.length[at]!);
    edges.from[at] = Math.round(angle - points.direction[i]!) & 255;
    edges.into[at] = Math.round(angle - points.direction[j]!) & 255;
  }
}

/** Bucket of an edge; look-ups use the edge's own bucket, entries stand in all that its tolerance touches. */
export function edgeBucket(length: number, from: number, into: number): number {
  return bucket(Math.floor(length / LENGTH_BIN), (from / ANGLE_BIN) | 0, (into / ANGLE_BIN) | 0);
}

function bucket(lengthBin: number, fromBin: number, intoBin: number): number {
  return (lengthBin * 67 + (fromBin & 15) * 16 + (intoBin & 15) + lengthBin * 189) & (BUCKETS - 1);
}

function fillBuckets(edges: Edges, count: number): { starts: Uint16Array; entries: Uint16Array } {
  const pairs: { bucket: number; edge: number }[] = [];
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < edges.used[i]!; k++) {
      const edge = i * EDGES_EACH + k;
      for (const at of touchedBuckets(edges, edge)) pairs.push({ bucket: at, edge });
    }
  }
  const starts = new Uint16Array(BUCKETS + 1);
  for (const pair of pairs) starts[pair.bucket + 1]!++;
  for (let k = 0; k < BUCKETS; k++) starts[k + 1]! += starts[k]!;
  const fill = starts.slice();
  const entries = new Uint16Array(pairs.length);
  for (const pair of pairs) entries[fill[pair.bucket]!++] = pair.edge;
  return { starts, entries };
}

function touchedBuckets(edges: Edges, edge: number): Set<number> {
  const found = new Set<number>();
  const slack = edges.slack[edge]!;
  const near = [-1, 0, 1] as const;
  for (const l of near) {
    for (const f of near) {
      for (const n of near) {
        const lengthBin = Math.max(0, Math.floor((edges.length[edge]! + l * slack) / LENGTH_BIN));
        const fromBin = Math.floor((edges.from[edge]! + f * ANGLE_SLACK) / ANGLE_BIN);
        const intoBin = Math.floor((edges.into[edge]! + n * ANGLE_SLACK) / ANGLE_BIN);
        found.add(bucket(lengthBin, fromBin, intoBin));
      }
    }
  }
  return found;
}

/** Tolerances for one edge: skin stretches, so longer edges may differ more. */
export const ANGLE_SLACK = 9;
function lengthSlack(length: number): number {
  return Math.min(14, 4 + 0.07 * length);
}
