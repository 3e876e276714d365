import { grayImage, type GrayImage } from '../images/gray-image.ts';

const WIDTH = 180;
const HEIGHT = 200;

/** Things that are no fingers, drawn: noise, waves, rings, checks, marble and gradients of many sizes. */
export function drawnNonFinger(kind: number): GrayImage {
  const random = seededRandom(kind + 1);
  const [period, angle, x0, y0] = [5 + 9 * random(), 3 * random(), WIDTH * random(), HEIGHT * random()];
  const bends = Array.from({ length: 4 }, () => ({
    size: 6 + 20 * random(),
    at: 7 * random(),
    depth: 12 * random(),
  }));
  const shapes: ((x: number, y: number) => number)[] = [
    () => 256 * random(),
    (x, y) => 128 + 110 * Math.sin((2 * Math.PI * (x * Math.cos(angle) + y * Math.sin(angle))) / period),
    (x, y) =>
      128 + 110 * Math.sin((2 * Math.PI * Math.hypot(x - x0, y - y0)) / period) + 60 * (random() - 0.5),
    (x, y) => ((Math.floor(x / period) + Math.floor(y / period)) % 2) * 255,
    (x, y) =>
      128 +
      110 *
        Math.sin(
          (x + bends.reduce((sum, b) => sum + b.depth * Math.sin(y / b.size + b.at + x / 40), 0)) /
            (period / 6),
        ),
    (x, y) => (x * 255) / WIDTH + 30 * Math.sin(y / period) + 80 * (random() - 0.5),
  ];
  const shape = shapes[kind % shapes.length]!;
  const greys = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) =>
    Math.max(0, Math.min(255, shape(i % WIDTH, Math.floor(i / WIDTH)))),
  );
  return grayImage(WIDTH, HEIGHT, greys, 500);
}

/** Park and Miller's generator: the same numbers on every machine. */
function seededRandom(seed: number): () => number {
  let state = (seed * 7919 + 1) % 2147483647;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
