import type { WaveJob } from './ridge-kernel.ts';

/** Samples across the ridges either way, and along them in steps of two; the kernels know them. */
const [ACROSS, ALONG] = [20, 8];
const SAMPLES = 2 * ACROSS + 1;
const WAVES = 24;
const f = Math.fround;

/** The plain twin of the kernels' `ridgeWaves`. */
export function ridgeWaves(buffer: ArrayBuffer, job: WaveJob): void {
  const windows = new Float64Array(buffer, job.windows, 4 * job.count);
  const hann = new Float64Array(buffer, job.tables, SAMPLES + 1);
  const waves = new Float64Array(buffer, job.tables + 8 * (SAMPLES + 1), 2 * WAVES * SAMPLES);
  const out = new Float64Array(buffer, job.out, (WAVES + 1) * job.count);
  const signature = new Float64Array(SAMPLES);
  for (let w = 0, to = 0; w < job.count; w++) {
    out[to++] = project(buffer, job, { window: windows.subarray(4 * w, 4 * w + 4), hann, signature });
    for (let wave = 0; wave < WAVES; wave++) out[to++] = power(signature, waves, 2 * SAMPLES * wave);
  }
}

interface Projection {
  readonly window: Float64Array;
  readonly hann: Float64Array;
  readonly signature: Float64Array;
}

/** Fills the signature across the ridges, less its mean, and returns the window's mean energy. */
function project(
  buffer: ArrayBuffer,
  { plane, width, height }: WaveJob,
  { window, hann, signature }: Projection,
): number {
  const data = new Float32Array(buffer, plane, width * height);
  const [x, y, cos, sin] = [window[0]!, window[1]!, window[2]!, window[3]!];
  const hannSum = hann[SAMPLES]!;
  let [energy, mean] = [0, 0];
  for (let k = -ACROSS; k <= ACROSS; k++) {
    let [sum, squares, n] = [0, 0, 0];
    for (let l = -ALONG; l <= ALONG; l += 2) {
      const px = (x - k * sin + l * cos) | 0;
      const py = (y + k * cos + l * sin) | 0;
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const value = data[py * width + px]!;
      sum += value;
      squares += value * value;
      n++;
    }
    const weight = hann[k + ACROSS]!;
    signature[k + ACROSS] = n > 0 ? f(sum / n) : 0;
    mean += (weight * signature[k + ACROSS]!) / hannSum;
    if (n > 0) energy += (weight * squares) / n;
  }
  for (let k = 0; k < SAMPLES; k++) signature[k] = f(signature[k]! - mean);
  return energy / hannSum - mean * mean;
}

/** Power of the wave whose cosines and sines stand in pairs from `at` on. */
function power(signature: Float64Array, waves: Float64Array, at: number): number {
  let [re, im] = [0, 0];
  for (let k = 0; k < SAMPLES; k++) {
    re += signature[k]! * waves[at + 2 * k]!;
    im += signature[k]! * waves[at + 2 * k + 1]!;
  }
  return re * re + im * im;
}
