import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { FontBook } from './font-book.ts';
import { GlyphMasks } from './glyph-masks.ts';
import { rasterSide } from './raster-side.ts';
import { setLine } from './typesetter.ts';

/**
 * Words on which weak shapers fail: sara am with a tone mark, stacked marks, Burmese stacks and kinzi, Khmer
 * subscripts and the letter written before its base. The glyphs were looked at on the contact sheet on 20 Nov 2026;
 * a change of font or shaper must be looked at again before the new figures are written here.
 */
const HARD_WORDS = [
  {
    word: 'น้ำ ค่ำ ปู่ญี่ปุ่น',
    font: 'sarabun-regular',
    glyphs: [462, 762, 488, 3, 435, 761, 488, 3, 464, 769, 737, 446, 754, 736, 464, 767, 737, 462],
  },
  {
    word: 'သတ္တဝါ ဒေါ် သင်္ဘော',
    font: 'noto-sans-myanmar-regular',
    glyphs: [34, 20, 254, 33, 367, 3, 372, 22, 174, 3, 34, 372, 28, 189, 368],
  },
  { word: 'ខ្ញុំ ស្ត្រី', font: 'noto-sans-khmer-regular', glyphs: [50, 194, 115, 137, 3, 220, 83, 204, 109] },
  { word: 'ນ້ຳ', font: 'noto-sans-lao-regular', glyphs: [30, 109, 60] },
];

const book = new FontBook();

test.each(HARD_WORDS)('$word takes the glyphs that a reader knows', ({ word, font, glyphs }) => {
  const { runs } = setLine(book, word, 'regular');
  expect(runs.map((run) => run.font.name)).toEqual([font]);
  expect(runs[0]!.glyphs.map(({ id }) => id)).toEqual(glyphs);
});

test('a word keeps its shape when other scripts stand before and after it', () => {
  const { runs } = setLine(book, 'AB น้ำ ນ້ຳ ខ្ញុំ', 'regular');
  const shapes = runs.map(({ script, glyphs }) => [script, glyphs.map(({ id }) => id)]);
  expect(shapes.slice(1)).toEqual([
    ['Thai', [462, 762, 488, 3]],
    ['Laoo', [30, 109, 60, expect.any(Number)]],
    ['Khmr', [50, 194, 115, 137]],
  ]);
});

/** A line of black text on white, 40 x 6 mm. */
function pictureOf(text: string): Buffer {
  const line = { kind: 'line', text, x: 1, y: 4, size: 9, weight: 'regular' } as const;
  const items = [{ ...line, colour: '#000000', opacity: 1, turn: 0 }];
  const side = { width: 40, height: 6, ground: { items: [] }, items, belowLeast: [] };
  return rasterSide(side, { book, masks: new GlyphMasks(), portrait: undefined }).rgb;
}

test.each([
  ['น้ำ ค่ำ ปู่ญี่ปุ่น', '1d56013545a22f58'],
  ['သတ္တဝါ ဒေါ် သင်္ဘော', 'd9ea65c6b344c3f7'],
  ['ខ្ញុំ ស្ត្រី', '4b3a12f00634bd64'],
  ['ນ້ຳ', '3b039610e300885b'],
])('the picture of %s is the one that was looked at', (word, hash) => {
  expect(createHash('sha256').update(pictureOf(word)).digest('hex').slice(0, 16)).toBe(hash);
});
