import { distanceWeights, mostDiffering } from '../iris/iris-distance.ts';
import { createIrisKernel, type IrisKernel, type KernelVariant } from '../iris/iris-kernel.ts';
import { irisParameters } from '../iris/iris-parameters.ts';
import { turnByHalfColumns } from '../iris/iris-turns.ts';
import { CODE_BITS, type PhaseCode } from '../iris/phase-code.ts';
import { sharedMemory, type SharedMemory } from '../load-kernel-module.ts';
import { FULL_BYTES, fullBytes, type ShardProbe } from './shard-probe.ts';
import { SIEVE_BITS, SIEVE_BYTES, sieveCode } from './sieve-code.ts';

const PLANE_BYTES = 2 * SIEVE_BYTES;

/** Where things lie in a shard's memory: tables, then the desks, then the sieve plane, apart from the full codes. */
const WEIGHTS_AT = 0;
const LIMITS_AT = 0x5000;
const DESKS_AT = 0x8000;
/** Parts of a desk. A probe has at most 64 turns. */
const [TURNS, SIEVE_TURNS, DISTANCE, FOUND] = [0, 0x8000, 0xa000, 0xb000];
/** Slots that the sieve looks through at a time: so many may be found, and so often a thread comes up for air. */
const STRIDE = 16_384;
const DESK_BYTES = FOUND + 4 * STRIDE;

/** What another thread needs to work in the same shard. */
export interface ShardPlan {
  readonly capacity: number;
  /** Places to work at: whoever searches at the same time as others takes a desk of their own. */
  readonly desks: number;
  readonly variant: KernelVariant;
}

/** Entries that came near, and their normalised distances. */
export interface ShardHits {
  readonly slots: Uint32Array;
  readonly distances: Float64Array;
}

export interface SlotRange {
  readonly from: number;
  readonly to: number;
}

/**
 * A fixed number of slots for codes in one memory that threads share. A slot never moves while it is in use. One thread
 * writes; a search that meets a slot half written sees some distance or other, so its answers are looked at again.
 */
export class IrisShard {
  readonly plan: ShardPlan;
  readonly memory: SharedMemory;
  private readonly kernel: IrisKernel;
  private readonly planeAt: number;
  private readonly codesAt: number;

  /** A new shard, or one whose memory another thread has made. Throws RangeError where the machine refuses the memory. */
  constructor(plan: ShardPlan, memory?: SharedMemory) {
    this.plan = plan;
    this.planeAt = DESKS_AT + plan.desks * DESK_BYTES;
    this.codesAt = this.planeAt + plan.capacity * PLANE_BYTES;
    this.memory = memory ?? sharedMemory(this.codesAt + plan.capacity * FULL_BYTES);
    this.kernel = createIrisKernel(plan.variant, this.memory);
    if (memory) return;
    new Float64Array(this.memory.buffer, WEIGHTS_AT, CODE_BITS + 1).set(distanceWeights(CODE_BITS));
    new Int32Array(this.memory.buffer, LIMITS_AT, SIEVE_BITS + 1).set(SIEVE_LIMITS);
  }

  /** Puts a reading's code into a slot. */
  store(slot: number, reading: PhaseCode): void {
    const turned = turnByHalfColumns(reading, 0);
    const memory = new Uint8Array(this.memory.buffer);
    memory.set(fullBytes(turned), this.codesAt + slot * FULL_BYTES);
    memory.set(sieveCode(turned), this.planeAt + slot * PLANE_BYTES);
  }

  /** Empties a slot: with a mask of nothing it is at distance 0.5 from everything. */
  clear(slot: number): void {
    const memory = new Uint8Array(this.memory.buffer);
    memory.fill(0, this.codesAt + slot * FULL_BYTES, this.codesAt + (slot + 1) * FULL_BYTES);
    memory.fill(0, this.planeAt + slot * PLANE_BYTES, this.planeAt + (slot + 1) * PLANE_BYTES);
  }

  /** Sieve, then full codes, for the slots of a range; without the sieve where everything is to be compared. */
  search(probe: ShardProbe, range: SlotRange, work: { desk: number; everything: boolean }): ShardHits {
    const slots = work.everything ? everySlot(range) : this.sieve(probe, range, work.desk);
    return { slots, distances: this.distances(probe, slots, work.desk) };
  }

  /** The slots of a range whose sieve codes are near enough. */
  sieve(probe: ShardProbe, range: SlotRange, desk = 0): Uint32Array {
    const at = DESKS_AT + desk * DESK_BYTES;
    new Uint8Array(this.memory.buffer).set(probe.sieveTurns, at + SIEVE_TURNS);
    const count = probe.sieveTurns.length / PLANE_BYTES;
    const turns = { at: at + SIEVE_TURNS, count, limits: LIMITS_AT };
    const parts: Uint32Array[] = [];
    for (let from = range.from; from < range.to; from += STRIDE) {
      const entries = {
        at: this.planeAt + from * PLANE_BYTES,
        count: Math.min(STRIDE, range.to - from),
      };
      const found = this.kernel.sieve(turns, entries, at + FOUND);
      parts.push(new Uint32Array(this.memory.buffer, at + FOUND, found).map((slot) => slot + from));
    }
    return joined(parts);
  }

  /** Normalised distances of the full codes in the given slots. */
  distances(probe: ShardProbe, slots: ArrayLike<number>, desk = 0): Float64Array {
    const at = DESKS_AT + desk * DESK_BYTES;
    new Uint8Array(this.memory.buffer).set(probe.turns, at + TURNS);
    const turns = { at: at + TURNS, count: probe.turns.length / FULL_BYTES, weights: WEIGHTS_AT };
    const made = new Float64Array(this.memory.buffer, at + DISTANCE, 1);
    return Float64Array.from({ length: slots.length }, (_, i) => {
      const code = this.codesAt + (slots[i] as number) * FULL_BYTES;
      this.kernel.nearestAll(turns, { at: code, count: 1 }, at + DISTANCE);
      return made[0] as number;
    });
  }
}

const SIEVE_LIMITS = mostDiffering(SIEVE_BITS, irisParameters.sieve.limit);

function everySlot({ from, to }: SlotRange): Uint32Array {
  return Uint32Array.from({ length: to - from }, (_, i) => from + i);
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
