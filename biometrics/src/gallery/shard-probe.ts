import { irisParameters } from '../iris/iris-parameters.ts';
import { turnsWithin, type TurnedCode } from '../iris/iris-turns.ts';
import { CODE_BYTES, type PhaseCode } from '../iris/phase-code.ts';
import { sieveCode } from './sieve-code.ts';

/** Bytes of a full code with its mask. */
export const FULL_BYTES = 2 * CODE_BYTES;

/** A probe laid out once for all shards. */
export interface ShardProbe {
  /** Turned codes, a multiple of five (the last one repeated), 512 bytes each. */
  readonly turns: Uint8Array;
  /** Turned sieve codes, 128 bytes each. */
  readonly sieveTurns: Uint8Array;
}

/** Which turns a search tries: half columns (1.4 degrees) each way, and the step of the sieve. */
export interface SearchTurns {
  readonly halfColumns: number;
  readonly sieveStep: number;
}

export const EVERY_TURN: SearchTurns = {
  halfColumns: irisParameters.distance.halfColumns,
  sieveStep: irisParameters.sieve.halfColumnStep,
};

/** Turns a probe's reading every way that the search looks. */
export function shardProbe(reading: PhaseCode, search: SearchTurns = EVERY_TURN): ShardProbe {
  const turns = turnsWithin(reading, search.halfColumns);
  const sieveTurns = turnsWithin(reading, search.halfColumns, search.sieveStep);
  return { turns: joined(turns.map(fullBytes), 5), sieveTurns: joined(sieveTurns.map(sieveCode), 1) };
}

export function fullBytes({ code, mask }: TurnedCode): Uint8Array {
  const bytes = new Uint8Array(FULL_BYTES);
  bytes.set(code);
  bytes.set(mask, CODE_BYTES);
  return bytes;
}

function joined(parts: readonly Uint8Array[], multiple: number): Uint8Array {
  const last = parts[parts.length - 1] as Uint8Array;
  const padding = Array.from({ length: (multiple - (parts.length % multiple)) % multiple }, () => last);
  return new Uint8Array(Buffer.concat([...parts, ...padding]));
}
