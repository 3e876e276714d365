import type { QualityReason } from './codes.ts';
import type { GrayImage } from './images/gray-image.ts';
import type { Trace } from './trace.ts';

/** What the commands need of a modality; `details` is the count that its output line names. */
export interface ModalityEngine {
  extract(image: GrayImage, trace: Trace | undefined): EngineResult;
  match(a: Uint8Array, b: Uint8Array): number;
}

export type EngineResult =
  | {
      readonly ok: true;
      readonly template: Uint8Array;
      readonly quality: number;
      readonly reasons: readonly QualityReason[];
      readonly details: object;
    }
  | { readonly ok: false; readonly reason: string };

export type EngineName = 'finger' | 'iris';

/** Loads one engine only: the other's tables cost start-up time. */
export async function loadEngine(name: EngineName): Promise<ModalityEngine> {
  return name === 'finger' ? fingerEngine() : irisEngine();
}

async function fingerEngine(): Promise<ModalityEngine> {
  const { extractFinger } = await import('./fingerprint/extract-finger.ts');
  const { matchFingers } = await import('./fingerprint/match-fingers.ts');
  return {
    match: matchFingers,
    extract(image, trace) {
      const made = extractFinger(image, trace ? { trace } : {});
      if (!made.ok) return made;
      const { template, quality, minutiae, reasons, inverted } = made;
      const details = { minutiae, reasons, ...(inverted ? { inverted } : {}) };
      return { ok: true, template, quality, reasons, details };
    },
  };
}

async function irisEngine(): Promise<ModalityEngine> {
  const { extractIris } = await import('./iris/extract-iris.ts');
  const { matchIris } = await import('./iris/iris-distance.ts');
  return {
    match: matchIris,
    extract(image, trace) {
      const made = extractIris(image, trace ? { trace } : {});
      if (!made.ok) return made;
      const { template, quality, usableBits, reasons } = made;
      return { ok: true, template, quality, reasons, details: { usableBits, reasons } };
    },
  };
}
