import { performance } from 'node:perf_hooks';
import type { GrayImage } from '../images/gray-image.ts';
import type { Trace } from '../trace.ts';
import type { ComparedPair } from './compared-pair.ts';
import type { EvaluationEngine } from './evaluation-engine.ts';
import type { SampleLabel } from './labelled-sample.ts';

/** One image of a set. */
export interface EvaluationSample {
  readonly name: string;
  readonly label: SampleLabel;
  read(): Promise<GrayImage>;
}

export interface NamedPair extends ComparedPair {
  readonly names: readonly [string, string];
}

export interface SetEvaluation {
  readonly images: number;
  readonly pairs: readonly NamedPair[];
  readonly failures: readonly { readonly name: string; readonly reason: string }[];
  readonly qualities: ReadonlyMap<string, number>;
  /** Milliseconds of each extraction, without reading the file. */
  readonly extractionMs: readonly number[];
  readonly pairsPerSecond: number;
}

/**
 * Every image of a set against every other. A failure to enrol counts as score 0 in all its pairs, so
 * that an engine gains nothing by refusing what is difficult.
 */
export async function evaluateSet(
  samples: readonly EvaluationSample[],
  engine: EvaluationEngine,
  traceOf?: (name: string) => Trace,
): Promise<SetEvaluation> {
  const enrolled = await enrol(samples, engine, traceOf);
  const present = samples.filter(({ name }) => enrolled.templates.has(name));
  const templates = present.map(({ name }) => enrolled.templates.get(name) as Uint8Array);
  const start = performance.now();
  const scores = scoreAll(engine, templates);
  const seconds = (performance.now() - start) / 1000;
  const { failures, qualities, extractionMs } = enrolled;
  const pairs = pairUp(samples, present, scores);
  const compared = (present.length * (present.length - 1)) / 2;
  return {
    images: samples.length,
    pairs,
    failures,
    qualities,
    extractionMs,
    pairsPerSecond: compared / seconds,
  };
}

async function enrol(
  samples: readonly EvaluationSample[],
  engine: EvaluationEngine,
  traceOf?: (name: string) => Trace,
) {
  const templates = new Map<string, Uint8Array>();
  const qualities = new Map<string, number>();
  const failures: { name: string; reason: string }[] = [];
  const extractionMs: number[] = [];
  for (const { name, read } of samples) {
    const image = await read();
    const start = performance.now();
    const extraction = engine.extract(image, traceOf?.(name));
    extractionMs.push(performance.now() - start);
    if (!extraction.ok) failures.push({ name, reason: extraction.reason });
    else {
      templates.set(name, extraction.template);
      qualities.set(name, extraction.quality);
    }
  }
  return { templates, qualities, failures, extractionMs };
}

/** Scores by position in the list of enrolled templates, later against earlier. */
function scoreAll(engine: EvaluationEngine, templates: readonly Uint8Array[]): ArrayLike<number>[] {
  const compare = engine.compare(templates);
  return templates.map((_, i) => compare(i));
}

function pairUp(
  samples: readonly EvaluationSample[],
  present: readonly EvaluationSample[],
  scores: readonly ArrayLike<number>[],
): NamedPair[] {
  const position = new Map(present.map(({ name }, i) => [name, i]));
  const persons = new Map<string, number>();
  for (const { label } of samples) if (!persons.has(label.person)) persons.set(label.person, persons.size);
  const pairs: NamedPair[] = [];
  samples.forEach((a, i) => {
    for (const b of samples.slice(i + 1)) {
      const [p, q] = [position.get(a.name), position.get(b.name)];
      const score = p === undefined || q === undefined ? 0 : (scores[p]?.[q - p - 1] ?? 0);
      const owners = [persons.get(a.label.person) as number, persons.get(b.label.person) as number] as const;
      const genuine = a.label.instance === b.label.instance;
      pairs.push({ names: [a.name, b.name], genuine, score, persons: owners });
    }
  });
  return pairs;
}

/** Several sets as one list: pairs only within a set, persons of different sets kept apart. */
export function poolPairs(sets: readonly (readonly ComparedPair[])[]): ComparedPair[] {
  let offset = 0;
  return sets.flatMap((pairs) => {
    const base = offset;
    for (const { persons } of pairs) offset = Math.max(offset, base + 1 + Math.max(...persons));
    return pairs.map(({ score, genuine, persons: [a, b] }) => ({
      score,
      genuine,
      persons: [base + a, base + b] as const,
    }));
  });
}
