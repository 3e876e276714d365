import type { QualityReason } from '../codes.ts';
import type { PrintAnalysis } from '../fingerprint/analyse-print.ts';

export interface FingerQuality {
  /** 0-100, higher is better. */
  readonly score: number;
  /** Mean correlation 0..1 of picture and ridges over the print. */
  readonly agreement: number;
  readonly reasons: readonly QualityReason[];
}

/** Measures one analysed print. */
export function fingerQuality(analysis: PrintAnalysis): FingerQuality {
  const { cells, count } = analysis.mask;
  let sum = 0;
  for (let i = 0; i < cells.data.length; i++) if (cells.data[i] === 1) sum += analysis.agreement.data[i]!;
  const agreement = count > 0 ? sum / count : 0;
  const score = Math.round(100 * Math.min(1, agreement) * Math.min(1, count / 900));
  return { score, agreement, reasons: [] };
}
