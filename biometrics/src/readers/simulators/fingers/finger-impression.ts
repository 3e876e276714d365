import { grayImage, type GrayImage } from '../../../images/gray-image.ts';
import { seededRandom, type SeededRandom } from '../seeded-random.ts';
import { grainStrip, noiseAt, valueNoise, type ValueNoise } from '../value-noise.ts';
import { watermark, writeSynthetic } from '../watermark.ts';
import type { FingerMaster } from './finger-master.ts';
import type { ImpressionOptions } from './impression-options.ts';
import { skinMap, type SkinMap } from './skin-map.ts';
import { drawScratches } from './scratches.ts';

const PPI = 500;
// Looked up once: in a test's own context every `Math` costs a search.
const { exp } = Math;
const GRAIN = grainStrip(seededRandom('finger grain'));

/** The random textures of one take. */
interface Surface {
  readonly edge: ValueNoise;
  readonly load: ValueNoise;
  readonly patches: ValueNoise;
  readonly pores: ValueNoise;
  readonly platen: ValueNoise;
  readonly smears: ValueNoise;
  readonly grainFrom: number;
}

/** What a 500 ppi optical reader would show of this finger: dark ridges on a light platen. */
export function takeImpression(master: FingerMaster, options: ImpressionOptions, seed: string): GrayImage {
  const random = seededRandom(seed, 'impression', options.take);
  const map = skinMap(random, master, options);
  const surface = drawSurface(random);
  const { width, height } = options;
  const pixels = new Uint8Array(width * height);
  const ink = inkFor(options);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      pixels[y * width + x] = shade({ master, map, surface, ink, options }, x, y);
    }
  }
  drawScratches(pixels, { random, width, height, severity: options.scratches });
  writeSynthetic(pixels, width, height);
  watermark(pixels, width);
  return grayImage(width, height, pixels, PPI);
}

interface Scene {
  readonly master: FingerMaster;
  readonly map: SkinMap;
  readonly surface: Surface;
  readonly ink: Ink;
  readonly options: ImpressionOptions;
}

/** How skin turns into grey, the same for every pixel of a take. */
interface Ink {
  /** Height above which skin touches: higher = thinner ridges. */
  readonly threshold: number;
  /** Steepness from valley to ridge. */
  readonly contrast: number;
  readonly patchiness: number;
  readonly poreDepth: number;
  readonly grain: number;
}

function inkFor({ pressure, dryness, wetness, noise }: ImpressionOptions): Ink {
  return {
    threshold: -0.32 * pressure + 0.5 * dryness - 0.95 * wetness,
    contrast: 2.6 - 1.5 * wetness - 0.7 * dryness,
    patchiness: 0.45 + 3.2 * dryness + 1.9 * wetness,
    poreDepth: 0.5 + 3.2 * dryness,
    grain: 4 + 30 * noise,
  };
}

function drawSurface(random: SeededRandom): Surface {
  return {
    edge: valueNoise(random, 8, 8),
    load: valueNoise(random, 5, 5),
    patches: valueNoise(random, 48, 48),
    pores: valueNoise(random, 130, 130),
    platen: valueNoise(random, 4, 4),
    smears: valueNoise(random, 18, 26),
    grainFrom: random.index(GRAIN.length),
  };
}

function shade({ master, map, surface, ink, options }: Scene, x: number, y: number): number {
  const u = x / options.width;
  const v = y / options.height;
  const grain = GRAIN[(surface.grainFrom + y * 389 + x * 7) & 0xffff]! * ink.grain;
  const smear = above(noiseAt(surface.smears, u, v) - 0.35) * options.dirt;
  const background = 232 + 9 * noiseAt(surface.platen, u, v) - 75 * smear + grain * 0.35;
  const touch =
    map.contactAt(x, y) + 0.09 * noiseAt(surface.edge, u, v) + 0.1 * noiseAt(surface.patches, v, u);
  if (touch <= 0) return clamp(background);
  const height = heightAt(master, map.masterX(x, y), map.masterY(x, y));
  const uneven =
    ink.patchiness * (0.5 * noiseAt(surface.patches, u, v) + 0.45 * noiseAt(surface.load, u, v)) +
    ink.poreDepth * above(noiseAt(surface.pores, u, v) - 0.25);
  const worn = 1 - 0.85 * options.wear * (0.5 + 0.5 * noiseAt(surface.load, v, u));
  const level = ink.contrast * (height * worn - ink.threshold - uneven * 0.5);
  const dark = 1 / (1 + exp(-2.2 * level));
  const cover = touch >= 0.12 ? 1 : touch / 0.12;
  const skin = 205 - 150 * dark + grain;
  return clamp(background + (skin - background) * cover);
}

/** Bilinear height of the master, -1..1; outside the finger a valley. */
function heightAt(master: FingerMaster, x: number, y: number): number {
  if (x < 0 || y < 0) return -1;
  const x0 = x | 0;
  const y0 = y | 0;
  if (x0 >= master.width - 1 || y0 >= master.height - 1) return -1;
  const at = y0 * master.width + x0;
  const { heights, width } = master;
  const fx = x - x0;
  const fy = y - y0;
  const top = heights[at]! + (heights[at + 1]! - heights[at]!) * fx;
  const bottom = heights[at + width]! + (heights[at + width + 1]! - heights[at + width]!) * fx;
  return (top + (bottom - top) * fy) / 127;
}

function above(value: number): number {
  return value < 0 ? 0 : value;
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
