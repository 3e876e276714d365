import type { BodyPosition, QualityReason } from '@permit/biometrics/codes.ts';
import type { GrayImage } from '@permit/biometrics/images/gray-image.ts';

export interface ImageVerdict {
  /** 0-100. */
  readonly quality: number;
  readonly reasons: readonly QualityReason[];
}

// Levels of grey (0-255) below or above which a picture is of little use; chosen on drawn prints and eyes,
// only to steer the live view. The server measures quality again with the engine.
const TOO_DARK = 40;
const TOO_LIGHT = 235;
const FLAT = 12;
const RICH = 48;

/** A quick look at a picture for the live view: brightness and contrast only. Pure. */
export function judgeImage(image: GrayImage, position: BodyPosition): ImageVerdict {
  const { mean, deviation } = levelsOf(image.pixels);
  const reasons: QualityReason[] = [];
  if (mean < TOO_DARK) reasons.push(position.endsWith('-iris') || position === 'face' ? 'dark' : 'wet');
  if (mean > TOO_LIGHT) reasons.push(position.endsWith('-iris') || position === 'face' ? 'light' : 'dry');
  if (deviation < FLAT) reasons.push(nothingThere(position));
  const contrast = Math.min(1, Math.max(0, (deviation - FLAT / 2) / (RICH - FLAT / 2)));
  return { quality: Math.round(100 * contrast * (reasons.length > 0 ? 0.4 : 1)), reasons };
}

function nothingThere(position: BodyPosition): QualityReason {
  if (position === 'face') return 'blurred';
  return position.endsWith('-iris') ? 'not-an-eye' : 'not-a-finger';
}

function levelsOf(pixels: Uint8Array): { mean: number; deviation: number } {
  let sum = 0;
  let squares = 0;
  for (const level of pixels) {
    sum += level;
    squares += level * level;
  }
  const mean = sum / pixels.length;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / pixels.length - mean * mean)) };
}
