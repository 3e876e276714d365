import type { CardField } from './card-texts.ts';
import {
  CR80,
  type Align,
  type Box,
  type CardTemplate,
  type TemplateItem,
  type TextStyle,
} from './card-template.ts';

/**
 * Our proposal for the card of form บต.42/1: its real layout was not found (work-permit.md part D). A change of a
 * printed card is a new file with a new number, so that an old card can be printed again as it was.
 */
/** Bands at the lower edge run over it: the height is not a whole number of dots. */
const BLEED = CR80.height + 0.5;

const NAVY = '#17365d';
const INK = '#10161f';
const GREY = '#56606e';
const TINT = '#e9eef5';
const RED = '#b3261e';

const style = (size: number, more: Partial<TextStyle> = {}): TextStyle => ({
  weight: 'regular',
  size,
  leastSize: Math.min(size, 4.5),
  mostLines: 1,
  colour: INK,
  align: 'left',
  ...more,
});

type Item = TemplateItem<CardField>;
type At = readonly [x: number, y: number, width: number, height: number];

const boxOf = ([x, y, width, height]: At): Box => ({ x, y, width, height });
const fill = (at: At, colour: string): Item => ({ kind: 'fill', box: boxOf(at), colour });
const text = (field: CardField, at: At, textStyle: TextStyle): Item => ({
  kind: 'text',
  box: boxOf(at),
  field,
  style: textStyle,
});
const label = (field: CardField, at: At, align: Align = 'left') =>
  text(field, at, style(4.4, { colour: GREY, align, leastSize: 4 }));

const front: readonly Item[] = [
  fill([0, 0, CR80.width, 10], NAVY),
  fill([0, 44.4, CR80.width, BLEED - 44.4], TINT),
  { kind: 'specimen', box: boxOf([26, 10, 59.6, 34.4]), colour: RED },
  { kind: 'emblem', box: boxOf([3, 1.3, 7.4, 7.4]), colour: '#ffffff' },
  text('department', [12, 0.9, 36, 4.6], style(7, { colour: '#ffffff', weight: 'semibold' })),
  text('departmentEnglish', [12, 5.4, 36, 3.4], style(4.6, { colour: '#ffffff', leastSize: 4 })),
  text('title', [48.6, 0.7, 34, 5.2], style(9.5, { colour: '#ffffff', weight: 'bold', align: 'right' })),
  text(
    'titleEnglish',
    [48.6, 5.4, 34, 3.6],
    style(6, { colour: '#ffffff', weight: 'semibold', align: 'right' }),
  ),
  { kind: 'portrait', box: boxOf([3, 12.2, 23.1, 30.8]) },

  label('nameLabel', [28.6, 11, 40, 2.2]),
  text('nameThai', [28.6, 13.1, 54, 5.1], style(10, { weight: 'bold', mostLines: 2, leastSize: 5 })),
  text('nameLatin', [28.6, 17.9, 54, 4.6], style(8, { weight: 'semibold', mostLines: 2, leastSize: 4.5 })),
  text('nameThird', [28.6, 22.2, 54, 4.8], style(7.5, { mostLines: 1, leastSize: 4 })),
  label('birthLabel', [28.6, 26.9, 27, 2.2]),
  text('birth', [28.6, 28.6, 54, 3.7], style(7.2, { weight: 'semibold' })),
  label('nationalityLabel', [28.6, 32.1, 26, 2.2]),
  text('nationality', [28.6, 33.8, 26, 3.6], style(7)),
  label('categoryLabel', [56, 32.1, 26.6, 2.2]),
  text('category', [56, 33.8, 26.6, 3.6], style(7)),
  label('workLabel', [28.6, 37.2, 54, 2.2]),
  text('work', [28.6, 39.6, 54, 4.8], style(7, { mostLines: 2 })),

  label('permitNoLabel', [3, 45, 32, 2.2]),
  text('permitNo', [3, 47, 34, 5.2], style(10, { weight: 'bold' })),
  label('validLabel', [38, 45, 44.6, 2.2], 'right'),
  text('validThai', [38, 46.6, 44.6, 3.6], style(7, { weight: 'bold', align: 'right' })),
  text('validEnglish', [38, 49.9, 44.6, 3.2], style(6.2, { weight: 'semibold', align: 'right' })),
];

const back: readonly Item[] = [
  { kind: 'specimen', box: boxOf([36, 0, 49.6, 40]), colour: RED },
  { kind: 'qr', box: boxOf([2, 2, 34, 34]) },
  label('registrarLabel', [38, 3, 44.6, 2.2]),
  text('registrar', [38, 4.8, 44.6, 3.4], style(6.6, { weight: 'semibold' })),
  text('office', [38, 8.1, 44.6, 5.6], style(6.2, { mostLines: 2 })),
  label('issuedLabel', [38, 13.9, 44.6, 2.2]),
  text('issued', [38, 15.7, 44.6, 3.3], style(6.4)),
  label('conditionsLabel', [38, 19.2, 44.6, 2.2]),
  text('conditions', [38, 21, 44.6, 3.4], style(6.4, { weight: 'semibold' })),
  text('conditionsEnglish', [38, 24.2, 44.6, 4.6], style(4.8, { mostLines: 2, leastSize: 4 })),
  label('foundLabel', [38, 29, 44.6, 2.2]),
  text('found', [38, 31.1, 44.6, 5], style(5.6, { mostLines: 2 })),
  { kind: 'barcode', box: boxOf([4, 38, 45, 8.6]) },
  text('cardSerial', [4, 46.8, 45, 3], style(6, { align: 'centre' })),
  label('hotlinesLabel', [52, 38.4, 30.6, 2.2]),
  text('hotlines', [52, 40.2, 30.6, 5], style(9.5, { weight: 'bold', colour: NAVY })),
  text('passportNote', [52, 45.4, 30.6, 4.4], style(4.4, { mostLines: 2, colour: GREY, leastSize: 4 })),
  fill([0, 51.2, CR80.width, BLEED - 51.2], NAVY),
  text('formLine', [3, 51.2, 79.6, 2.6], style(4.6, { colour: '#ffffff', align: 'centre', leastSize: 4 })),
];

export const wpCard1: CardTemplate<CardField> = { id: 'wp-card/1', ...CR80, front, back };
