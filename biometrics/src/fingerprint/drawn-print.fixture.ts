import { grayImage, type GrayImage } from '../images/gray-image.ts';

interface DrawnPrint {
  /** Another seed is another finger: other places of the minutiae. */
  readonly seed: number;
  readonly turn?: number;
  readonly shift?: { readonly x: number; readonly y: number };
  readonly ppi?: number;
  readonly noise?: number;
}

/**
 * A made-up print: concentric ridges of 9 px at 500 ppi whose phase winds once around each of 40 seeded points. A
 * phase that winds is where a ridge begins or ends, so these points are its minutiae.
 */
export function drawnPrint({
  seed,
  turn = 0,
  shift = { x: 0, y: 0 },
  ppi = 500,
  noise = 0.1,
}: DrawnPrint): GrayImage {
  const scale = ppi / 500;
  const [width, height] = [Math.round(320 * scale), Math.round(400 * scale)];
  const random = randomOf(seed);
  const points = Array.from({ length: 40 }, () => ({
    x: 280 * random() - 140,
    y: 340 * random() - 170,
    sign: random() < 0.5 ? -1 : 1,
  }));
  const grain = randomOf(seed + 1000);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const [px, py] = [(i % width) / scale - 160 - shift.x, Math.floor(i / width) / scale - 200 - shift.y];
    const [x, y] = [px * cos - py * sin, px * sin + py * cos];
    let phase = (2 * Math.PI * Math.hypot(x, 0.8 * (y + 60))) / 9;
    for (const point of points) phase += point.sign * Math.atan2(y - point.y, x - point.x);
    const inside = (x / 150) ** 2 + (y / 190) ** 2 < 1;
    const value = (inside ? 128 + 90 * Math.cos(phase) : 225) + 255 * noise * (grain() - 0.5);
    pixels[i] = Math.max(0, Math.min(255, Math.round(value)));
  }
  return grayImage(width, height, pixels, ppi);
}

/** Park and Miller's generator: the same numbers on every machine. */
export function randomOf(seed: number): () => number {
  let state = (seed * 7919 + 1) % 2147483647;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
