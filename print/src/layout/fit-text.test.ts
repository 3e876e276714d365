import { expect, test } from '@jest/globals';
import { FontBook } from '../render/font-book.ts';
import { measureWith } from '../render/typesetter.ts';
import { breakPieces } from './break-text.ts';
import { fitText } from './fit-text.ts';
import { wpCard1 } from './wp-card-1.ts';

const measure = measureWith(new FontBook());

function fitField(field: string, text: string) {
  const item = wpCard1.front.find((one) => one.kind === 'text' && one.field === field);
  if (item?.kind !== 'text') throw new Error(`no text field ${field}`);
  return { ...fitText(text, item.box, item.style, measure), box: item.box, style: item.style };
}

/** A thousand names from syllables that such names are made of; up to 63 letters, with and without a last name. */
function* names(parts: readonly string[], joint: string): Generator<string> {
  for (let at = 0; at < 1_000; at += 1) {
    const count = 1 + (at % 7);
    const words = Array.from({ length: count }, (_, word) => parts[(at * 7 + word * 5) % parts.length]!);
    yield words.join(joint);
  }
}

const LATIN = [
  'AUNG',
  'ZAW',
  'SISOUVANNAPHONG',
  'THIRI',
  'KHIN',
  'PHOTHISARAT',
  'NGUYỄN',
  'O’CONNOR',
  'MYINT',
];
const THAI = ['อ่อง', 'ซอ', 'ศรีสุวรรณพงศ์', 'ธิริ', 'ขิ่น', 'โพธิสารัตถ', 'เหงียน', 'หม่อง', 'ปู่ญี่ปุ่น'];

test.each([
  ['nameLatin', 'MS. ', LATIN],
  ['nameThai', 'นางสาว ', THAI],
])(
  'each of a thousand names fits %s whole, within its box, and not below the readable size',
  (field, prefix, parts) => {
    for (const name of names(parts, ' ')) {
      const fitted = fitField(field, prefix + name);
      expect(fitted.belowLeast).toBe(false);
      expect(fitted.lines.join(' ').replaceAll(/\s+/g, ' ')).toBe(prefix + name);
      expect(fitted.pitch * fitted.lines.length).toBeLessThanOrEqual(fitted.box.height + 0.02);
      for (const line of fitted.lines) {
        const width = measure(line, fitted.style.weight).width * fitted.size;
        expect(width).toBeLessThanOrEqual(fitted.box.width + 0.01);
      }
    }
  },
);

test('a short name stands at its wished size on one line', () => {
  expect(fitField('nameLatin', 'MR. ZAW')).toMatchObject({ size: 8, lines: ['MR. ZAW'] });
});

test('a name longer than any is set very small, whole, and reported', () => {
  const endless = Array.from({ length: 24 }, () => 'SISOUVANNAPHONG').join(' ');
  const fitted = fitField('nameLatin', endless);
  expect(fitted.belowLeast).toBe(true);
  expect(fitted.lines.join(' ')).toBe(endless);
});

test('Thai breaks between words, and no line begins with a mark', () => {
  const pieces = breakPieces('ใบอนุญาตทำงานของคนต่างด้าว');
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.join('')).toBe('ใบอนุญาตทำงานของคนต่างด้าว');
  for (const piece of pieces) expect(piece).not.toMatch(/^\p{M}/u);
});

test('hyphenated and dotted Latin stays together', () => {
  expect(breakPieces('FITZGERALD-O’CONNOR LTD. 6911-1')).toEqual(['FITZGERALD-O’CONNOR ', 'LTD. ', '6911-1']);
});
