import { ANGLE_SLACK, EDGES_EACH, edgeBucket, type EdgeIndex } from './edge-index.ts';
import type { PreparedPrint } from './prepared-print.ts';

/** Pairs of minutiae that one growth found, with what supports them. */
export interface GrownTree {
  /** Minutia of the first print for each pair, then of the second. */
  readonly a: Uint8Array;
  readonly b: Uint8Array;
  readonly pairs: number;
  /** Edges that agree besides those that brought a pair in. */
  readonly supports: number;
  /** Sum over all agreeing edges of how well they agree, 0..1 each. */
  readonly accuracy: number;
  /** Pairs of the same type. */
  readonly sameType: number;
}

const ROOTS = 24;
/** Trees that are handed on; which of them is right, the ridge pattern tells. */
const KEPT = 2;
/** How far a pair's turn may be from the root's, in 1/256 turns. */
const TURN_SLACK = 24;

/**
 * Tree growing over agreeing edges, as the public description of SourceAFIS has it: look up edges of the first
 * print in the second's index, take the pairs that most edges speak for as roots, and let each grow from
 * neighbour to neighbour, the best agreeing edge first. Local edges only: the whole may stretch. Best tree first.
 */
export function growTrees(first: PreparedPrint, second: PreparedPrint): GrownTree[] {
  const trees: GrownTree[] = [];
  for (const root of bestRoots(first, second)) {
    const i = Math.floor(root / second.count);
    const j = root - i * second.count;
    // A root inside a tree would only grow that tree again.
    if (!trees.some((tree) => holds(tree, i, j))) trees.push(grow(first, second, root));
  }
  return trees.sort((a, b) => treeWorth(b) - treeWorth(a)).slice(0, KEPT);
}

function holds(tree: GrownTree, i: number, j: number): boolean {
  for (let k = 0; k < tree.pairs; k++) if (tree.a[k] === i) return tree.b[k] === j;
  return false;
}

function treeWorth(tree: GrownTree): number {
  return tree.pairs + 0.5 * tree.accuracy;
}

const votes = new Float32Array(256 * 256);

function bestRoots(first: PreparedPrint, second: PreparedPrint): number[] {
  const { count } = second;
  votes.fill(0, 0, first.count * count);
  for (let i = 0; i < first.count; i++) {
    const end = i * EDGES_EACH + first.edges.used[i]!;
    for (let edge = i * EDGES_EACH; edge < end; edge++) voteFor(first.edges, edge, second.edges, i * count);
  }
  return topVotes(first.count * count);
}

function voteFor(edges: EdgeIndex, edge: number, others: EdgeIndex, row: number): void {
  const at = edgeBucket(edges.length[edge]!, edges.from[edge]!, edges.into[edge]!);
  for (let e = others.starts[at]!, end = others.starts[at + 1]!; e < end; e++) {
    const candidate = others.entries[e]!;
    const worth = edgeAgreement(edges, edge, others, candidate);
    if (worth > 0) votes[row + ((candidate / EDGES_EACH) | 0)]! += worth;
  }
}

/** 0 where two edges differ by more than their tolerance, up to 1 where they are the same. */
function edgeAgreement(edges: EdgeIndex, edge: number, others: EdgeIndex, other: number): number {
  const from = wrapped(edges.from[edge]! - others.from[other]!);
  if (from > ANGLE_SLACK) return 0;
  const into = wrapped(edges.into[edge]! - others.into[other]!);
  if (into > ANGLE_SLACK) return 0;
  const off = Math.abs(edges.length[edge]! - others.length[other]!) / edges.slack[edge]!;
  if (off > 1) return 0;
  return 1 - (off + (from + into) / (2 * ANGLE_SLACK)) / 2.2;
}

function wrapped(difference: number): number {
  const d = difference & 255;
  return d > 128 ? 256 - d : d;
}

const rootPlaces = new Int32Array(ROOTS);

