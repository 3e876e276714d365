/** Weighted neighbours of a pixel: columns to the right, rows down, weight. */
export interface Kernel {
  readonly columns: Int8Array;
  readonly rows: Int8Array;
  readonly weights: Float32Array;
}

interface AlongShape {
  readonly angle: number;
  readonly sigma: number;
  readonly coarse?: boolean | undefined;
}

/** A Gaussian of this deviation along a line at `angle` (radians, y downwards). */
export function alongKernel({ angle, sigma, coarse }: AlongShape): Kernel {
  const radius = Math.ceil(2.2 * sigma);
  const kernel = lineKernel({ angle, radius, coarse }, (s) => Math.exp((-s * s) / (2 * sigma * sigma)));
  const sum = total(kernel.weights);
  return { ...kernel, weights: kernel.weights.map((w) => w / sum) };
}

interface GaborShape {
  /** Direction in which the wave runs. */
  readonly angle: number;
  /** Its period and the deviation of its envelope, in pixels. */
  readonly wave: number;
  readonly sigma: number;
  readonly coarse?: boolean | undefined;
}

/** Even Gabor without DC, scaled so that a wave of its own period keeps its height. */
export function acrossKernel({ angle, wave, sigma, coarse }: GaborShape): Kernel {
  const line = { angle, radius: Math.min(22, Math.ceil(2.4 * sigma)), coarse };
  const hill = (s: number): number => Math.exp((-s * s) / (2 * sigma * sigma));
  const cosine = (s: number): number => Math.cos((2 * Math.PI * s) / wave);
  const dc =
    total(lineKernel(line, (s) => hill(s) * cosine(s)).weights) / total(lineKernel(line, hill).weights);
  const kernel = lineKernel(line, (s) => hill(s) * (cosine(s) - dc));
  const gain = total(lineKernel(line, (s) => hill(s) * (cosine(s) - dc) * cosine(s)).weights);
  return { ...kernel, weights: kernel.weights.map((w) => w / gain) };
}

function total(weights: Float32Array): number {
  return weights.reduce((sum, w) => sum + w, 0);
}

interface LineShape {
  readonly angle: number;
  readonly radius: number;
  readonly coarse?: boolean | undefined;
}

/**
 * Taps on a line, one step of the major axis at a time, each shared linearly between its two nearest pixels; `coarse`
 * gives it to the nearer one, at half the cost.
 */
function lineKernel({ angle, radius, coarse }: LineShape, weightAt: (distance: number) => number): Kernel {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const flat = Math.abs(cos) >= Math.abs(sin);
  const steps = Math.floor(radius * Math.max(Math.abs(cos), Math.abs(sin)));
  const slope = flat ? sin / cos : cos / sin;
  const length = Math.hypot(1, slope);
  const taps: { major: number; minor: number; weight: number }[] = [];
  for (let major = -steps; major <= steps; major++) {
    const minor = coarse ? Math.round(major * slope) : Math.floor(major * slope);
    const share = major * slope - minor;
    const weight = weightAt(major * length);
    if (coarse) taps.push({ major, minor, weight });
    else
      taps.push(
        { major, minor, weight: weight * (1 - share) },
        { major, minor: minor + 1, weight: weight * share },
      );
  }
  return {
    columns: Int8Array.from(taps, ({ major, minor }) => (flat ? major : minor)),
    rows: Int8Array.from(taps, ({ major, minor }) => (flat ? minor : major)),
    weights: Float32Array.from(taps, ({ weight }) => weight),
  };
}

/** Side of the blocks that are filtered with one kernel; the WebAssembly kernels know it. */
export const BLOCK = 4;
