import type { PrintAnalysis } from '../fingerprint/analyse-print.ts';

/** Constant, direction (doubled angle), and a surface of the second degree that stands for pressure. */
const TERMS = 8;

/**
 * How much the contrast of the ridges depends on their direction, in nepers; 0 = not at all. A finger that slides
 * while it is read smears the ridges that lie across its way and keeps those along it. Pressure changes from place
 * to place as well, so a smooth surface over the print is fitted along with the direction.
 */
export function directionalContrast({ mask, contrast, field }: PrintAnalysis): number {
  const { width, height, data } = mask.cells;
  const normal = Array.from({ length: TERMS }, () => new Float64Array(TERMS + 1));
  for (let i = 0; i < data.length; i++) {
    if (data[i] !== 1 || contrast.data[i]! <= 0) continue;
    const [x, y] = [(i % width) / width - 0.5, Math.floor(i / width) / height - 0.5];
    const terms = [1, field.cos.data[i]!, field.sin.data[i]!, x, y, x * x, x * y, y * y];
    addEquation(normal, terms, Math.log(contrast.data[i]!));
  }
  // A little stiffness: few cells must not be explained by wild surfaces.
  for (let k = 1; k < TERMS; k++) normal[k]![k]! += 0.02 * mask.count;
  const [, cos = 0, sin = 0] = solve(normal);
  return Math.hypot(cos, sin);
}

function addEquation(normal: Float64Array[], terms: readonly number[], value: number): void {
  terms.forEach((term, j) => {
    const row = normal[j]!;
    terms.forEach((other, k) => (row[k]! += term * other));
    row[TERMS]! += term * value;
  });
}

/** Gauss-Jordan on a positive definite system; zeros where there is nothing to solve. */
function solve(rows: Float64Array[]): number[] {
  for (let k = 0; k < TERMS; k++) {
    const pivot = rows[k]![k]!;
    if (pivot < 1e-9) return [];
    for (let r = 0; r < TERMS; r++) {
      if (r === k) continue;
      const factor = rows[r]![k]! / pivot;
      for (let c = k; c <= TERMS; c++) rows[r]![c]! -= factor * rows[k]![c]!;
    }
  }
  return rows.map((row, k) => row[TERMS]! / row[k]!);
}
