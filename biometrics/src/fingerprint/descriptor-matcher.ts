import type { PreparedPrint } from './prepared-print.ts';
import type { LaidOutPrints } from './laid-out-prints.ts';

/** Pairs of minutiae whose surroundings agree and that fit one movement. */
export interface Consensus {
  readonly a: Uint8Array;
  readonly b: Uint8Array;
  readonly pairs: number;
  /** Sum of the likeness (0..1 each) of the pairs. */
  readonly likeness: number;
}

const TOP = 48;
const LEAST = 0.1;
const HYPOTHESES = 24;
const KEPT = 3;

const top = {
  size: 0,
  worth: new Float32Array(TOP),
  a: new Uint8Array(TOP),
  b: new Uint8Array(TOP),
};
const takenA = new Uint8Array(256);
const takenB = new Uint8Array(256);

/**
 * Local descriptors first, geometry second: of the pairs that look most alike, each proposes a movement, and the
 * one that most of the others agree with is taken. Skin stretch is allowed for by a tolerance that grows with distance.
 */
export function findConsensus(prints: LaidOutPrints): Consensus[] {
  const { first, second } = prints;
  collectTop(prints);
  const found: { members: number[]; likeness: number }[] = [];
  for (let h = 0; h < Math.min(top.size, HYPOTHESES); h++) {
    if (found.some(({ members }) => members.includes(h))) continue;
    const members = membersOf(first, second, h);
    found.push({ members, likeness: members.reduce((sum, k) => sum + top.worth[k]!, 0) });
  }
  found.sort((a, b) => b.likeness - a.likeness);
  return found.slice(0, KEPT).map(({ members, likeness }) => ({
    a: Uint8Array.from(members, (k) => top.a[k]!),
    b: Uint8Array.from(members, (k) => top.b[k]!),
    pairs: members.length,
    likeness,
  }));
}

function collectTop({ kernel, descriptors: [a, b], worthsAt }: LaidOutPrints): void {
  top.size = 0;
  kernel.descriptorWorths(a, b, worthsAt);
  const worths = new Float64Array(kernel.memory(), worthsAt, a.count * b.count);
  let least = LEAST;
  for (let k = 0; k < worths.length; k++) {
    if (worths[k]! <= least) continue;
    insert(worths[k]!, Math.floor(k / b.count), k % b.count);
    if (top.size === TOP) least = top.worth[TOP - 1]!;
  }
}

function insert(worth: number, i: number, j: number): void {
  let k = top.size < TOP ? top.size++ : TOP - 1;
  for (; k > 0 && top.worth[k - 1]! < worth; k--) {
    top.worth[k] = top.worth[k - 1]!;
    top.a[k] = top.a[k - 1]!;
    top.b[k] = top.b[k - 1]!;
  }
  top.worth[k] = worth;
  top.a[k] = i;
  top.b[k] = j;
}

/** The hypothesis and every pair that fits its movement, best first, each minutia once. */
function membersOf(first: PreparedPrint, second: PreparedPrint, h: number): number[] {
  takenA.fill(0);
  takenB.fill(0);
  const members: number[] = [];
  const movement = movementOf(first, second, h);
  for (let k = 0; k < top.size; k++) {
    const [i, j] = [top.a[k]!, top.b[k]!];
    if (takenA[i] || takenB[j] || !fits(first, second, { i, j, movement })) continue;
    takenA[i] = takenB[j] = 1;
    members.push(k);
  }
  return members;
}

interface Movement {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly turn: number;
  readonly cos: number;
  readonly sin: number;
}

function movementOf(first: PreparedPrint, second: PreparedPrint, h: number): Movement {
  const [i, j] = [top.a[h]!, top.b[h]!];
  const turn = (second.direction[j]! - first.direction[i]!) & 255;
  const angle = (turn * Math.PI) / 128;
  const [fromX, fromY, toX, toY] = [first.x[i]!, first.y[i]!, second.x[j]!, second.y[j]!];
  return { fromX, fromY, toX, toY, turn, cos: Math.cos(angle), sin: Math.sin(angle) };
}

function fits(
  first: PreparedPrint,
  second: PreparedPrint,
  pair: { i: number; j: number; movement: Movement },
): boolean {
  const { i, j, movement: m } = pair;
  const turn = (second.direction[j]! - first.direction[i]! - m.turn) & 255;
  if (Math.min(turn, 256 - turn) > 20) return false;
  const [dx, dy] = [first.x[i]! - m.fromX, first.y[i]! - m.fromY];
  // y runs down, angles run up: a turn by t is (cos, sin; -sin, cos).
  const offX = second.x[j]! - (m.toX + dx * m.cos + dy * m.sin);
  const offY = second.y[j]! - (m.toY - dx * m.sin + dy * m.cos);
  const slack = 10 + 0.13 * Math.hypot(dx, dy);
  return offX * offX + offY * offY <= slack * slack;
}
