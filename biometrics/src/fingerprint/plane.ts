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
  const { width, height } = plane;
  const radius = Math.max(1, Math.ceil(2.5 * sigma));
  const taps = gaussianTaps(sigma, radius);
  const rows = emptyPlane(width, height);
  blurAlongRows(plane, rows.data, taps);
  const out = emptyPlane(width, height);
  blurAcrossRows(rows, out.data, taps);
  return out;
}

function blurAlongRows({ width, height, data }: Plane, to: Float32Array, taps: Float32Array): void {
  const radius = (taps.length - 1) / 2;
  for (let y = 0, row = 0; y < height; y++, row += width) {
    for (let x = 0; x < width; x++) {
      const low = x < radius ? -x : -radius;
      const high = x + radius >= width ? width - 1 - x : radius;
      let sum = 0;
      for (let k = low, at = row + x + low; k <= high; k++, at++) sum += taps[k + radius]! * data[at]!;
      to[row + x] = sum;
    }
  }
}

/** Whole rows at a time: neighbours in memory are read one after the other. */
function blurAcrossRows({ width, height, data }: Plane, to: Float32Array, taps: Float32Array): void {
  const radius = (taps.length - 1) / 2;
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const [low, high] = [Math.max(0, y - radius), Math.min(height - 1, y + radius)];
    for (let from = low; from <= high; from++) {
      const tap = taps[from - y + radius]!;
      for (let x = 0, at = from * width; x < width; x++, at++) sums[x]! += tap * data[at]!;
    }
    to.set(sums, y * width);
  }
}
