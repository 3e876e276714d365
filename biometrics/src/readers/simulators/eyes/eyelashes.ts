import type { SeededRandom } from '../seeded-random.ts';
import type { Eyelids } from './eyelids.ts';

interface Picture {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Curved dark hairs along both lids; `amount` 0-1 sets how many, how long and how far they hang into the eye. */
export function drawLashes(
  picture: Picture,
  random: SeededRandom,
  eye: {
    readonly lids: Eyelids;
    readonly centreX: number;
    readonly centreY: number;
    readonly irisRadius: number;
    readonly amount: number;
  },
): void {
  const { lids, centreX, centreY, irisRadius, amount } = eye;
  const hairs = Math.round(40 + 70 * amount);
  for (let n = 0; n < hairs; n++) {
    const x = random.between(-2.1, 2.1) * irisRadius;
    const length = irisRadius * random.between(0.22, 0.45 + 0.5 * amount);
    // Upper hairs grow down first and out to the side, then swing up.
    const hair = {
      lean: (x / irisRadius) * 0.35 + random.normal() * 0.25,
      length,
      dark: random.between(45, 95),
    };
    const from = { x: centreX + x, y: centreY + lids.upperAt(x) };
    drawHair(picture, { ...hair, ...from, down: random.between(0.15, 0.5 + 1.1 * amount) });
  }
  for (let n = 0; n < hairs / 3; n++) {
    const x = random.between(-1.8, 1.8) * irisRadius;
    const hair = {
      lean: (x / irisRadius) * 0.4 + random.normal() * 0.2,
      length: irisRadius * 0.2,
      dark: 110,
    };
    drawHair(picture, { ...hair, x: centreX + x, y: centreY + lids.lowerAt(x) + 3, down: 0.8 });
  }
}

function drawHair(
  { values, width, height }: Picture,
  hair: {
    readonly x: number;
    readonly y: number;
    readonly lean: number;
    readonly length: number;
    readonly down: number;
    readonly dark: number;
  },
): void {
  for (let step = 0; step < hair.length; step += 0.6) {
    const t = step / hair.length;
    const x = hair.x + hair.lean * step;
    const y = hair.y + hair.down * step * (1 - 0.7 * t) - 4;
    const half = 1.5 * (1 - t) + 0.3;
    for (let row = Math.ceil(y - half); row <= y + half; row++) {
      for (let column = Math.ceil(x - half); column <= x + half; column++) {
        if (row < 0 || column < 0 || row >= height || column >= width) continue;
        const at = row * width + column;
        values[at] = Math.min(values[at]!, values[at]! * 0.35 + hair.dark * 0.65);
      }
    }
  }
}
