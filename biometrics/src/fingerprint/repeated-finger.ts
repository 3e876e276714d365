import { fingerThreshold, matchFingers } from './match-fingers.ts';

/** Share of pairs of different fingers that may be taken for one: ten fingers make 45 pairs. */
const FALSE_MATCH_RATE = 1e-5;

/** The first two templates (by index) that show the same finger, as when one is laid on twice; undefined for none. */
export function repeatedFinger(templates: readonly Uint8Array[]): readonly [number, number] | undefined {
  const limit = fingerThreshold(FALSE_MATCH_RATE);
  for (let i = 0; i < templates.length; i++) {
    for (let j = i + 1; j < templates.length; j++) {
      if (matchFingers(templates[i]!, templates[j]!) >= limit) return [i, j];
    }
  }
  return undefined;
}
