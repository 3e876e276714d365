import type { Weight } from '../layout/card-template.ts';
import type { PlacedSide } from '../layout/placed.ts';
import type { FontBook } from './font-book.ts';
import { setLine } from './typesetter.ts';

/** A letter that none of our fonts holds: a card with an empty box in a name must not leave the printer. */
export class UnprintableText extends Error {
  /** Code points, never the text itself: it may be a name, and errors are logged. */
  readonly codePoints: readonly string[];
  constructor(codePoints: readonly string[]) {
    super(`no font holds ${codePoints.join(', ')}`);
    this.codePoints = codePoints;
  }
}

/** Throws UnprintableText where a line would show a box. */
export function requirePrintable(
  book: FontBook,
  lines: Iterable<{ readonly text: string; readonly weight: Weight }>,
): void {
  const missing = new Set<string>();
  for (const { text, weight } of lines) {
    for (const run of setLine(book, text, weight).runs) {
      for (const glyph of run.glyphs) {
        if (glyph.id !== 0) continue;
        const point = run.text.codePointAt(glyph.cluster) ?? 0;
        missing.add(`U+${point.toString(16).toUpperCase().padStart(4, '0')}`);
      }
    }
  }
  if (missing.size > 0) throw new UnprintableText([...missing]);
}

/** The lines of text of a side. */
export function linesOf(side: PlacedSide) {
  return side.items.flatMap((item) => (item.kind === 'line' ? [item] : []));
}
