import type { EntriesInMemory, IrisKernel, TurnsInMemory } from './iris-kernel.ts';
import { popcount32 } from './popcount.ts';

/** The plain twin of the WebAssembly kernels: the reference in tests, and the fall-back where neither loads. */
export function typescriptIrisKernel(): IrisKernel {
  let buffer = new ArrayBuffer(1 << 20);
  return {
    variant: 'typescript',
    memory: () => buffer,
    reserve(bytes) {
      if (bytes <= buffer.byteLength) return;
      const larger = new ArrayBuffer(bytes);
      new Uint8Array(larger).set(new Uint8Array(buffer));
      buffer = larger;
    },
    nearestAll: (turns, entries, out) => nearestAll(buffer, turns, entries, out),
    sieve: (turns, entries, limit, out) => sieve({ buffer, turns, entries, limit, out }),
  };
}

const CODE_WORDS = 64;
const SIEVE_WORDS = 16;

function nearestAll(buffer: ArrayBuffer, turns: TurnsInMemory, entries: EntriesInMemory, out: number): void {
  const distances = new Float64Array(buffer, out, entries.count);
  const compare = comparison(buffer, turns, CODE_WORDS);
  for (let e = 0; e < entries.count; e++) distances[e] = compare(entries.at + e * 8 * CODE_WORDS);
}

function sieve(job: {
  buffer: ArrayBuffer;
  turns: TurnsInMemory;
  entries: EntriesInMemory;
  limit: number;
  out: number;
}): number {
  const { buffer, turns, entries, limit } = job;
  const positions = new Uint32Array(buffer, job.out);
  const compare = comparison(buffer, turns, SIEVE_WORDS);
  let found = 0;
  for (let e = 0; e < entries.count; e++) {
    if (compare(entries.at + e * 8 * SIEVE_WORDS) < limit) positions[found++] = e;
  }
  return found;
}

/** Compares the entry at an address (code then mask, `words` 32-bit words each) with all turns. */
function comparison(buffer: ArrayBuffer, turns: TurnsInMemory, words: number): (entry: number) => number {
  const probe = new Uint32Array(buffer, turns.at, turns.count * 2 * words);
  const weights = new Float64Array(buffer, turns.weights, words * 32 + 1);
  const all = new Uint32Array(buffer);
  return (entry) => {
    let nearest = 0.5;
    for (let t = 0; t < probe.length; t += 2 * words) {
      let [n, d] = [0, 0];
      for (let w = 0, g = entry >>> 2; w < words; w++, g++) {
        const both = (all[g + words] as number) & (probe[t + words + w] as number);
        n += popcount32(both);
        d += popcount32(((all[g] as number) ^ (probe[t + w] as number)) & both);
      }
      const distance = 0.5 - (n - 2 * d) * (weights[n] as number);
      if (distance < nearest) nearest = distance;
    }
    return nearest;
  };
}
