import { grayImage, type GrayImage } from '../../../images/gray-image.ts';
import { seededRandom, type SeededRandom } from '../seeded-random.ts';
import { grainStrip, noiseAt, valueNoise } from '../value-noise.ts';
import { watermark, writeSynthetic } from '../watermark.ts';
import { drawLashes } from './eyelashes.ts';
import { drawEyelids, type Eyelids } from './eyelids.ts';
import { eyeScene, type EyeScene } from './eye-scene.ts';
import type { EyeOptions } from './eye-options.ts';
import type { IrisMaster } from './iris-texture.ts';
import { blur, smear } from './lens-blur.ts';
import { drawReflections } from './reflections.ts';

// Taken out once: in a test's own context each `Math` costs a search.
const { abs, exp, max, min, PI, sqrt } = Math;

const GRAIN = grainStrip(seededRandom('eye grain'));

/** What a near-infrared camera would show of this eye. */
export function takeEyePicture(master: IrisMaster, options: EyeOptions, seed: string): GrayImage {
  const random = seededRandom(seed, 'eye', options.take);
  const { width, height } = options;
  const scene = eyeScene(master, options);
  const lids = drawEyelids(random, scene.irisRadius, options.eyelids);
  let values = paint(random, scene, lids);
  const picture = { values, width, height };
  drawReflections(picture, random, { ...scene, ...options });
  drawLashes(picture, random, { ...scene, lids, amount: options.lashes });
  if (options.motion > 0.05) {
    values = smear(values, width, { length: 1 + 20 * options.motion, angle: random.between(0, PI) });
  }
  values = blur(values, width, 0.55 + 4 * options.defocus);
  return develop(values, random, options);
}

/** How far from a lid its crease and its shadow still show, in pixels. */
const LID_REACH = 28;

/** Eye and skin without lashes or reflections. */
function paint(random: SeededRandom, scene: EyeScene, lids: Eyelids): Float32Array {
  const { width, height, centreX, centreY, irisRadius } = scene;
  const values = new Float32Array(width * height);
  const skin = valueNoise(random, 90, 70);
  const tone = valueNoise(random, 4, 4);
  const veins = valueNoise(random, 36, 22);
  const bright = random.between(196, 222);
  const uppers = Float32Array.from({ length: width }, (_, x) => lids.upperAt(x - centreX));
  const lowers = Float32Array.from({ length: width }, (_, x) => lids.lowerAt(x - centreX));
  const skinAt = (u: number, v: number, above: number, inside: number): number => {
    const grey = bright + 14 * noiseAt(tone, u, v) + 5 * noiseAt(skin, u, v);
    const fold = above - 0.35 * irisRadius;
    const crease = abs(fold) < LID_REACH ? 26 * exp(-((fold / 7) ** 2)) : 0;
    return grey - crease - (inside > -LID_REACH ? 30 * exp(inside / 4) : 0);
  };
  for (let y = 0; y < height; y++) {
    const dy = y - centreY;
    const v = y / height;
    for (let x = 0; x < width; x++) {
      const upper = uppers[x]!;
      const inside = min(dy - upper, lowers[x]! - dy);
      const u = x / width;
      if (inside < -1) {
        values[y * width + x] = skinAt(u, v, upper - dy, inside);
        continue;
      }
      const dx = x - centreX;
      const shadow = 28 * exp(-max(0, dy - upper) / 14);
      const far = sqrt(dx * dx + dy * dy) / irisRadius;
      const white = 182 + 7 * noiseAt(tone, v, u) + 7 * noiseAt(veins, u, v) - 22 * max(0, far - 1.4);
      values[y * width + x] = scene.colourAt(dx, dy, white) - shadow;
    }
  }
  return values;
}

function develop(values: Float32Array, random: SeededRandom, options: EyeOptions): GrayImage {
  const { width, height, noise } = options;
  const pixels = new Uint8Array(width * height);
  const from = random.index(GRAIN.length);
  const grain = 1.5 + 11 * noise;
  for (let i = 0; i < pixels.length; i++) {
    const value = values[i]! + grain * GRAIN[(from + i + (i >> 9) * 31) & 0xffff]!;
    pixels[i] = value < 0 ? 0 : value > 255 ? 255 : value;
  }
  writeSynthetic(pixels, width, height);
  watermark(pixels, width);
  return grayImage(width, height, pixels);
}
