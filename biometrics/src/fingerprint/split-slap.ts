import { SLAP_FINGERS, type FingerPosition, type ReaderProblem, type SlapPosition } from '../codes.ts';
import { grayImage, type GrayImage } from '../images/gray-image.ts';
import { cellComponents } from './cell-components.ts';
import { fingerprintParameters } from './fingerprint-parameters.ts';
import { emptyPlane, type Plane } from './plane.ts';
import { contrastMask, vote } from './segment-print.ts';
import { toWorkingPlane, type WorkingPlane } from './working-plane.ts';

/** A finger of a slap: where it lies in the source picture, and its own picture. */
export interface SlapFinger {
  readonly position: FingerPosition;
  readonly box: Box;
  readonly image: GrayImage;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type SlapSplit =
  | { readonly ok: true; readonly fingers: readonly SlapFinger[] }
  | {
      readonly ok: false;
      readonly reason: Extract<ReaderProblem, 'wrong-count' | 'wrong-hand' | 'malformed'>;
    };

const { padding, cell, workingPpi, slap: limits } = fingerprintParameters;

/**
 * Splits a slap of the 4-4-2 sequence into its fingertips, left to right. Parts of one finger (a crease cuts the
 * print) lie above each other: the topmost is the tip. The little finger's tip lies lowest, which tells the hands
 * apart; thumbs say nothing. Fingers must point up, within about 30 degrees.
 */
export function splitSlap(image: GrayImage, slap: SlapPosition): SlapSplit {
  const scale = workingPpi / (image.ppi ?? workingPpi);
  if (!(Math.max(image.width, image.height) * scale <= limits.mostSide))
    return { ok: false, reason: 'malformed' };
  const tips = fingertips(partsOf(image));
  const positions = SLAP_FINGERS[slap];
  if (tips.length !== positions.length) return { ok: false, reason: 'wrong-count' };
  if (isOtherHand(tips, slap)) return { ok: false, reason: 'wrong-hand' };
  const fingers = positions.map((position, k) => cutOut(image, tips[k]!, { position, scale }));
  return { ok: true, fingers };
}

/** Large parts of the picture with contrast, as boxes in pixels at 500 ppi. */
function partsOf(image: GrayImage): Box[] {
  const busy = contrastMask(cellDeviation(toWorkingPlane(image)));
  const solid = vote({ ...busy, data: busy.data.map((value) => (value > 0 ? 1 : 0)) }, 0.6, 0.9);
  const { label, sizes } = cellComponents(solid);
  return sizes.flatMap((size, k) =>
    k > 0 && size >= limits.leastCells ? [boxOf(label, k, solid.width)] : [],
  );
}

/** Deviation inside each cell alone: the wider window of the extraction would bridge the gap between two fingers. */
function cellDeviation(working: WorkingPlane): Plane {
  const { left, top, width, height } = working.inner;
  const deviation = emptyPlane(working.width / cell, working.height / cell);
  for (let row = top / cell; row < Math.floor((top + height) / cell); row++) {
    for (let col = left / cell; col < Math.floor((left + width) / cell); col++) {
      let [sum, squares] = [0, 0];
      for (let k = 0; k < cell * cell; k++) {
        const value =
          working.data[(row * cell + Math.floor(k / cell)) * working.width + col * cell + (k % cell)]!;
        sum += value;
        squares += value * value;
      }
      const mean = sum / (cell * cell);
      deviation.data[row * deviation.width + col] = Math.sqrt(
        Math.max(0, squares / (cell * cell) - mean * mean),
      );
    }
  }
  return deviation;
}

function boxOf(label: Int32Array, wanted: number, width: number): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (let i = 0; i < label.length; i++) {
    if (label[i] !== wanted) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    [left, right, top, bottom] = [
      Math.min(left, x),
      Math.max(right, x),
      Math.min(top, y),
      Math.max(bottom, y),
    ];
  }
  const at = { x: left * cell - padding, y: top * cell - padding };
  return { ...at, width: (right - left + 1) * cell, height: (bottom - top + 1) * cell };
}

/** Of the boxes that overlap by half of the narrower one's width the topmost; cut to a tip's length; left to right. */
function fingertips(parts: readonly Box[]): Box[] {
  const tips: Box[] = [];
  for (const part of [...parts].sort((a, b) => a.y - b.y))
    if (!tips.some((tip) => isBelow(tip, part))) tips.push(part);
  return tips
    .map((tip) => ({ ...tip, height: Math.min(tip.height, limits.tipLength) }))
    .sort((a, b) => a.x + a.width / 2 - b.x - b.width / 2);
}

function isBelow(tip: Box, part: Box): boolean {
  const overlap = Math.min(tip.x + tip.width, part.x + part.width) - Math.max(tip.x, part.x);
  return overlap > 0.5 * Math.min(tip.width, part.width);
}

function isOtherHand(tips: readonly Box[], slap: SlapPosition): boolean {
  if (slap === 'two-thumbs') return false;
  const drop = tips[tips.length - 1]!.y - tips[0]!.y;
  return (slap === 'right-four' ? -drop : drop) > limits.clearDrop;
}

interface Cut {
  readonly position: FingerPosition;
  readonly scale: number;
}

/** The box with a margin, in the source's own resolution. */
function cutOut(image: GrayImage, tip: Box, { position, scale }: Cut): SlapFinger {
  const x = Math.max(0, Math.floor((tip.x - limits.margin) / scale));
  const y = Math.max(0, Math.floor((tip.y - limits.margin) / scale));
  const width = Math.min(image.width - x, Math.ceil((tip.width + 2 * limits.margin) / scale));
  const height = Math.min(image.height - y, Math.ceil((tip.height + 2 * limits.margin) / scale));
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * image.width + x;
    pixels.set(image.pixels.subarray(from, from + width), row * width);
  }
  return { position, box: { x, y, width, height }, image: grayImage(width, height, pixels, image.ppi) };
}
