// Taken out once: in a test's own context each `Math` costs a search.
const { ceil, cos, exp, max, round, sin } = Math;
/** A picture out of focus: Gaussian of `sigma` pixels in both directions, edges repeated. */
export function blur(values: Float32Array, width: number, sigma: number): Float32Array {
  const radius = ceil(2.2 * sigma);
  const weights = new Float32Array(2 * radius + 1);
  let sum = 0;
  for (let i = -radius; i <= radius; i++) sum += weights[i + radius] = exp(-(i * i) / (2 * sigma * sigma));
  for (let i = 0; i < weights.length; i++) weights[i] = weights[i]! / sum;
  const height = values.length / width;
  const across = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    blurLine(values, across, { start: y * width, count: width, weights });
  }
  return blurDown(across, width, weights);
}

function blurLine(
  from: Float32Array,
  to: Float32Array,
  line: { readonly start: number; readonly count: number; readonly weights: Float32Array },
): void {
  const { start, count, weights } = line;
  const radius = (weights.length - 1) / 2;
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let k = -radius; k <= radius; k++) {
      const j = i + k < 0 ? 0 : i + k >= count ? count - 1 : i + k;
      sum += from[start + j]! * weights[k + radius]!;
    }
    to[start + i] = sum;
  }
}

/** Down the columns, but row by row: memory is read in the order in which it lies. */
function blurDown(from: Float32Array, width: number, weights: Float32Array): Float32Array {
  const to = new Float32Array(from.length);
  const height = from.length / width;
  const radius = (weights.length - 1) / 2;
  for (let y = 0; y < height; y++) {
    for (let k = -radius; k <= radius; k++) {
      const row = y + k < 0 ? 0 : y + k >= height ? height - 1 : y + k;
      const shift = (row - y) * width;
      const weight = weights[k + radius]!;
      for (let at = y * width; at < (y + 1) * width; at++) to[at] = to[at]! + from[at + shift]! * weight;
    }
  }
  return to;
}

/** A picture of something that moved `length` pixels along `angle` while the shutter was open. */
export function smear(
  values: Float32Array,
  width: number,
  { length, angle }: { readonly length: number; readonly angle: number },
): Float32Array {
  const steps = max(1, round(length));
  const moved = new Float32Array(values.length);
  for (let s = 0; s < steps; s++) {
    const along = s - (steps - 1) / 2;
    const shift = round(along * sin(angle)) * width + round(along * cos(angle));
    for (let i = 0; i < values.length; i++) {
      const at = i + shift;
      moved[i] = moved[i]! + values[at < 0 ? 0 : at >= values.length ? values.length - 1 : at]! / steps;
    }
  }
  return moved;
}
