// AssemblyScript, for both ridge modules: the wave that a window of ridges shows across its direction. Arithmetic is
// f64 on f32 values, in the order of the plain twin (src/fingerprint/typescript-ridge-waves.ts).

/** Samples across the ridges either way, and along them in steps of two. */
const ACROSS = 20;
const ALONG = 8;
const SAMPLES: usize = 41;

/** Where the signature stands behind the tables: an f32 a sample, kept as f64. */
export const SIGNATURE: usize = 336 + 24 * 656;

/**
 * Fills the signature of the window (x, y, cos, sin as f64 at `window`), less its mean, and returns the window's mean
 * energy. `hann`, where the tables begin, is 41 weights as f64, then their sum.
 */
export function project(plane: usize, width: i32, height: i32, window: usize, hann: usize): f64 {
  const signature = hann + SIGNATURE;
  const x = load<f64>(window),
    y = load<f64>(window, 8),
    cos = load<f64>(window, 16),
    sin = load<f64>(window, 24);
  const hannSum = load<f64>(hann + (SAMPLES << 3));
  let energy: f64 = 0,
    mean: f64 = 0;
  for (let k = -ACROSS; k <= ACROSS; k++) {
    let sum: f64 = 0,
      squares: f64 = 0,
      n: f64 = 0;
    for (let l = -ALONG; l <= ALONG; l += 2) {
      const px = <i32>(x - <f64>k * sin + <f64>l * cos);
      const py = <i32>(y + <f64>k * cos + <f64>l * sin);
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const value = <f64>load<f32>(plane + ((<usize>(py * width + px)) << 2));
      sum += value;
      squares += value * value;
      n += 1;
    }
    const at = (<usize>(k + ACROSS)) << 3;
    const weight = load<f64>(hann + at);
    const sample = n > 0 ? <f64>(<f32>(sum / n)) : 0;
    store<f64>(signature + at, sample);
    mean += (weight * sample) / hannSum;
    if (n > 0) energy += (weight * squares) / n;
  }
  for (let k: usize = 0; k < SAMPLES; k++) {
    const at = signature + (k << 3);
    store<f64>(at, <f64>(<f32>(load<f64>(at) - mean)));
  }
  return energy / hannSum - mean * mean;
}