function topVotes(size: number): number[] {
  let held = 0;
  let least = 0.6;
  for (let at = 0; at < size; at++) {
    const value = votes[at]!;
    if (value <= least) continue;
    let k = held < ROOTS ? held++ : ROOTS - 1;
    for (; k > 0 && votes[rootPlaces[k - 1]!]! < value; k--) rootPlaces[k] = rootPlaces[k - 1]!;
    rootPlaces[k] = at;
    if (held === ROOTS) least = votes[rootPlaces[ROOTS - 1]!]!;
  }
  return Array.from(rootPlaces.subarray(0, held));
}

/** Heap of edge pairs that wait to bring in their far ends, best agreement first. */
const waiting = {
  size: 0,
  worth: new Float32Array(4096),
  a: new Uint8Array(4096),
  b: new Uint8Array(4096),
};
const partnerOfA = new Int16Array(256);
const partnerOfB = new Int16Array(256);
const pairedA = new Uint8Array(256);
const pairedB = new Uint8Array(256);

function grow(first: PreparedPrint, second: PreparedPrint, root: number): GrownTree {
  partnerOfA.fill(-1);
  partnerOfB.fill(-1);
  waiting.size = 0;
  let pairs = 0;
  let supports = 0;
  let accuracy = 0;
  let sameType = 0;
  let i = Math.floor(root / second.count);
  let j = root - i * second.count;
  const turn = (second.direction[j]! - first.direction[i]!) & 255;
  for (;;) {
    partnerOfA[i] = j;
    partnerOfB[j] = i;
    pairedA[pairs] = i;
    pairedB[pairs++] = j;
    if (first.type[i] === second.type[j]) sameType++;
    offerEdges(first.edges, second.edges, i, j);
    let worth = 0;
    for (;;) {
      if (waiting.size === 0)
        return {
          a: pairedA.slice(0, pairs),
          b: pairedB.slice(0, pairs),
          pairs,
          supports,
          accuracy,
          sameType,
        };
      worth = waiting.worth[0]!;
      i = waiting.a[0]!;
      j = waiting.b[0]!;
      dropTop();
      if (partnerOfA[i] === j) {
        supports++;
        accuracy += worth;
      } else if (partnerOfA[i]! < 0 && partnerOfB[j]! < 0) {
        if (wrapped(second.direction[j]! - first.direction[i]! - turn) <= TURN_SLACK) break;
      }
    }
    accuracy += worth;
  }
}

/** Edges of a minutia stand shortest first, so that most of the other's are passed over by their length alone. */
function offerEdges(first: EdgeIndex, second: EdgeIndex, i: number, j: number): void {
  const from = j * EDGES_EACH;
  const to = from + second.used[j]!;
  let start = from;
  for (let edge = i * EDGES_EACH, end = edge + first.used[i]!; edge < end; edge++) {
    const length = first.length[edge]!;
    // A little more than the tolerance: `edgeAgreement` has the last word.
    const reach = first.slack[edge]! + 0.01;
    while (start < to && second.length[start]! < length - reach) start++;
    for (let other = start; other < to && second.length[other]! <= length + reach; other++) {
      const worth = edgeAgreement(first, edge, second, other);
      if (worth > 0) push(worth, first.to[edge]!, second.to[other]!);
    }
  }
}

function push(worth: number, a: number, b: number): void {
  if (waiting.size === waiting.worth.length) return;
  let at = waiting.size++;
  while (at > 0) {
    const up = (at - 1) >> 1;
    if (waiting.worth[up]! >= worth) break;
    move(up, at);
    at = up;
  }
  waiting.worth[at] = worth;
  waiting.a[at] = a;
  waiting.b[at] = b;
}

function dropTop(): void {
  const last = --waiting.size;
  const worth = waiting.worth[last]!;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= last) break;
    if (child + 1 < last && waiting.worth[child + 1]! > waiting.worth[child]!) child++;
    if (waiting.worth[child]! <= worth) break;
    move(child, at);
    at = child;
  }
  waiting.worth[at] = worth;
  waiting.a[at] = waiting.a[last]!;
  waiting.b[at] = waiting.b[last]!;
}

function move(from: number, to: number): void {
  waiting.worth[to] = waiting.worth[from]!;
  waiting.a[to] = waiting.a[from]!;
  waiting.b[to] = waiting.b[from]!;
}
