import type { BodyPosition, QualityReason } from './codes.ts';
import type { GrayImage } from './images/gray-image.ts';

/** What a matcher compares. A face is kept for the card and for people, it is not matched. */
export type MatchedModality = 'finger' | 'iris';

/** A template with its kind. The bytes begin with the engine's own version; a newer engine extracts again from the image. */
export interface BiometricTemplate {
  readonly modality: MatchedModality;
  readonly bytes: Uint8Array;
}

/** A template of a person's finger or eye. */
export interface PlacedTemplate extends BiometricTemplate {
  readonly position: BodyPosition;
}

export type Extraction =
  | {
      readonly ok: true;
      readonly template: BiometricTemplate;
      /** 0-100, the engine's own scale. */
      readonly quality: number;
      readonly reasons: readonly QualityReason[];
    }
  | { readonly ok: false; readonly reason: string };

export interface SampleQuality {
  /** False where no template could be made. */
  readonly usable: boolean;
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface Verification {
  readonly score: number;
  /** The score asked for; it belongs to the wanted false-match rate. */
  readonly threshold: number;
  readonly same: boolean;
}

export interface IdentityCandidate {
  readonly personId: string;
  /** How often a stranger would come this near by chance, all compared fingers and eyes together (a bound where rarer than calibrated). */
  readonly falseMatchRate: number;
  /** The scores it rests on. */
  readonly scores: readonly { readonly position: BodyPosition; readonly score: number }[];
}

/**
 * What the centre asks of a biometric engine. The embedded engine stands behind it by default; a
 * certified ABIS can take its place. Decisions are asked for as false-match rates, never as scores:
 * scores mean something else in every engine.
 */
export interface MatcherPort {
  /** For a live preview: how good a sample is and what to do about it. */
  quality(modality: MatchedModality, image: GrayImage): Promise<SampleQuality>;
  extract(modality: MatchedModality, image: GrayImage): Promise<Extraction>;
  /** 1:1. Throws RangeError for templates of different modalities, or a rate the calibration does not reach. */
  verify(
    probe: BiometricTemplate,
    reference: BiometricTemplate,
    falseMatchRate: number,
  ): Promise<Verification>;
  /** Puts a person's templates into the gallery, replacing that person's older ones. */
  insert(personId: string, templates: readonly PlacedTemplate[]): Promise<void>;
  /** Takes a person out of the gallery; false where there was none. */
  delete(personId: string): Promise<boolean>;
  /** 1:N: who in the gallery is nearest, at most `top` of them, nearest first. */
  identify(probes: readonly PlacedTemplate[], top: number): Promise<IdentityCandidate[]>;
}
