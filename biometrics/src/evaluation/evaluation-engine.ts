import { performance } from 'node:perf_hooks';
import { extractFinger } from '../fingerprint/extract-finger.ts';
import { matchFingers } from '../fingerprint/match-fingers.ts';
import type { GrayImage } from '../images/gray-image.ts';
import { chooseIrisKernel } from '../iris/choose-iris-kernel.ts';
import { extractIris } from '../iris/extract-iris.ts';
import { createIrisComparer } from '../iris/iris-comparer.ts';
import { createIrisKernel } from '../iris/iris-kernel.ts';
import type { Trace } from '../trace.ts';
import type { EvaluatedModality } from './labelled-sample.ts';

export type EngineExtraction =
  | { readonly ok: true; readonly template: Uint8Array; readonly quality: number }
  | { readonly ok: false; readonly reason: string };

/** What an evaluation needs of a modality: templates, and the scores of one against all. */
export interface EvaluationEngine {
  extract(image: GrayImage, trace?: Trace): EngineExtraction;
  /** A function that gives the scores of template `index` against those from `index + 1` on. */
  compare(templates: readonly Uint8Array[]): (index: number) => ArrayLike<number>;
}

export const EVALUATION_ENGINES = {
  iris: {
    extract: (image, trace) => extractIris(image, trace ? { trace } : {}),
    compare(templates) {
      const kernel = createIrisKernel(chooseIrisKernel(() => performance.now()));
      const comparer = createIrisComparer(templates, kernel);
      return (index) => comparer.scoresOf(index).subarray(index + 1);
    },
  },
  finger: {
    extract: (image, trace) => extractFinger(image, trace ? { trace } : {}),
    compare: (templates) => (index) =>
      templates.slice(index + 1).map((other) => matchFingers(templates[index] as Uint8Array, other)),
  },
} satisfies Record<EvaluatedModality, EvaluationEngine>;
