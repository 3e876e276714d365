import type { UnwrappedIris } from './unwrap-iris.ts';
import { irisParameters } from './iris-parameters.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { floor, max } = Math;

/**
 * Takes lids, lashes and leftover reflections out of the usable part of an unwrapped iris (in place).
 * The reference is the iris itself at the sides, where lids seldom reach: clearly brighter is skin or a
 * reflection, clearly darker is a lash; behind a thick run of either, seen from the pupil, is the lid.
 */
export function maskOcclusions(iris: UnwrappedIris): void {
  const { brighter, darker, leastSpread } = irisParameters.occlusion;
  const { columns, rows, values, usable } = iris;
  const { middle, spread } = lateralStatistics(iris);
  const scale = max(leastSpread, spread);
  const odd = new Uint8Array(columns * rows);
  for (let i = 0; i < odd.length; i++) {
    const value = values[i] as number;
    if (value > middle + brighter * scale || value < middle - darker * scale) odd[i] = 1;
  }
  for (let c = 0; c < columns; c++) hideBehindLid(odd, c, iris);
  const grown = grow(odd, columns, rows);
  for (let i = 0; i < odd.length; i++) if (grown[i] === 1) usable[i] = 0;
}

function lateralStatistics({ columns, rows, values, usable }: UnwrappedIris): {
  middle: number;
  spread: number;
} {
  const levels: number[] = [];
  for (let c = 0; c < columns; c++) {
    const turn = c / columns;
    const lateral = turn < 0.11 || turn > 0.95 || (turn > 0.39 && turn < 0.55);
    if (!lateral) continue;
    for (let r = 2; r < rows - 3; r++)
      if (usable[r * columns + c] === 1) levels.push(values[r * columns + c] as number);
  }
  levels.sort((a, b) => a - b);
  const at = (share: number) => levels[floor(share * (levels.length - 1))] ?? 0;
  return { middle: at(0.5), spread: (at(0.84) - at(0.16)) / 2 };
}

/** From a run of `lidRun` odd samples outwards everything is lid; next to the pupil it is the pupil's own edge. */
function hideBehindLid(odd: Uint8Array, column: number, { columns, rows }: UnwrappedIris): void {
  const { lidRun, firstLidRow } = irisParameters.occlusion;
  let run = 0;
  for (let r = firstLidRow; r < rows; r++) {
    run = odd[r * columns + column] === 1 ? run + 1 : 0;
    if (run < lidRun) continue;
    for (let k = r; k < rows; k++) odd[k * columns + column] = 1;
    return;
  }
}

function grow(odd: Uint8Array, columns: number, rows: number): Uint8Array {
  const grown = odd.slice();
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (odd[r * columns + c] === 0) continue;
      grown[r * columns + ((c + 1) % columns)] = 1;
      grown[r * columns + ((c + columns - 1) % columns)] = 1;
      if (r > 0) grown[(r - 1) * columns + c] = 1;
      if (r + 1 < rows) grown[(r + 1) * columns + c] = 1;
    }
  }
  return grown;
}
