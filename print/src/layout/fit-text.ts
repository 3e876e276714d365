import { breakPieces } from './break-text.ts';
import type { Box, TextStyle, Weight } from './card-template.ts';

/** Sizes of a text at one point, in millimetres a point: everything scales with the size. */
export interface TextMeasure {
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}

export type MeasureText = (text: string, weight: Weight) => TextMeasure;

export interface FittedText {
  readonly lines: readonly string[];
  /** Points. */
  readonly size: number;
  /** Millimetres from the top of the box to the first baseline, and from line to line. */
  readonly firstBaseline: number;
  readonly pitch: number;
  /** True where even the least readable size was too large: whole and smaller beats cut off. */
  readonly belowLeast: boolean;
}

const STEP = 0.25;
const SMALLEST = 1.5;

/**
 * The rule for long texts: as wished; else smaller by quarter points, on as many lines as the box then holds; never
 * cut off, because a name that is not whole is not that person's name.
 */
export function fitText(text: string, box: Box, style: TextStyle, measure: MeasureText): FittedText {
  for (let size = style.size; size >= SMALLEST; size -= STEP) {
    const fitted = tryAtSize(text, { box, style, size }, measure);
    if (fitted) return fitted;
  }
  return tryAtSize(text, { box: { ...box, width: Infinity }, style, size: SMALLEST }, measure, 1)!;
}

interface Attempt {
  readonly box: Box;
  readonly style: TextStyle;
  readonly size: number;
}

function tryAtSize(
  text: string,
  { box, style, size }: Attempt,
  measure: MeasureText,
  leastLines = 0,
): FittedText | undefined {
  const whole = measure(text, style.weight);
  const pitch = (whole.ascent + whole.descent) * size;
  const room = Math.max(leastLines, Math.min(style.mostLines, Math.floor((box.height + 0.01) / pitch)));
  const lines = wrap(text, box.width / size, room, (part) => measure(part, style.weight).width);
  if (!lines) return undefined;
  // A single line stands in the middle of its box; where two would fit, the first stays under its label.
  const slack = style.mostLines > 1 ? 0 : Math.max(0, box.height - pitch) / 2;
  return {
    lines,
    size,
    pitch,
    firstBaseline: slack + whole.ascent * size,
    belowLeast: size < style.leastSize,
  };
}

/** Greedy lines of at most `width`, or undefined where more than `most` would be needed. */
function wrap(
  text: string,
  width: number,
  most: number,
  widthOf: (part: string) => number,
): string[] | undefined {
  if (most < 1) return undefined;
  if (widthOf(text) <= width) return [text];
  if (most === 1) return undefined;
  const lines = [''];
  for (const piece of breakPieces(text)) {
    const longer = lines[lines.length - 1]! + piece;
    if (widthOf(longer.trimEnd()) <= width) lines[lines.length - 1] = longer;
    else if (lines.length === most || widthOf(piece.trimEnd()) > width) return undefined;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}
