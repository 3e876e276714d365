import type { DirectionAt } from './clean-skeleton.ts';
import { fingerprintParameters } from './fingerprint-parameters.ts';
import type { Minutia } from './minutia.ts';
import type { Plane } from './plane.ts';
import { skeletonGraph, type SkeletonNode } from './skeleton-graph.ts';

const { directionLength, border, least, most } = fingerprintParameters.minutiae;

/** What the search needs besides the skeleton; planes of pixels unless said otherwise. */
export interface MinutiaSearch {
  readonly skeleton: Uint8Array;
  readonly enhanced: Plane;
  readonly directionAt: DirectionAt;
  /** 0..1 at a pixel: how well the ridges explain what the sensor saw. */
  readonly clarityAt: (x: number, y: number) => number;
  /** Whether the print reaches at least this many pixels further in every direction. */
  readonly isDeep: (x: number, y: number, radius: number) => boolean;
}

/** Endings and forks of the cleaned skeleton that lie inside the print, best first; padding is still included. */
export function findMinutiae(search: MinutiaSearch): Minutia[] {
  const found: Minutia[] = [];
  for (const node of skeletonGraph(search.skeleton, search.enhanced.width)) {
    const branches = node.branches.length;
    if ((branches !== 1 && branches !== 3) || !search.isDeep(node.x, node.y, border)) continue;
    const angle = branches === 1 ? endingAngle(node, search) : forkAngle(node, search);
    if (angle === undefined) continue;
    found.push(toMinutia(node, { angle, type: branches === 1 ? 1 : 2 }, search));
  }
  return dropCrowds(found)
    .sort((a, b) => b.quality - a.quality)
    .slice(0, most);
}

function toMinutia(
  node: SkeletonNode,
  { angle, type }: { angle: number; type: 1 | 2 },
  search: MinutiaSearch,
): Minutia {
  const shift = ridgeOffset(search.enhanced, node, angle);
  const quality = Math.max(1, Math.min(100, Math.round(100 * search.clarityAt(node.x, node.y))));
  return { x: node.x + shift.x, y: node.y + shift.y, direction: turn(-angle), type, quality };
}

function turn(angle: number): number {
  return ((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
}

/** Angle (y downwards) of a branch from its node, over `directionLength` pixels; undefined when it is too short. */
function branchAngle(node: SkeletonNode, branch: number, width: number): number | undefined {
  const path = node.branches[branch]!.path;
  if (path.length < 5) return undefined;
  const at = path[Math.min(path.length - 1, directionLength - 1)]!;
  return Math.atan2(Math.floor(at / width) - node.y, (at % width) - node.x);
}

function endingAngle(node: SkeletonNode, search: MinutiaSearch): number | undefined {
  const angle = branchAngle(node, 0, search.enhanced.width);
  return angle === undefined ? undefined : alignToField(angle, node, search.directionAt);
}

/** The two closest legs enclose the valley; their middle is the direction. */
function forkAngle(node: SkeletonNode, search: MinutiaSearch): number | undefined {
  const legs = [0, 1, 2].map((k) => branchAngle(node, k, search.enhanced.width));
  let best = Math.PI;
  let angle: number | undefined;
  for (const [i, j] of [
    [0, 1],
    [1, 2],
    [0, 2],
  ] as const) {
    const [a, b] = [legs[i], legs[j]];
    if (a === undefined || b === undefined) return undefined;
    const between = Math.atan2(Math.sin(b - a), Math.cos(b - a));
    if (Math.abs(between) >= best) continue;
    best = Math.abs(between);
    angle = a + between / 2;
  }
  return angle === undefined ? undefined : alignToField(angle, node, search.directionAt);
}

/** The field is smoother than a short trace: meet it half way, unless they disagree (cores, deltas). */
function alignToField(angle: number, node: SkeletonNode, directionAt: DirectionAt): number {
  const { cos, sin } = directionAt(node.x, node.y);
  const field = Math.atan2(sin, cos) / 2;
  const off = Math.atan2(Math.sin(2 * (field - angle)), Math.cos(2 * (field - angle))) / 2;
  return Math.abs(off) < 0.5 ? angle + 0.7 * off : angle;
}

/** Sub-pixel shift across the ridge to the crest of the enhanced image. */
function ridgeOffset(enhanced: Plane, node: SkeletonNode, angle: number): { x: number; y: number } {
  const [nx, ny] = [-Math.sin(angle), Math.cos(angle)];
  const at = (k: number): number =>
    enhanced.data[Math.round(node.y + k * ny) * enhanced.width + Math.round(node.x + k * nx)]!;
  const [before, middle, after] = [at(-2), at(0), at(2)];
  const bend = before - 2 * middle + after;
  const shift = bend < 0 ? Math.max(-1.5, Math.min(1.5, (before - after) / bend)) : 0;
  return { x: shift * nx, y: shift * ny };
}

/** Too close together is noise: of two the better stays, of a crowd none that has four others in reach. */
function dropCrowds(found: readonly Minutia[]): Minutia[] {
  const kept = found.filter(
    (m, i) =>
      !found.some(
        (o, j) =>
          j !== i && near(m, o, least) && (o.quality > m.quality || (o.quality === m.quality && j < i)),
      ),
  );
  return kept.filter((m) => kept.filter((o) => o !== m && near(m, o, 18)).length < 4);
}

function near(a: Minutia, b: Minutia, distance: number): boolean {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < distance * distance;
}
