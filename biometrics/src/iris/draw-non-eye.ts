import { grayImage, type GrayImage } from '../images/gray-image.ts';
import { hash } from './draw-eye.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { abs, atan2, floor, min, sin, sqrt } = Math;

/** Made-up pictures that are no eyes, some of them round, dark in the middle and ringed like one. */
type Level = (at: { x: number; y: number; seed: number }) => number;

const [WIDTH, HEIGHT] = [320, 240];
const [CX, CY] = [WIDTH / 2, HEIGHT / 2];
const radius = (x: number, y: number) => sqrt((x - CX) * (x - CX) + (y - CY) * (y - CY));

/** Value noise with cells of `size` pixels. */
function cloud(seed: number, x: number, y: number, size: number): number {
  const [u, v] = [x / size, y / size];
  const [i, k] = [floor(u), floor(v)];
  const [fu, fv] = [u - i, v - k];
  const top = hash(seed, i, k) * (1 - fu) + hash(seed, i + 1, k) * fu;
  const low = hash(seed, i, k + 1) * (1 - fu) + hash(seed, i + 1, k + 1) * fu;
  return top * (1 - fv) + low * fv;
}

const disc = (x: number, y: number, r: number) => x * x + y * y < r * r;

const NON_EYES = {
  blank: ({ seed }) => (seed * 51) % 256,
  'white noise': ({ x, y, seed }) => 255 * hash(seed, x, y),
  clouds: ({ x, y, seed }) => 255 * cloud(seed, x, y, 6 + (seed % 40)),
  gradient: ({ x, y, seed }) => (seed % 2 === 0 ? (x * 255) / WIDTH : (y * 255) / HEIGHT),
  stripes: ({ x, y, seed }) => 128 + 100 * sin((x * (seed % 5) + y * (3 + (seed % 4))) / 9),
  checkerboard: ({ x, y, seed }) => 220 * ((floor(x / (8 + seed)) + floor(y / (8 + seed))) % 2),
  target: ({ x, y, seed }) => 128 + 110 * sin(radius(x, y) / (3 + (seed % 9))),
  'black disc on white': ({ x, y, seed }) => (radius(x, y) < 20 + 5 * seed ? 20 : 230),
  'blurred ball': ({ x, y, seed }) => min(255, (radius(x, y) * 255) / (60 + 10 * seed)),
  'coin on noise': ({ x, y, seed }) =>
    radius(x, y) < 30 ? 30 : radius(x, y) < 90 ? 90 + 60 * hash(seed, x, y) : 255 * hash(seed + 1, x, y),
  'traffic light': ({ x, y, seed }) => (abs(((y - 40) % 70) - 35) < 25 && abs(x - CX) < 25 ? 40 + seed : 150),
  spokes: ({ x, y, seed }) => 128 + 100 * sin(atan2(y - CY, x - CX) * (5 + seed)),
  face: ({ x, y, seed }) => {
    const eyes = disc(x - 120, y - 100, 9 + (seed % 4)) || disc(x - 200, y - 100, 9 + (seed % 4));
    if (eyes) return 40;
    if (disc((x - CX) * 1.2, y - CY, 105))
      return y > 165 && y < 175 && abs(x - CX) < 35 ? 90 : 190 - abs(x - CX) / 4;
    return 90 + 30 * cloud(seed, x, y, 30);
  },
  landscape: ({ x, y, seed }) => {
    const hills = 120 + 40 * cloud(seed, x, 0, 60);
    if (disc(x - 240, y - 50, 22)) return 250;
    return y < hills ? 200 - y / 3 : 60 + 60 * cloud(seed + 1, x, y, 8);
  },
  text: ({ x, y, seed }) =>
    y % 18 < 11 && hash(seed, floor(x / 3), floor(y / 18) * 7 + floor((y % 18) / 3)) > 0.55 ? 20 : 240,
  'ridges of a print': ({ x, y, seed }) =>
    128 + 90 * sin(radius(x * 0.8, y + 30 * cloud(seed, x, y, 50)) / 1.6),
  'button with holes': ({ x, y, seed }) => {
    const hole = disc(x - CX - 14, y - CY, 7) || disc(x - CX + 14, y - CY, 7);
    return hole ? 20 : radius(x, y) < 70 + seed ? 120 + 15 * cloud(seed, x, y, 9) : 210;
  },
  'camera lens': ({ x, y, seed }) => {
    const r = radius(x, y);
    return r < 25 ? 15 : r < 60 ? 45 : r < 100 ? 70 + 20 * ((floor(r / 6) + seed) % 2) : 180;
  },
  tyre: ({ x, y, seed }) => {
    const r = radius(x, y);
    return r < 40
      ? 30
      : r < 95
        ? 60 + 25 * sin(atan2(y - CY, x - CX) * (24 + seed))
        : 170 + 10 * cloud(seed, x, y, 20);
  },
  'half an eye': ({ x, y, seed }) =>
    y > CY ? 190 : radius(x, y) < 40 ? 30 : radius(x, y) < 100 ? 110 + 20 * cloud(seed, x, y, 7) : 190,
} satisfies Record<string, Level>;

export type NonEye = keyof typeof NON_EYES;
export const NON_EYE_KINDS = Object.keys(NON_EYES) as readonly NonEye[];

/** Draws one of a kind; the seed varies it. */
export function drawNonEye(kind: NonEye, seed: number): GrayImage {
  const pixels = new Uint8ClampedArray(WIDTH * HEIGHT);
  const level: Level = NON_EYES[kind];
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) pixels[y * WIDTH + x] = level({ x, y, seed });
  }
  return grayImage(WIDTH, HEIGHT, new Uint8Array(pixels.buffer));
}
