import { distanceWeights } from '../iris/iris-distance.ts';
import type { IrisKernel } from '../iris/iris-kernel.ts';
import { irisParameters } from '../iris/iris-parameters.ts';
import { turnByHalfColumns, turnsWithin, type TurnedCode } from '../iris/iris-turns.ts';
import { CODE_BITS, CODE_BYTES, type PhaseCode } from '../iris/phase-code.ts';
import { SIEVE_BITS, SIEVE_BYTES, sieveCode } from './sieve-code.ts';

const FULL_BYTES = 2 * CODE_BYTES;
const PLANE_BYTES = 2 * SIEVE_BYTES;

/** Where things lie in a shard's memory; the sieve plane is contiguous, apart from the full codes. */
const TURNS_AT = 0;
const WEIGHTS_AT = 0x10000;
const SIEVE_TURNS_AT = 0x18000;
const SIEVE_WEIGHTS_AT = 0x1c000;
const DISTANCE_AT = 0x1e000;
const FOUND_AT = 0x20000;

/** A probe laid out once for all shards. */
export interface ShardProbe {
  /** Turned codes, a multiple of five (the last one repeated), 512 bytes each. */
  readonly turns: Uint8Array;
  /** Turned sieve codes, a multiple of four, 128 bytes each. */
  readonly sieveTurns: Uint8Array;
}

/** Which turns a search tries: half columns (1.4 degrees) each way, and the step of the sieve. */
export interface SearchTurns {
  readonly halfColumns: number;
  readonly sieveStep: number;
}

const EVERY_TURN: SearchTurns = {
  halfColumns: irisParameters.distance.halfColumns,
  sieveStep: irisParameters.sieve.halfColumnStep,
};

/** Turns a probe's reading every way that the search looks. */
export function shardProbe(reading: PhaseCode, search: SearchTurns = EVERY_TURN): ShardProbe {
  const turns = turnsWithin(reading, search.halfColumns);
  const sieveTurns = turnsWithin(reading, search.halfColumns, search.sieveStep);
  return { turns: joined(turns.map(fullBytes), 5), sieveTurns: joined(sieveTurns.map(sieveCode), 4) };
}

function fullBytes({ code, mask }: TurnedCode): Uint8Array {
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

/** A fixed number of slots for codes in one kernel memory. A slot never moves while it is in use. */
export class IrisShard {
  readonly capacity: number;
  private readonly kernel: IrisKernel;
  private readonly planeAt: number;
  private readonly codesAt: number;

  constructor(kernel: IrisKernel, capacity: number) {
    this.kernel = kernel;
    this.capacity = capacity;
    this.planeAt = FOUND_AT + Math.ceil((capacity * 4) / 4096) * 4096;
    this.codesAt = this.planeAt + capacity * PLANE_BYTES;
    kernel.reserve(this.codesAt + capacity * FULL_BYTES);
    new Float64Array(kernel.memory(), WEIGHTS_AT, CODE_BITS + 1).set(distanceWeights(CODE_BITS));
    new Float64Array(kernel.memory(), SIEVE_WEIGHTS_AT, SIEVE_BITS + 1).set(distanceWeights(SIEVE_BITS));
  }

  /** Puts a reading's code into a slot. */
  store(slot: number, reading: PhaseCode): void {
    const turned = turnByHalfColumns(reading, 0);
    const memory = new Uint8Array(this.kernel.memory());
    memory.set(fullBytes(turned), this.codesAt + slot * FULL_BYTES);
    memory.set(sieveCode(turned), this.planeAt + slot * PLANE_BYTES);
  }

  /** Empties a slot: with a mask of nothing it is at distance 0.5 from everything. */
  clear(slot: number): void {
    const memory = new Uint8Array(this.kernel.memory());
    memory.fill(0, this.codesAt + slot * FULL_BYTES, this.codesAt + (slot + 1) * FULL_BYTES);
    memory.fill(0, this.planeAt + slot * PLANE_BYTES, this.planeAt + (slot + 1) * PLANE_BYTES);
  }

  /** The slots of a range whose sieve codes are nearer than `limit`. */
  sieve(probe: ShardProbe, range: { from: number; to: number }, limit: number): Uint32Array {
    new Uint8Array(this.kernel.memory()).set(probe.sieveTurns, SIEVE_TURNS_AT);
    const turns = {
      at: SIEVE_TURNS_AT,
      count: probe.sieveTurns.length / PLANE_BYTES,
      weights: SIEVE_WEIGHTS_AT,
    };
    const entries = { at: this.planeAt + range.from * PLANE_BYTES, count: range.to - range.from };
    const found = this.kernel.sieve(turns, entries, limit, FOUND_AT);
    return new Uint32Array(this.kernel.memory(), FOUND_AT, found).map((position) => position + range.from);
  }

  /** Normalised distances of the full codes in the given slots. */
  distances(probe: ShardProbe, slots: ArrayLike<number>): Float64Array {
    new Uint8Array(this.kernel.memory()).set(probe.turns, TURNS_AT);
    const turns = { at: TURNS_AT, count: probe.turns.length / FULL_BYTES, weights: WEIGHTS_AT };
    const result = new Float64Array(slots.length);
    for (let i = 0; i < slots.length; i++) {
      const at = this.codesAt + (slots[i] as number) * FULL_BYTES;
      this.kernel.nearestAll(turns, { at, count: 1 }, DISTANCE_AT);
      result[i] = new Float64Array(this.kernel.memory(), DISTANCE_AT, 1)[0] as number;
    }
    return result;
  }
}
