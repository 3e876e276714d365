import { ridgeWaves } from './typescript-ridge-waves.ts';
import type { BlockJob, RidgeKernel } from './ridge-kernel.ts';

/** The plain twin of the WebAssembly filters: the reference in tests, and the fall-back where neither loads. */
export function typescriptRidgeKernel(): RidgeKernel {
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
    filterBlocks(job, to) {
      const out = new Float32Array(buffer);
      eachBlock(buffer, job, (rows, start) => {
        for (let row = 0; row < 4; row++) {
          out.set(rows.subarray(4 * row, 4 * row + 4), (to + start + row * job.stride) >> 2);
        }
      });
    },
    blockEnergies(job, out) {
      const energies = new Float32Array(buffer, out, job.count);
      eachBlock(buffer, job, (rows, _, block) => (energies[block] = energyOf(rows)));
    },
    ridgeWaves: (job) => ridgeWaves(buffer, job),
  };
}

const f = Math.fround;

/** Filters each block and hands its 16 values on; they are true only until the next one. */
function eachBlock(
  buffer: ArrayBuffer,
  { plane, stride, at, count }: BlockJob,
  take: (rows: Float32Array, start: number, block: number) => void,
): void {
  const words = new Int32Array(buffer);
  const floats = new Float32Array(buffer);
  const rows = new Float32Array(16);
  for (let b = 0; b < count; b++) {
    const start = words[(at >> 2) + 2 * b]!;
    const kernel = words[(at >> 2) + 2 * b + 1]! >> 2;
    for (let k = 0; k < 16; k++) {
      let sum = 0;
      const pixel = (plane + start + (k >> 2) * stride + 4 * (k & 3)) >> 2;
      for (let tap = kernel + 1, end = tap + 2 * words[kernel]!; tap < end; tap += 2) {
        sum = f(sum + f(floats[tap + 1]! * floats[pixel + (words[tap]! >> 2)]!));
      }
      rows[k] = sum;
    }
    take(rows, start, b);
  }
}

/** Columns first, then their sum, as the vectors add. */
function energyOf(rows: Float32Array): number {
  const column = (k: number): number => {
    const [a, b, c, d] = [rows[k]!, rows[k + 4]!, rows[k + 8]!, rows[k + 12]!];
    return f(f(f(f(a * a) + f(b * b)) + f(c * c)) + f(d * d));
  };
  return f(f(column(0) + column(1)) + f(column(2) + column(3)));
}
