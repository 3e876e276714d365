import { decodeFingerTemplate, type FingerTemplate } from './finger-template.ts';
import { ridgeDescriptors, type RidgeDescriptors } from './ridge-descriptor.ts';
import { ridgePicture, type RidgePicture } from './ridge-picture.ts';
import { edgeIndex, type EdgeIndex } from './edge-index.ts';

/** Angles in matching are bytes: 256 is a full turn, so that differences wrap by themselves. */
export const FULL_TURN = 256;

/** A template unpacked into flat arrays for matching; derived, never stored. */
export interface PreparedPrint {
  readonly template: FingerTemplate;
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly direction: Uint8Array;
  readonly type: Uint8Array;
  readonly edges: EdgeIndex;
  readonly picture: RidgePicture;
  readonly descriptors: RidgeDescriptors;
}

const prepared = new WeakMap<Uint8Array, PreparedPrint>();

/** Unpacks template bytes once; the same byte array is remembered as long as somebody holds it. */
export function preparedPrint(bytes: Uint8Array): PreparedPrint {
  let print = prepared.get(bytes);
  if (!print) prepared.set(bytes, (print = preparePrint(decodeFingerTemplate(bytes))));
  return print;
}

export function preparePrint(template: FingerTemplate): PreparedPrint {
  const { minutiae } = template;
  const points = {
    count: minutiae.length,
    x: Float32Array.from(minutiae, (m) => m.x),
    y: Float32Array.from(minutiae, (m) => m.y),
    direction: Uint8Array.from(minutiae, (m) => Math.round((m.direction * FULL_TURN) / (2 * Math.PI)) & 255),
    type: Uint8Array.from(minutiae, (m) => m.type),
  };
  const picture = ridgePicture(template);
  return {
    template,
    ...points,
    edges: edgeIndex(points),
    picture,
    descriptors: ridgeDescriptors(points, picture),
  };
}
