import type { MinutiaPoints } from './edge-index.ts';
import { directionByteAt, dotAt, type RidgePicture } from './ridge-picture.ts';

/**
 * What the ridges look like around each minutia, seen along its own direction: the directions on four rings (after
 * Tico and Kuosmanen, TPAMI 2003) and a patch of the ridge pattern itself. No minutia needs its neighbours for this,
 * which is what sets it apart from the edges.
 */
export interface RidgeDescriptors {
  /** RING_POINTS bytes a minutia, 1/256 of half a turn; only where `seen`. */
  readonly rings: Uint8Array;
  readonly seen: Uint8Array;
  /** PATCH_WORDS words of ridge bits a minutia, and of bits that lie inside the print. */
  readonly patch: Int32Array;
  readonly known: Int32Array;
}

const RINGS = [
  { radius: 18, points: 6 },
  { radius: 34, points: 10 },
  { radius: 52, points: 14 },
  { radius: 72, points: 18 },
] as const;
export const RING_POINTS = RINGS.reduce((sum, ring) => sum + ring.points, 0);
const PATCH_SIDE = 16;
const PATCH_STEP = 3;
export const PATCH_WORDS = (PATCH_SIDE * PATCH_SIDE) / 32;

const RING_PLACES = RINGS.flatMap(({ radius, points }) =>
  Array.from({ length: points }, (_, k) => {
    const angle = (2 * Math.PI * k) / points;
    return { along: radius * Math.cos(angle), across: radius * Math.sin(angle) };
  }),
);

export function ridgeDescriptors(points: MinutiaPoints, picture: RidgePicture): RidgeDescriptors {
  const out = {
    rings: new Uint8Array(points.count * RING_POINTS),
    seen: new Uint8Array(points.count * RING_POINTS),
    patch: new Int32Array(points.count * PATCH_WORDS),
    known: new Int32Array(points.count * PATCH_WORDS),
  };
  for (let i = 0; i < points.count; i++) {
    const angle = (points.direction[i]! * Math.PI) / 128;
    const frame = { x: points.x[i]!, y: points.y[i]!, cos: Math.cos(angle), sin: Math.sin(angle) };
    describeRings(picture, { frame, turn: 2 * points.direction[i]!, at: i * RING_POINTS }, out);
    describePatch(picture, frame, { out, at: i * PATCH_WORDS });
  }
  return out;
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly cos: number;
  readonly sin: number;
}

function describeRings(
  picture: RidgePicture,
  { frame, turn, at }: { frame: Frame; turn: number; at: number },
  out: RidgeDescriptors,
): void {
  RING_PLACES.forEach(({ along, across }, k) => {
    const x = frame.x + along * frame.cos - across * frame.sin;
    const y = frame.y - (along * frame.sin + across * frame.cos);
    const direction = directionByteAt(picture, x, y);
    if (direction < 0) return;
    out.rings[at + k] = (direction - turn) & 255;
    out.seen[at + k] = 1;
  });
}

function describePatch(
  picture: RidgePicture,
  frame: Frame,
  { out, at }: { out: RidgeDescriptors; at: number },
): void {
  const middle = (PATCH_SIDE - 1) / 2;
  for (let k = 0; k < PATCH_SIDE * PATCH_SIDE; k++) {
    const along = ((k % PATCH_SIDE) - middle) * PATCH_STEP;
    const across = (Math.floor(k / PATCH_SIDE) - middle) * PATCH_STEP;
    const x = frame.x + along * frame.cos - across * frame.sin;
    const y = frame.y - (along * frame.sin + across * frame.cos);
    const dot = dotAt(picture, x, y);
    if (dot === 0) continue;
    out.known[at + (k >> 5)]! |= 1 << (k & 31);
    if (dot > 0) out.patch[at + (k >> 5)]! |= 1 << (k & 31);
  }
}

/** Correlation -1..1 of the two patches over what both prints show; 0 where that is less than half a patch. */
export function patchLikeness(a: RidgeDescriptors, i: number, b: RidgeDescriptors, j: number): number {
  let known = 0;
  let differ = 0;
  for (let w = 0; w < PATCH_WORDS; w++) {
    const both = a.known[i * PATCH_WORDS + w]! & b.known[j * PATCH_WORDS + w]!;
    known += popCount(both);
    differ += popCount((a.patch[i * PATCH_WORDS + w]! ^ b.patch[j * PATCH_WORDS + w]!) & both);
  }
  return known < (PATCH_WORDS * 32) / 2 ? 0 : 1 - (2 * differ) / known;
}

/** 0..1: how well the directions on the rings agree; 0 where fewer than 14 points are common. */
export function ringLikeness(a: RidgeDescriptors, i: number, b: RidgeDescriptors, j: number): number {
  let common = 0;
  let sum = 0;
  for (let k = 0, p = i * RING_POINTS, q = j * RING_POINTS; k < RING_POINTS; k++, p++, q++) {
    if ((a.seen[p]! & b.seen[q]!) === 0) continue;
    common++;
    sum += AGREE[(a.rings[p]! - b.rings[q]!) & 255]!;
  }
  return common < 14 ? 0 : sum / common;
}

/** 1 at no difference, falling to 0 at about 25 degrees. */
const AGREE = Float32Array.from({ length: 256 }, (_, d) => Math.max(0, 1 - Math.min(d, 256 - d) / 36));

function popCount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
