import type { MinutiaPoints } from './edge-index.ts';
import { directionByteAt, dotAt, type RidgePicture } from './ridge-picture.ts';

/** Bytes of one minutia's descriptor: 256 bits of pattern, 256 of what is known, 48 directions, 48 that are 255 where seen. */
export const DESCRIPTOR_BYTES = 160;

/**
 * What the ridges look like around each minutia, seen along its own direction: the directions on four rings (after
 * Tico and Kuosmanen, TPAMI 2003) and a patch of the ridge pattern itself. No minutia needs its neighbours for this,
 * which is what sets it apart from the edges.
 */
export interface RidgeDescriptors {
  /** DESCRIPTOR_BYTES a minutia, as the kernels want them. */
  readonly bytes: Uint8Array;
}

const RINGS = [
  { radius: 18, points: 6 },
  { radius: 34, points: 10 },
  { radius: 52, points: 14 },
  { radius: 72, points: 18 },
] as const;
const PATCH_SIDE = 16;
const PATCH_STEP = 3;
/** Where the parts of a descriptor stand. */
const [KNOWN_AT, RINGS_AT, SEEN_AT] = [32, 64, 112];

const RING_PLACES = RINGS.flatMap(({ radius, points }) =>
  Array.from({ length: points }, (_, k) => {
    const angle = (2 * Math.PI * k) / points;
    return { along: radius * Math.cos(angle), across: radius * Math.sin(angle) };
  }),
);

export function ridgeDescriptors(points: MinutiaPoints, picture: RidgePicture): RidgeDescriptors {
  const bytes = new Uint8Array(points.count * DESCRIPTOR_BYTES);
  for (let i = 0; i < points.count; i++) {
    const angle = (points.direction[i]! * Math.PI) / 128;
    const frame = { x: points.x[i]!, y: points.y[i]!, cos: Math.cos(angle), sin: Math.sin(angle) };
    const own = bytes.subarray(i * DESCRIPTOR_BYTES, (i + 1) * DESCRIPTOR_BYTES);
    describeRings(picture, { frame, turn: 2 * points.direction[i]! }, own);
    describePatch(picture, frame, own);
  }
  return { bytes };
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly cos: number;
  readonly sin: number;
}

function describeRings(
  picture: RidgePicture,
  { frame, turn }: { frame: Frame; turn: number },
  own: Uint8Array,
): void {
  RING_PLACES.forEach(({ along, across }, k) => {
    const x = frame.x + along * frame.cos - across * frame.sin;
    const y = frame.y - (along * frame.sin + across * frame.cos);
    const direction = directionByteAt(picture, x, y);
    if (direction < 0) return;
    own[RINGS_AT + k] = direction - turn;
    own[SEEN_AT + k] = 255;
  });
}

function describePatch(picture: RidgePicture, frame: Frame, own: Uint8Array): void {
  const middle = (PATCH_SIDE - 1) / 2;
  for (let k = 0; k < PATCH_SIDE * PATCH_SIDE; k++) {
    const along = ((k % PATCH_SIDE) - middle) * PATCH_STEP;
    const across = (Math.floor(k / PATCH_SIDE) - middle) * PATCH_STEP;
    const x = frame.x + along * frame.cos - across * frame.sin;
    const y = frame.y - (along * frame.sin + across * frame.cos);
    const dot = dotAt(picture, x, y);
    if (dot === 0) continue;
    own[KNOWN_AT + (k >> 3)]! |= 1 << (k & 7);
    if (dot > 0) own[k >> 3]! |= 1 << (k & 7);
  }
}
