/**
 * The closed path of highest gain round a polar image: one sample index for each angle, neighbours
 * differing by at most one step. Dynamic programming over two turns; the middle turn is read, so that
 * the place where the path is cut open does not matter.
 *
 * @param gain angles x radii values, one run of radii for each angle
 * @param bend what one step sideways costs, in units of gain
 */
export function closedPath(gain: Float32Array, angles: number, radii: number, bend: number): Int32Array {
  const from = new Int8Array(2 * angles * radii);
  let before = new Float64Array(radii);
  let now = new Float64Array(radii);
  for (let turn = 0; turn < 2 * angles; turn++) {
    const row = (turn % angles) * radii;
    for (let k = 0; k < radii; k++) {
      let best = before[k] as number;
      let step = 0;
      if (k > 0 && (before[k - 1] as number) - bend > best) {
        best = (before[k - 1] as number) - bend;
        step = -1;
      }
      if (k + 1 < radii && (before[k + 1] as number) - bend > best) {
        best = (before[k + 1] as number) - bend;
        step = 1;
      }
      now[k] = best + (gain[row + k] as number);
      from[turn * radii + k] = step;
    }
    [before, now] = [now, before];
  }
  return readBack(from, before, angles, radii);
}

function readBack(from: Int8Array, last: Float64Array, angles: number, radii: number): Int32Array {
  let k = 0;
  for (let i = 1; i < radii; i++) if ((last[i] as number) > (last[k] as number)) k = i;
  const path = new Int32Array(angles);
  for (let turn = 2 * angles - 1; turn >= angles / 2; turn--) {
    if (turn < angles * 1.5) path[turn % angles] = k;
    k += from[turn * radii + k] as number;
  }
  return path;
}
