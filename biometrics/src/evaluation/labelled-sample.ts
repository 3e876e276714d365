import { parse } from 'node:path';

export type EvaluatedModality = 'finger' | 'iris';

/** What a file's name says: which eye or finger it shows, and whose it is. */
export interface SampleLabel {
  readonly modality: EvaluatedModality;
  /** Two samples of one instance are a genuine pair. */
  readonly instance: string;
  /** Whom to resample; fingers of the public sets carry no person, each stands for itself. */
  readonly person: string;
}

/**
 * Reads `S1<person><L or R><number>` (an eye: the first six characters name it) and
 * `<finger>_<impression>` (a finger). Undefined for any other name: it is no sample of a set.
 */
export function labelOf(file: string): SampleLabel | undefined {
  const { name } = parse(file);
  if (/^S\d{4}[LR]\d{2}$/.test(name)) {
    return { modality: 'iris', instance: name.slice(0, 6), person: name.slice(0, 5) };
  }
  const finger = /^(\d+)_\d+$/.exec(name)?.[1];
  return finger === undefined ? undefined : { modality: 'finger', instance: finger, person: finger };
}
