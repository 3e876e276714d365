/** Real numbers in rows: an image or a map at some stage of the extraction. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export function emptyPlane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(width * height) };
}

/** Gaussian weights of 2*radius+1 taps that sum to 1. */
export function gaussianTaps(sigma: number, radius: number): Float32Array {
  const taps = new Float32Array(2 * radius + 1);
  let sum = 0;
  for (let k = -radius; k <= radius; k++) sum += taps[k + radius] = Math.exp((-k * k) / (2 * sigma * sigma));
  return taps.map((tap) => tap / sum);
}

/** Separable Gaussian blur; outside the plane counts as zero (normalise with a blurred weight where it matters). */
export function blur(plane: Plane, sigma: number): Plane {
  const { width, height, data } = plane;
  const radius = Math.max(1, Math.ceil(2.5 * sigma));
  const taps = gaussianTaps(sigma, radius);
  const rows = emptyPlane(width, height);
  for (let y = 0; y < height; y++)
    convolveLine(data, rows.data, { start: y * width, step: 1, length: width }, taps);
  const out = emptyPlane(width, height);
  for (let x = 0; x < width; x++)
    convolveLine(rows.data, out.data, { start: x, step: width, length: height }, taps);
  return out;
}

interface Line {
  readonly start: number;
  readonly step: number;
  readonly length: number;
}

function convolveLine(from: Float32Array, to: Float32Array, line: Line, taps: Float32Array): void {
  const radius = (taps.length - 1) / 2;
  for (let i = 0; i < line.length; i++) {
    const low = Math.max(-radius, -i);
    const high = Math.min(radius, line.length - 1 - i);
    let sum = 0;
    for (let k = low; k <= high; k++) sum += taps[k + radius]! * from[line.start + (i + k) * line.step]!;
    to[line.start + i * line.step] = sum;
  }
}
