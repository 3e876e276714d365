import { fingerprintParameters } from './fingerprint-parameters.ts';
import { skeletonGraph, type Branch, type SkeletonNode } from './skeleton-graph.ts';
import { thinRidges } from './thin-ridges.ts';

const { spur, island, bridge, gap } = fingerprintParameters.minutiae;

/** What the ridges' direction is at a pixel: the doubled angle's cosine and sine. */
export type DirectionAt = (x: number, y: number) => { readonly cos: number; readonly sin: number };

/**
 * Takes out what noise draws: joins broken ridges, then erases spurs, islands and bridges, twice, because each
 * repair uncovers the next. Returns a new skeleton.
 */
export function cleanSkeleton(skeleton: Uint8Array, width: number, directionAt: DirectionAt): Uint8Array {
  let clean: Uint8Array = skeleton.slice();
  for (let round = 0; round < 2; round++) {
    joinGaps(clean, width, directionAt);
    eraseShort(clean, width, directionAt);
    clean = thinRidges(clean, width);
  }
  return clean;
}

function eraseShort(skeleton: Uint8Array, width: number, directionAt: DirectionAt): void {
  const nodes = skeletonGraph(skeleton, width);
  for (const node of nodes) {
    for (const branch of node.branches) {
      const other = nodes[branch.end];
      if (other && isNoise({ node, branch, other }, width, directionAt)) eraseBranch(skeleton, node, branch);
    }
  }
}

interface Piece {
  readonly node: SkeletonNode;
  readonly branch: Branch;
  readonly other: SkeletonNode;
}

function isNoise({ node, branch, other }: Piece, width: number, directionAt: DirectionAt): boolean {
  const length = branch.path.length;
  const [open, otherOpen] = [node.branches.length === 1, other.branches.length === 1];
  if (open && otherOpen) return length < island;
  if (open) return length < spur;
  if (otherOpen || node === other) return false;
  return length < bridge && crossesRidges(node, other, directionAt);
}

/** A bridge leads from one ridge to the next, so it lies across the field. */
function crossesRidges(a: SkeletonNode, b: SkeletonNode, directionAt: DirectionAt): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const { cos, sin } = directionAt((a.x + b.x) / 2, (a.y + b.y) / 2);
  const square = dx * dx + dy * dy;
  return square > 0 && (cos * (dx * dx - dy * dy) + sin * 2 * dx * dy) / square < -0.3;
}

function eraseBranch(skeleton: Uint8Array, node: SkeletonNode, branch: Branch): void {
  for (const pixel of branch.path.slice(0, -1)) skeleton[pixel] = 0;
  if (node.branches.length === 1) for (const pixel of node.pixels) skeleton[pixel] = 0;
}

interface End {
  readonly x: number;
  readonly y: number;
  /** Unit vector pointing out of the ridge. */
  readonly dx: number;
  readonly dy: number;
}

/** Two endings that look at each other over a short distance are one broken ridge. */
function joinGaps(skeleton: Uint8Array, width: number, directionAt: DirectionAt): void {
  const ends = skeletonGraph(skeleton, width).flatMap((node) => endOf(node, width));
  const joined = new Set<End>();
  for (const a of ends) {
    if (joined.has(a)) continue;
    const partner = ends
      .filter((b) => isInReach(a, b) && b !== a && !joined.has(b) && faces(a, b, directionAt))
      .sort(nearestTo(a))[0];
    if (!partner) continue;
    joined.add(a).add(partner);
    drawLine(skeleton, width, [a, partner]);
  }
}

const nearestTo = (a: End) => (b: End, c: End) =>
  Math.hypot(b.x - a.x, b.y - a.y) - Math.hypot(c.x - a.x, c.y - a.y);

function endOf(node: SkeletonNode, width: number): End[] {
  const path = node.branches[0]?.path;
  if (node.branches.length !== 1 || !path || path.length < 5) return [];
  const back = path[Math.min(path.length - 1, 9)]!;
  const [dx, dy] = [node.x - (back % width), node.y - Math.floor(back / width)];
  const length = Math.hypot(dx, dy) || 1;
  return [{ x: node.x, y: node.y, dx: dx / length, dy: dy / length }];
}

/** Most ends are far from each other: asked before anything dearer. */
function isInReach(a: End, b: End): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  return dx * dx + dy * dy <= gap * gap;
}

function faces(a: End, b: End, directionAt: DirectionAt): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const distance = Math.hypot(dx, dy);
  if (distance === 0) return false;
  const [ahead, behind] = [(a.dx * dx + a.dy * dy) / distance, -(b.dx * dx + b.dy * dy) / distance];
  const { cos, sin } = directionAt((a.x + b.x) / 2, (a.y + b.y) / 2);
  const along = (cos * (dx * dx - dy * dy) + sin * 2 * dx * dy) / (distance * distance);
  return ahead > 0.75 && behind > 0.75 && along > 0.6;
}

function drawLine(skeleton: Uint8Array, width: number, [a, b]: readonly [End, End]): void {
  const steps = Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y));
  for (let k = 0; k <= steps; k++) {
    const x = Math.round(a.x + ((b.x - a.x) * k) / (steps || 1));
    const y = Math.round(a.y + ((b.y - a.y) * k) / (steps || 1));
    skeleton[y * width + x] = 1;
  }
}
