import { grayImage, type GrayImage } from '../images/gray-image.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { atan2, floor, imul, max, min, round, sqrt } = Math;

/**
 * A made-up eye for tests, not a simulator: enough of an iris that the engine must find and tell apart,
 * far too tidy to say anything about accuracy.
 */
export interface DrawnEye {
  /** Decides the texture. */
  readonly identity: number;
  readonly width?: number;
  readonly height?: number;
  readonly x?: number;
  readonly y?: number;
  readonly irisRadius?: number;
  readonly pupilRadius?: number;
  /** Turns of the head, clockwise. */
  readonly tilt?: number;
  /** Rows above the pupil's centre, in iris radii, that the upper lid leaves open. */
  readonly lidOpen?: number;
  /** Amplitude of the grain that the camera adds, grey levels. */
  readonly grain?: number;
}

/** Draws it: skin 200, sclera 175, iris about 120, pupil 35, one lamp in the pupil. */
export function drawEye(eye: DrawnEye): GrayImage {
  const { width = 320, height = 280 } = eye;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels[y * width + x] = round(levelAt(eye, x, y));
  }
  return grayImage(width, height, pixels);
}

function levelAt(eye: DrawnEye, px: number, py: number): number {
  const { identity, width = 320, height = 280, irisRadius = 100, pupilRadius = 40 } = eye;
  const [dx, dy] = [px - (eye.x ?? width / 2), py - (eye.y ?? height / 2)];
  const r = sqrt(dx * dx + dy * dy);
  const grain = (eye.grain ?? 2) * (2 * hash(identity * 7 + 3, px, py) - 1);
  const lid = (eye.lidOpen ?? 0.8) * irisRadius - (dx * dx) / (4 * irisRadius);
  if (-dy > lid || dy > irisRadius * 0.95 - (dx * dx) / (6 * irisRadius)) return 205 + grain;
  if ((dx - 8) * (dx - 8) + (dy - 6) * (dy - 6) < 16) return 250;
  const pupil = blend(35, texture(eye, { dx, dy, r }), (r - pupilRadius) / 2 + 0.5);
  return blend(pupil, 175, (r - irisRadius) / 6 + 0.5) + grain;
}

function blend(inside: number, outside: number, share: number): number {
  const s = min(1, max(0, share));
  return inside * (1 - s) + outside * s;
}

/** Value noise over angle and depth, three octaves, so that it stretches with the pupil as an iris does. */
function texture(eye: DrawnEye, at: { dx: number; dy: number; r: number }): number {
  const { identity, irisRadius = 100, pupilRadius = 40, tilt = 0 } = eye;
  const turns = atan2(at.dy, at.dx) / (2 * Math.PI) - tilt;
  const depth = min(0.999, max(0, (at.r - pupilRadius) / (irisRadius - pupilRadius)));
  let level = 120;
  for (const [cells, rings, amplitude] of [
    [18, 4, 24],
    [40, 8, 18],
  ] as const) {
    level += amplitude * (2 * noise(identity, { turns, depth, cells, rings }) - 1);
  }
  return level;
}

function noise(seed: number, at: { turns: number; depth: number; cells: number; rings: number }): number {
  const a = (at.turns - floor(at.turns)) * at.cells;
  const d = at.depth * at.rings;
  const [a0, d0] = [floor(a), floor(d)];
  const corner = (i: number, k: number) => hash(seed * 31 + at.cells, (a0 + i) % at.cells, d0 + k);
  const [fa, fd] = [a - a0, d - d0];
  const inner = corner(0, 0) * (1 - fa) + corner(1, 0) * fa;
  const outer = corner(0, 1) * (1 - fa) + corner(1, 1) * fa;
  return inner * (1 - fd) + outer * fd;
}

/** A number from 0 to 1 that looks random and is fixed by its arguments. */
export function hash(seed: number, x: number, y: number): number {
  let h = imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ imul(x + 0x7f4a7c15, 0xc2b2ae35) ^ imul(y + 1, 0x27d4eb2f);
  h = imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}
