import { DESCRIPTOR_BYTES } from './ridge-descriptor.ts';
import { popcount32 } from '../iris/popcount.ts';
import type { MatchKernel, PatternInMemory, SettleJob } from './match-kernel.ts';

/** The plain twin of the WebAssembly loops: the reference in tests, and the fall-back where neither loads. */
export function typescriptMatchKernel(): MatchKernel {
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
    descriptorWorths(a, b, out) {
      const worths = new Float64Array(buffer, out, a.count * b.count);
      const first = (i: number): number => a.at + i * DESCRIPTOR_BYTES;
      const second = (j: number): number => b.at + j * DESCRIPTOR_BYTES;
      for (let k = 0; k < worths.length; k++) {
        worths[k] = worthOf(buffer, first(Math.floor(k / b.count)), second(k % b.count));
      }
    },
    settle: (job) => settle(buffer, job),
  };
}

/** Correlation of what both patches show, times how well the rings agree; 0 where either says no. */
function worthOf(buffer: ArrayBuffer, a: number, b: number): number {
  const words = new Uint32Array(buffer);
  let [known, differ] = [0, 0];
  for (let w = 0, p = a >> 2, q = b >> 2; w < 8; w++, p++, q++) {
    const both = words[p + 8]! & words[q + 8]!;
    known += popcount32(both);
    differ += popcount32((words[p]! ^ words[q]!) & both);
  }
  if (known < 128) return 0;
  const patch = 1 - (2 * differ) / known;
  return patch < 0.12 ? 0 : patch * ringsOf(new Uint8Array(buffer), a + 64, b + 64);
}

/** 1 where all directions are the same, 0 where they differ by 25 degrees or fewer than 14 are common. */
function ringsOf(bytes: Uint8Array, a: number, b: number): number {
  let [common, sum] = [0, 0];
  for (let k = 0; k < 48; k++) {
    if ((bytes[a + k + 48]! & bytes[b + k + 48]!) === 0) continue;
    common++;
    const off = (bytes[a + k]! - bytes[b + k]!) & 255;
    sum += Math.max(0, 36 - Math.min(off, 256 - off));
  }
  return common < 14 ? 0 : sum / (36 * common);
}

const SAMPLES = 64;
const block = new Int32Array(SAMPLES);
/** Step of the search across the ridges in pixels, and what each step must gain. */
const SLIDE = 1.3;
const SLIDE_PRICE = 0.07;

function settle(buffer: ArrayBuffer, job: SettleJob): number {
  const steps = new Float64Array(buffer, job.out, 1);
  const [plain, turned] = [job.plain, job.turned].map((at) => new Float32Array(buffer, at, 2 * SAMPLES));
  steps[0] = 0;
  if (readBlock(new Int8Array(buffer), job, plain!) <= 32) return -9;
  const correlateAt = (k: number): number => {
    const left = (job.baseX + SLIDE * k * job.normalX) / 2 + 0.5;
    const top = (job.baseY + SLIDE * k * job.normalY) / 2 + 0.5;
    return correlate(new Int8Array(buffer), { left, top, pattern: job.second, places: turned! });
  };
  let best = correlateAt(0);
  // Uphill only: a second step to a side where the first helped, since correlation is smooth over a third of a ridge.
  for (const side of [-1, 1]) {
    for (let k = side; k >= -2 && k <= 2; k += side) {
      const value = correlateAt(k) - SLIDE_PRICE * Math.abs(k);
      if (value <= best) break;
      best = value;
      steps[0] = k;
    }
  }
  return best;
}

/** Samples of the first print that lie inside it. */
function readBlock(dots: Int8Array, { first, x, y }: SettleJob, places: Float32Array): number {
  const [left, top] = [x / 2 + 0.5, y / 2 + 0.5];
  let known = 0;
  for (let k = 0; k < SAMPLES; k++) {
    const at = dotIndex(first, left + places[2 * k]!, top + places[2 * k + 1]!);
    block[k] = at < 0 ? 0 : dots[at]!;
    if (block[k] !== 0) known++;
  }
  return known;
}

interface Laid {
  readonly left: number;
  readonly top: number;
  readonly pattern: PatternInMemory;
  readonly places: Float32Array;
}

/** Normalised correlation over what both show; -9 where that is too little. */
function correlate(dots: Int8Array, { left, top, pattern, places }: Laid): number {
  let [sum, own, other, known] = [0, 0, 0, 0];
  for (let k = 0; k < SAMPLES; k++) {
    const at = block[k] === 0 ? -1 : dotIndex(pattern, left + places[2 * k]!, top + places[2 * k + 1]!);
    const dot = at < 0 ? 0 : dots[at]!;
    if (dot === 0) continue;
    known++;
    sum += dot * block[k]!;
    own += block[k]! * block[k]!;
    other += dot * dot;
  }
  return known < 0.45 * SAMPLES ? -9 : sum / Math.sqrt(own * other);
}

function dotIndex({ at, cols, rows }: PatternInMemory, x: number, y: number): number {
  const [col, row] = [x | 0, y | 0];
  return col >= 0 && row >= 0 && col < cols && row < rows ? at + row * cols + col : -1;
}
