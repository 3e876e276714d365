import type { Weight } from '../layout/card-template.ts';
import type { MeasureText, TextMeasure } from '../layout/fit-text.ts';
import type { FontBook, ShapedRun } from './font-book.ts';
import { itemise } from './itemise.ts';

const MM_PER_POINT = 25.4 / 72;

/** A shaped run in its line; `x` in ems from the line's start (one em is the type size). */
export interface SetRun extends ShapedRun {
  readonly x: number;
}

export interface SetLine {
  readonly runs: readonly SetRun[];
  /** Ems. */
  readonly width: number;
}

/** Lines kept: one card asks for each of its lines many times while sizes are tried. */
const MOST_KEPT_LINES = 2_000;
const keptLines = new WeakMap<FontBook, Map<string, SetLine>>();

/** One line of text, shaped run by run. */
export function setLine(book: FontBook, text: string, weight: Weight): SetLine {
  const kept = keptLines.get(book) ?? new Map<string, SetLine>();
  keptLines.set(book, kept);
  const key = `${weight} ${text}`;
  const line = kept.get(key) ?? setAnew(book, text, weight);
  if (kept.size >= MOST_KEPT_LINES) kept.clear();
  kept.set(key, line);
  return line;
}

function setAnew(book: FontBook, text: string, weight: Weight): SetLine {
  let x = 0;
  const runs = itemise(text, weight).map((item): SetRun => {
    const run = book.shape(item);
    const placed = { ...run, x };
    x += run.advance / run.font.unitsPerEm;
    return placed;
  });
  return { runs, width: x };
}

/**
 * Fonts declare generous heights so that any two lines clear each other; on a card that space is missing. The
 * factor keeps the tallest real stacks (Burmese, Khmer) apart and was judged by eye on the contact sheet.
 */
const TIGHTEN = { sarabun: 0.95, 'noto-sans': 0.9, other: 0.9 } as const;

/** Measures text as both renderers will draw it: millimetres at one point of type size. */
export function measureWith(book: FontBook): MeasureText {
  return (text, weight): TextMeasure => {
    const line = setLine(book, text, weight);
    let [ascent, descent] = [0, 0];
    for (const { font } of line.runs) {
      const factor = (font.name.startsWith('sarabun') ? TIGHTEN.sarabun : TIGHTEN.other) / font.unitsPerEm;
      ascent = Math.max(ascent, font.ascent * factor);
      descent = Math.max(descent, font.descent * factor);
    }
    return {
      width: line.width * MM_PER_POINT,
      ascent: ascent * MM_PER_POINT,
      descent: descent * MM_PER_POINT,
    };
  };
}
