import { extractFinger } from '../../fingerprint/extract-finger.ts';
import { matchFingers } from '../../fingerprint/match-fingers.ts';
import type { GrayImage } from '../../images/gray-image.ts';
import { extractIris } from '../../iris/extract-iris.ts';
import { matchIris } from '../../iris/iris-distance.ts';
import { syntheticPerson, type SyntheticPerson } from '../simulators/synthetic-person.ts';

/** How the engine sees synthetic people at one severity. A check of the simulator, never an accuracy of the engine. */
export interface SeverityPoint {
  readonly synthetic: 'finger' | 'iris';
  readonly severity: number;
  readonly failures: number;
  readonly quality: number;
  readonly genuineMean: number;
  readonly genuineLowest: number;
  readonly impostorMean: number;
  readonly impostorHighest: number;
}

const SEVERITIES = [0, 0.25, 0.5, 0.75, 1];
const TAKES = [1, 2];

interface Sense {
  readonly synthetic: SeverityPoint['synthetic'];
  look(person: SyntheticPerson, knobs: { readonly take: number; readonly severity: number }): GrayImage;
  extract(
    image: GrayImage,
  ): { readonly template: Uint8Array; readonly quality: number } | { readonly ok: false };
  match(a: Uint8Array, b: Uint8Array): number;
}

const SENSES: readonly Sense[] = [
  {
    synthetic: 'finger',
    look: (person, knobs) => person.finger('right-index', knobs),
    extract: (image) => extractFinger(image),
    match: matchFingers,
  },
  {
    synthetic: 'iris',
    look: (person, knobs) => person.eye('right-iris', knobs),
    extract: (image) => extractIris(image),
    match: matchIris,
  },
];

/** Quality and scores over severity, one point after the other. */
export function* severityCurves(seed: string, people: number): Generator<SeverityPoint> {
  const everybody = Array.from({ length: people }, (_, i) => syntheticPerson(`${seed} ${i}`));
  for (const sense of SENSES) for (const severity of SEVERITIES) yield measure(sense, severity, everybody);
}

function measure(sense: Sense, severity: number, everybody: readonly SyntheticPerson[]): SeverityPoint {
  const qualities: number[] = [];
  const templates = everybody.map((person) =>
    TAKES.map((take) => {
      const made = sense.extract(sense.look(person, { take, severity }));
      if (!('template' in made)) return undefined;
      qualities.push(made.quality);
      return made.template;
    }),
  );
  const score = (a: Uint8Array | undefined, b: Uint8Array | undefined): number =>
    a === undefined || b === undefined ? 0 : sense.match(a, b);
  const genuine = templates.map(([first, second]) => score(first, second));
  const impostor = templates.flatMap(([first], i) =>
    templates.slice(i + 1).map(([, other]) => score(first, other)),
  );
  return {
    synthetic: sense.synthetic,
    severity,
    failures: everybody.length * TAKES.length - qualities.length,
    quality: rounded(mean(qualities)),
    genuineMean: rounded(mean(genuine)),
    genuineLowest: rounded(Math.min(...genuine)),
    impostorMean: rounded(mean(impostor)),
    impostorHighest: rounded(Math.max(0, ...impostor)),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const rounded = (value: number): number => Math.round(value * 100) / 100;
