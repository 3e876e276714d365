/**
 * Grey from interleaved samples: one or two channels take the first; three or more the luma of
 * ITU-R BT.601, which leaves equal red, green and blue exactly as they are.
 */
export function grayFromSamples(
  samples: ArrayLike<number>,
  pixelCount: number,
  channels: number,
  offset = 0,
): Uint8Array {
  const gray = new Uint8Array(pixelCount);
  for (let i = 0, at = offset; i < pixelCount; i++, at += channels) {
    gray[i] =
      channels < 3
        ? samples[at]!
        : Math.round(0.299 * samples[at]! + 0.587 * samples[at + 1]! + 0.114 * samples[at + 2]!);
  }
  return gray;
}
