import { distanceWeights, irisScore } from './iris-distance.ts';
import type { IrisKernel, TurnsInMemory } from './iris-kernel.ts';
import { irisParameters } from './iris-parameters.ts';
import { readIrisTemplate, type IrisTemplate } from './iris-template.ts';
import { turnByHalfColumns, turnsWithin, type TurnedCode } from './iris-turns.ts';
import { CODE_BITS, CODE_BYTES } from './phase-code.ts';

const ENTRY_BYTES = 2 * CODE_BYTES;
const WEIGHTS_AT = 0;
const TURNS_AT = 0x8000;
const ENTRIES_AT = 0x18000;

/** Compares every template of a list with every other, with exactly the scores of `matchIris`, much faster. */
export interface IrisComparer {
  /** The scores of template `index` against all of the list, itself included. */
  scoresOf(index: number): Float64Array;
  /** The same as normalised distances; 0.5 for bytes that are no template. */
  distancesOf(index: number): Float64Array;
}

/**
 * Lays all readings of all templates into the kernel's memory (1 KB a reading; at most about three
 * million fit). Bytes that are no template score 0 with everything.
 */
export function createIrisComparer(templates: readonly Uint8Array[], kernel: IrisKernel): IrisComparer {
  const parsed = templates.map((bytes) => readIrisTemplate(bytes));
  const owners = parsed.flatMap((template, i) => (template?.hypotheses ?? []).map(() => i));
  const oddAt = ENTRIES_AT + owners.length * ENTRY_BYTES;
  const outAt = oddAt + owners.length * ENTRY_BYTES;
  kernel.reserve(outAt + owners.length * 8);
  new Float64Array(kernel.memory(), WEIGHTS_AT, CODE_BITS + 1).set(distanceWeights(CODE_BITS));
  const readings = parsed.flatMap((template) => template?.hypotheses ?? []);
  writeCodes(
    kernel,
    ENTRIES_AT,
    readings.map((reading) => turnByHalfColumns(reading, 0)),
  );
  writeCodes(
    kernel,
    oddAt,
    readings.map(({ odd, oddMask }) => ({ code: odd, mask: oddMask })),
  );

  function nearest(turns: readonly TurnedCode[], entriesAt: number, into: Float64Array): void {
    const inMemory = writeTurns(kernel, turns);
    kernel.nearestAll(inMemory, { at: entriesAt, count: owners.length }, outAt);
    const distances = new Float64Array(kernel.memory(), outAt, owners.length);
    owners.forEach((owner, e) => {
      into[owner] = Math.min(into[owner] as number, distances[e] as number);
    });
  }

  function distancesOf(index: number): Float64Array {
    const best = new Float64Array(templates.length).fill(0.5);
    for (const reading of (parsed[index] as IrisTemplate | undefined)?.hypotheses ?? []) {
      nearest(turnsWithin(reading, irisParameters.distance.halfColumns), ENTRIES_AT, best);
      nearest(mirroredTurns(reading), oddAt, best);
    }
    return best;
  }

  return { distancesOf, scoresOf: (index) => distancesOf(index).map(irisScore) };
}

type Reading = IrisTemplate['hypotheses'][number];

/**
 * The other order, in which the entry is turned: its whole-column turns against our even code are the same
 * comparisons as ours against its even code, and its half-column turns are our whole ones against its odd code.
 */
function mirroredTurns(reading: Reading): TurnedCode[] {
  const { halfColumns } = irisParameters.distance;
  const turns: TurnedCode[] = [];
  for (let half = -halfColumns; half <= halfColumns; half++) {
    if ((half & 1) === 1) turns.push(turnByHalfColumns(reading, 1 - half));
  }
  return turns;
}

function writeCodes(kernel: IrisKernel, at: number, codes: readonly TurnedCode[]): void {
  const memory = new Uint8Array(kernel.memory());
  codes.forEach(({ code, mask }, i) => {
    memory.set(code, at + i * ENTRY_BYTES);
    memory.set(mask, at + i * ENTRY_BYTES + CODE_BYTES);
  });
}

/** The kernel takes turns by fives: the last one is repeated. */
function writeTurns(kernel: IrisKernel, turns: readonly TurnedCode[]): TurnsInMemory {
  const count = Math.ceil(turns.length / 5) * 5;
  const padded = Array.from({ length: count }, (_, i) => turns[Math.min(i, turns.length - 1)] as TurnedCode);
  writeCodes(kernel, TURNS_AT, padded);
  return { at: TURNS_AT, count, weights: WEIGHTS_AT };
}
