import type { EntriesInMemory, IrisKernel, SieveTurns, TurnsInMemory } from './iris-kernel.ts';
import { popcount32 } from './popcount.ts';

/** The plain twin of the WebAssembly kernels: the reference in tests, and the fall-back where neither loads. */
export function typescriptIrisKernel(shared?: SharedArrayBuffer): IrisKernel {
  let buffer: ArrayBufferLike = shared ?? new ArrayBuffer(1 << 20);
  return {
    variant: 'typescript',
    memory: () => buffer,
    reserve(bytes) {
      if (bytes <= buffer.byteLength) return;
      if (shared) throw new RangeError('a shared memory does not grow');
      const larger = new ArrayBuffer(bytes);
      new Uint8Array(larger).set(new Uint8Array(buffer));
      buffer = larger;
    },
    nearestAll: (turns, entries, out) => nearestAll(buffer, turns, entries, out),
    sieve: (turns, entries, out) => sieve({ buffer, turns, entries, out }),
  };
}

const CODE_WORDS = 64;
const SIEVE_WORDS = 16;

function nearestAll(
  buffer: ArrayBufferLike,
  turns: TurnsInMemory,
  entries: EntriesInMemory,
  out: number,
): void {
  const distances = new Float64Array(buffer, out, entries.count);
  const weights = new Float64Array(buffer, turns.weights, CODE_WORDS * 32 + 1);
  const countBits = comparison(buffer, turns, CODE_WORDS);
  for (let e = 0; e < entries.count; e++) {
    let nearest = 0.5;
    countBits(entries.at + e * 8 * CODE_WORDS, (n, d) => {
      nearest = Math.min(nearest, 0.5 - (n - 2 * d) * (weights[n] as number));
      return false;
    });
    distances[e] = nearest;
  }
}

function sieve(job: {
  buffer: ArrayBufferLike;
  turns: SieveTurns;
  entries: EntriesInMemory;
  out: number;
}): number {
  const { buffer, turns, entries } = job;
  const positions = new Uint32Array(buffer, job.out);
  const limits = new Int32Array(buffer, turns.limits, SIEVE_WORDS * 32 + 1);
  const countBits = comparison(buffer, turns, SIEVE_WORDS);
  let found = 0;
  for (let e = 0; e < entries.count; e++) {
    const near = countBits(entries.at + e * 8 * SIEVE_WORDS, (n, d) => d <= (limits[n] as number));
    if (near) positions[found++] = e;
  }
  return found;
}

/** Told how many bits are usable and how many of them differ; true ends the comparison. */
type Judge = (usable: number, differing: number) => boolean;

/** Compares the entry at an address (code then mask, `words` 32-bit words each) with all turns, until one is enough. */
function comparison(
  buffer: ArrayBufferLike,
  turns: { readonly at: number; readonly count: number },
  words: number,
): (entry: number, judge: Judge) => boolean {
  const probe = new Uint32Array(buffer, turns.at, turns.count * 2 * words);
  const all = new Uint32Array(buffer);
  return (entry, judge) => {
    for (let t = 0; t < probe.length; t += 2 * words) {
      let [n, d] = [0, 0];
      for (let w = 0, g = entry >>> 2; w < words; w++, g++) {
        const both = (all[g + words] as number) & (probe[t + words + w] as number);
        n += popcount32(both);
        d += popcount32(((all[g] as number) ^ (probe[t + w] as number)) & both);
      }
      if (judge(n, d)) return true;
    }
    return false;
  };
}
