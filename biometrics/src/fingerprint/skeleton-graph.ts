import { CROSSINGS, neighbourhood, ringOffsets } from './thin-ridges.ts';

/** A ridge from one node to the next; `path` starts beside the node and ends on the next node's pixel. */
export interface Branch {
  readonly path: readonly number[];
  /** Node at the other end; -1 where the ridge closes on itself. */
  readonly end: number;
}

/** An ending (one branch) or a fork (three or more); touching fork pixels are one node. */
export interface SkeletonNode {
  readonly pixels: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly branches: Branch[];
}

/** Nodes of a one-pixel skeleton and the ridges between them. */
export function skeletonGraph(skeleton: Uint8Array, width: number): SkeletonNode[] {
  const ring = ringOffsets(width);
  const owner = new Int32Array(skeleton.length).fill(-1);
  const nodes: SkeletonNode[] = [];
  for (let i = 0; i < skeleton.length; i++) {
    if (skeleton[i] !== 1 || owner[i] !== -1) continue;
    const crossings = CROSSINGS[neighbourhood(skeleton, i, width)]!;
    if (crossings === 2 || crossings === 0) continue;
    const pixels = crossings === 1 ? [i] : forkPixels(skeleton, i, width);
    for (const pixel of pixels) owner[pixel] = nodes.length;
    nodes.push({ pixels, ...middle(pixels, width), branches: [] });
  }
  for (const node of nodes) traceBranches(skeleton, { node, owner, width, ring });
  return nodes;
}

function forkPixels(skeleton: Uint8Array, start: number, width: number): number[] {
  const found = [start];
  const ring = ringOffsets(width);
  for (let k = 0; k < found.length && found.length < 12; k++) {
    for (const offset of ring) {
      const next = found[k]! + offset;
      if (skeleton[next] !== 1 || found.includes(next)) continue;
      if (CROSSINGS[neighbourhood(skeleton, next, width)]! >= 3) found.push(next);
    }
  }
  return found;
}

function middle(pixels: readonly number[], width: number): { x: number; y: number } {
  const x = pixels.reduce((sum, p) => sum + (p % width), 0) / pixels.length;
  return { x, y: pixels.reduce((sum, p) => sum + Math.floor(p / width), 0) / pixels.length };
}

interface Tracing {
  readonly node: SkeletonNode;
  readonly owner: Int32Array;
  readonly width: number;
  readonly ring: readonly number[];
}

/** Straight neighbours first: a diagonal one beside them belongs to the same ridge. */
const STRAIGHT_FIRST = [0, 2, 4, 6, 1, 3, 5, 7] as const;

function traceBranches(skeleton: Uint8Array, { node, owner, width, ring }: Tracing): void {
  const own = owner[node.pixels[0]!]!;
  const used: number[] = [];
  for (const pixel of node.pixels) {
    for (const k of STRAIGHT_FIRST) {
      const first = pixel + ring[k]!;
      if (skeleton[first] !== 1 || owner[first] === own) continue;
      if (used.some((other) => other === first || isBeside(other - first, width))) continue;
      used.push(first);
      node.branches.push(walk(skeleton, { from: pixel, first, owner, width, ring }));
    }
  }
}

/** Whether two pixels of this difference touch. */
function isBeside(difference: number, width: number): boolean {
  const d = difference < 0 ? -difference : difference;
  return d === 1 || (d >= width - 1 && d <= width + 1);
}

interface Walk {
  readonly from: number;
  readonly first: number;
  readonly owner: Int32Array;
  readonly width: number;
  readonly ring: readonly number[];
}

function walk(skeleton: Uint8Array, { from, first, owner, width, ring }: Walk): Branch {
  const path = [first];
  let before = from;
  let at = first;
  while (owner[at] === -1 && path.length < 4000) {
    const next = step(skeleton, { before, at, width, ring });
    if (next < 0) break;
    before = at;
    at = next;
    path.push(at);
    if (at === first) break;
  }
  return { path, end: owner[at]! };
}

/** The neighbour that leads away from where we came; -1 where the ridge ends. */
function step(
  skeleton: Uint8Array,
  { before, at, width, ring }: { before: number; at: number; width: number; ring: readonly number[] },
): number {
  for (const k of STRAIGHT_FIRST) {
    const next = at + ring[k]!;
    if (skeleton[next] === 1 && next !== before && !isBeside(next - before, width)) return next;
  }
  return -1;
}
