import { beforeAll, describe, expect, test } from '@jest/globals';
import { extractFinger } from '../../fingerprint/extract-finger.ts';
import { fingerThreshold, matchFingers } from '../../fingerprint/match-fingers.ts';
import { extractIris } from '../../iris/extract-iris.ts';
import { irisThreshold } from '../../iris/iris-calibration.ts';
import { matchIris } from '../../iris/iris-distance.ts';
import type { GrayImage } from '../../images/gray-image.ts';
import { syntheticPerson, type SyntheticPerson } from './synthetic-person.ts';

/**
 * Synthetic people are fair to the engine: the same person matches, others do not, and quality falls
 * with severity. Nothing here says how accurate the engine is: that is measured on real samples only.
 */
const PEOPLE = ['anong', 'bunma', 'chai', 'dao'];
const FMR = 1e-4;

interface Enrolled {
  readonly template: Uint8Array;
  readonly quality: number;
}

function enrol(
  extract: (image: GrayImage) => { readonly ok: boolean } & Partial<Enrolled>,
  image: GrayImage,
): Enrolled {
  const { ok, template, quality } = extract(image);
  if (!ok || template === undefined || quality === undefined)
    throw new Error('a good picture was not enrolled');
  return { template, quality };
}

/** Two takes of everybody at each severity. */
function takeAll(look: (person: SyntheticPerson, take: number, severity: number) => Enrolled) {
  const people = PEOPLE.map(syntheticPerson);
  return (severity: number) =>
    people.map((person) => [1, 2].map((take) => look(person, take, severity)) as [Enrolled, Enrolled]);
}

function scores(pairs: readonly [Enrolled, Enrolled][], match: (a: Uint8Array, b: Uint8Array) => number) {
  const genuine = pairs.map(([first, second]) => match(first.template, second.template));
  const impostor = pairs.flatMap(([first], i) =>
    pairs.slice(i + 1).map(([, other]) => match(first.template, other.template)),
  );
  return { genuine, impostor };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const meanQuality = (pairs: readonly [Enrolled, Enrolled][]): number =>
  mean(pairs.flat().map((one) => one.quality));

describe.each([
  {
    what: 'fingers',
    at: takeAll((person, take, severity) =>
      enrol(extractFinger, person.finger('right-index', { take, severity })),
    ),
    match: matchFingers,
    threshold: () => fingerThreshold(FMR),
  },
  {
    what: 'irises',
    at: takeAll((person, take, severity) => enrol(extractIris, person.eye('left-iris', { take, severity }))),
    match: matchIris,
    threshold: () => irisThreshold(FMR),
  },
])('the $what of people who do not exist', ({ at, match, threshold }) => {
  let usual: readonly [Enrolled, Enrolled][];
  let worst: readonly [Enrolled, Enrolled][];
  beforeAll(() => {
    usual = at(0.25);
    worst = at(1);
  }, 120_000);

  test('match themselves and nobody else', () => {
    const { genuine, impostor } = scores(usual, match);
    expect(Math.min(...genuine)).toBeGreaterThan(threshold());
    expect(Math.max(...impostor)).toBeLessThan(threshold());
  });

  test('match themselves less well, and are of less quality, when they are shown badly', () => {
    expect(mean(scores(worst, match).genuine)).toBeLessThan(mean(scores(usual, match).genuine));
    expect(meanQuality(worst)).toBeLessThan(meanQuality(usual));
  });
});
