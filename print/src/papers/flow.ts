import { breakPieces } from '../layout/break-text.ts';
import type { Weight } from '../layout/card-template.ts';
import type { MeasureText } from '../layout/fit-text.ts';

/** Lines of running text no wider than `width` (millimetres) at this size; a longer word is cut between letters. */
export function flowLines(text: string, style: FlowStyle, measure: MeasureText): string[] {
  const widthOf = (part: string) => measure(part, style.weight).width * style.size;
  const lines = [''];
  for (const piece of breakPieces(text)) {
    const parts = widthOf(piece.trimEnd()) <= style.width ? [piece] : breakPieces(piece, 'grapheme');
    for (const part of parts) {
      const longer = lines[lines.length - 1]! + part;
      if (widthOf(longer.trimEnd()) <= style.width) lines[lines.length - 1] = longer;
      else lines.push(part);
    }
  }
  return lines.map((line) => line.trimEnd()).filter((line, at) => line !== '' || at === 0);
}

export interface FlowStyle {
  readonly size: number;
  readonly weight: Weight;
  /** Millimetres. */
  readonly width: number;
}
