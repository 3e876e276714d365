import type { SeededRandom } from '../seeded-random.ts';

/** Light lines of random place and direction: cuts in the skin and hairs on the platen. */
export function drawScratches(
  pixels: Uint8Array,
  stage: {
    readonly random: SeededRandom;
    readonly width: number;
    readonly height: number;
    readonly severity: number;
  },
): void {
  const { random, width, height, severity } = stage;
  const count = Math.round(severity * 14);
  for (let i = 0; i < count; i++) {
    const start = { x: random.next() * width, y: random.next() * height };
    const angle = random.between(0, Math.PI);
    const length = random.between(20, 60 + 160 * severity);
    const half = random.between(0.5, 1.8);
    for (let step = 0; step < length; step += 0.5) {
      const bend = Math.sin(step / 40) * 3;
      const x = start.x + step * Math.cos(angle) - bend * Math.sin(angle);
      const y = start.y + step * Math.sin(angle) + bend * Math.cos(angle);
      lighten(pixels, { x, y, half, width, height });
    }
  }
}

function lighten(
  pixels: Uint8Array,
  dot: {
    readonly x: number;
    readonly y: number;
    readonly half: number;
    readonly width: number;
    readonly height: number;
  },
): void {
  for (let y = Math.ceil(dot.y - dot.half); y <= dot.y + dot.half; y++) {
    for (let x = Math.ceil(dot.x - dot.half); x <= dot.x + dot.half; x++) {
      if (x < 0 || y < 0 || x >= dot.width || y >= dot.height) continue;
      const at = y * dot.width + x;
      pixels[at] = pixels[at]! + (215 - pixels[at]!) * 0.5;
    }
  }
}
