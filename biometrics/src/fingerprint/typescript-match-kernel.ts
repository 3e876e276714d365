import { DESCRIPTOR_BYTES } from './ridge-descriptor.ts';
import { popcount32 } from '../iris/popcount.ts';
import type { MatchKernel, SettleJob } from './match-kernel.ts';

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
/** Step of the search across the ridges in pixels, and what each step must gain. */
const SLIDE = 1.3;
const SLIDE_PRICE = 0.07;

function settle(buffer: ArrayBuffer, job: SettleJob): number {
  const steps = new Float64Array(buffer, job.out, 1);
  steps[0] = 0;
  let best = correlate(buffer, job, 0);
  // Uphill only: a second step to a side where the first helped, since correlation is smooth over a third of a ridge.
  for (const side of [-1, 1]) {
    for (let k = side; k >= -2 && k <= 2; k += side) {
      const value = correlate(buffer, job, k) - SLIDE_PRICE * Math.abs(k);
      if (value <= best) break;
      best = value;
      steps[0] = k;
    }
  }
  return best;
}

/** Fewest samples that both must show. */
const LEAST_KNOWN = 29;

/** Normalised correlation over what both show, some steps across the ridges; -9 where that is too little. */
function correlate(buffer: ArrayBuffer, job: SettleJob, steps: number): number {
  const { at, cols, rows } = job.pattern;
  const dots = new Int8Array(buffer);
  const places = new Int32Array(buffer, job.places, 2 * SAMPLES);
  const left = placeOf(job.baseX + SLIDE * steps * job.normalX);
  const top = placeOf(job.baseY + SLIDE * steps * job.normalY);
  let [sum, own, other, known] = [0, 0, 0, 0];
  for (let k = 0; k < SAMPLES; k++) {
    const value = dots[job.block + k]!;
    const col = (left + places[k]!) >> 16;
    const row = (top + places[SAMPLES + k]!) >> 16;
    if (value === 0 || col < 0 || row < 0 || col >= cols || row >= rows) continue;
    const dot = dots[at + row * cols + col]!;
    if (dot === 0) continue;
    known++;
    sum += dot * value;
    own += value * value;
    other += dot * dot;
  }
  return known < LEAST_KNOWN ? -9 : sum / Math.sqrt(own * other);
}

/** The place of a pixel in a pattern of two pixels a dot, in 1/65536 of a dot. */
function placeOf(pixel: number): number {
  return Math.floor((pixel / 2 + 0.5) * 65536);
}
