import { grayImage, type GrayImage } from '../images/gray-image.ts';

interface DrawnPrint {
  /** Another seed is another finger: another flow of the ridges and other minutiae. */
  readonly seed: number;
  readonly turn?: number;
  readonly shift?: { readonly x: number; readonly y: number };
  readonly ppi?: number;
  readonly noise?: number;
}

/**
 * A made-up print: arched rings whose phase winds once around each of 24 seeded points. A phase that winds is where a
 * ridge begins or ends, so these points are its minutiae.
 */
export function drawnPrint({
  seed,
  turn = 0,
  shift = { x: 0, y: 0 },
  ppi = 500,
  noise = 0.1,
}: DrawnPrint): GrayImage {
  const scale = ppi / 500;
  const [width, height] = [Math.round(240 * scale), Math.round(280 * scale)];
  const phaseAt = ridgePhase(randomOf(seed));
  const grain = randomOf(seed + 1000);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const [px, py] = [(i % width) / scale - 120 - shift.x, Math.floor(i / width) / scale - 140 - shift.y];
    const [x, y] = [px * cos - py * sin, px * sin + py * cos];
    const inside = (x / 112) ** 2 + (y / 132) ** 2 < 1;
    const value = (inside ? 128 + 90 * Math.cos(phaseAt(x, y)) : 225) + 255 * noise * (grain() - 0.5);
    pixels[i] = Math.max(0, Math.min(255, Math.round(value)));
  }
  return grayImage(width, height, pixels, ppi);
}

function ridgePhase(random: () => number): (x: number, y: number) => number {
  const middle = { x: 80 * random() - 40, y: 120 * random() - 20 };
  const [period, squash, start] = [8.5 + 1.5 * random(), 0.6 + 0.7 * random(), 2 * Math.PI * random()];
  const points = Array.from({ length: 24 }, () => ({
    x: 190 * random() - 95,
    y: 230 * random() - 115,
    sign: random() < 0.5 ? -1 : 1,
  }));
  return (x, y) => {
    let phase = start + (2 * Math.PI * Math.hypot(x - middle.x, squash * (y - middle.y), 20)) / period;
    for (const point of points) phase += point.sign * Math.atan2(y - point.y, x - point.x);
    return phase;
  };
}

/** Park and Miller's generator: the same numbers on every machine. */
export function randomOf(seed: number): () => number {
  let state = (seed * 7919 + 1) % 2147483647;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
