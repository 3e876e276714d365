import type { AttachedDocument } from '../catalogue/application-draft.ts';
import type { Finding, Tell } from './check.ts';
import { defineCheck } from './check.ts';
import { PORTRAIT_TEXTS } from './texts/portrait-texts.ts';

/**
 * Bounds on the intake's measures. None comes from an official text: the 3x4 cm shape is the portal's [O], the
 * rest are ours, chosen so that a card prints well at 300 dpi.
 */
export const PORTRAIT_BOUNDS = {
  /** Pixels of the shorter and the longer side: 3 x 4 cm at 300 dpi is 354 x 472. */
  minWidthPx: 354,
  minHeightPx: 472,
  /** Width over height of 3x4 with room for a crop. */
  minShape: 0.68,
  maxShape: 0.82,
  /** Part of the picture that the face box fills. */
  minFaceShare: 0.12,
  maxFaceShare: 0.6,
  /** Standard deviation of grey (0-255) in the upper corners, beside the head: a plain wall stays under it. */
  maxBackgroundSpread: 40,
  /** Variance of the Laplacian of grey at 480 pixels' height: under it the picture is blurred. */
  minSharpness: 15,
} as const;

type PortraitCode =
  'portrait-too-small' | 'portrait-shape' | 'portrait-face-size' | 'portrait-background' | 'portrait-blurred';
type Measures = NonNullable<AttachedDocument['portrait']>;

/** The portrait by its measures; what was not measured is not judged. */
export const portrait = defineCheck({
  name: 'portrait',
  findings: {
    'portrait-too-small': { severity: 'warn', text: PORTRAIT_TEXTS.small },
    'portrait-shape': { severity: 'note', text: PORTRAIT_TEXTS.shape },
    'portrait-face-size': { severity: 'warn', text: PORTRAIT_TEXTS.face },
    'portrait-background': { severity: 'warn', text: PORTRAIT_TEXTS.background },
    'portrait-blurred': { severity: 'warn', text: PORTRAIT_TEXTS.blurred },
  },
  run({ draft }, tell) {
    return (draft.documents ?? []).flatMap((document, index) =>
      document.type === 'photo' && document.portrait
        ? judge(document.portrait, `documents.${index}`, tell)
        : [],
    );
  },
});

function judge(measures: Measures, field: string, tell: Tell<PortraitCode>): Finding[] {
  const { widthPx, heightPx, faceAreaShare: face, backgroundSpread: spread, sharpness } = measures;
  const bounds = PORTRAIT_BOUNDS;
  const shape = widthPx / Math.max(1, heightPx);
  const found: Finding[] = [];
  if (widthPx < bounds.minWidthPx || heightPx < bounds.minHeightPx)
    found.push(tell('portrait-too-small', field, { widthPx, heightPx }));
  if (shape < bounds.minShape || shape > bounds.maxShape)
    found.push(tell('portrait-shape', field, { shape: Math.round(shape * 100) / 100 }));
  if (face !== undefined && (face < bounds.minFaceShare || face > bounds.maxFaceShare))
    found.push(tell('portrait-face-size', field, { percent: Math.round(face * 100) }));
  if (spread !== undefined && spread > bounds.maxBackgroundSpread)
    found.push(tell('portrait-background', field, { spread: Math.round(spread) }));
  if (sharpness !== undefined && sharpness < bounds.minSharpness)
    found.push(tell('portrait-blurred', field, { sharpness: Math.round(sharpness) }));
  return found;
}
