import { expect, test } from '@jest/globals';
import { differingParts, OLD_PERMIT_COLUMNS, permitLine, readOldPermit } from './read-old-permit.ts';
import { readHeadings } from './worker-columns.ts';

const columns = readHeadings(
  ['เลขที่ใบอนุญาต', 'First name', 'Passport number', 'สัญชาติ', 'Issued', 'Expires', 'นายจ้าง'],
  OLD_PERMIT_COLUMNS,
);
const read = (...cells: string[]) => readOldPermit(columns, cells);

test('a line becomes a permit whose number compares without strokes and spaces', () => {
  expect(read('74/123 456', 'AUNG MOE', 'mh 123-456', 'พม่า', '11/1/2568', '10 ม.ค. 2570', 'บจก. ก')).toEqual({
    permit: {
      number: '74123456',
      names: { firstLatin: 'AUNG MOE' },
      nationality: 'MM',
      passport: 'MH123456',
      employer: 'บจก. ก',
      issued: '2025-01-11',
      expires: '2027-01-10',
    },
  });
});

test.each([
  ['no number', ['', 'AUNG', 'MH1'], { column: 'oldPermit.number', code: 'missing' }],
  ['digits lost', ['7.4E+9', 'AUNG', 'MH1'], { column: 'oldPermit.number', code: 'digits-lost' }],
  ['nobody', ['74123', '', ''], { column: 'travelDocument.number', code: 'nobody-named' }],
  [
    'no date',
    ['74123', 'AUNG', '', '', '', '31/02/2569'],
    { column: 'oldPermit.expires', code: 'not-a-date' },
  ],
  [
    'ends before it begins',
    ['74123', 'AUNG', '', '', '2026-01-02', '2026-01-01'],
    { column: 'oldPermit.expires', code: 'ends-before-it-begins' },
  ],
])('a line with %s is refused with its reason', (_, cells, fault) =>
  expect(read(...cells)).toEqual({ faults: [fault] }),
);

test('the same permit reads the same whatever the order of its parts, and a difference is named', () => {
  const one = { number: '1', names: { firstLatin: 'A', lastLatin: 'B' }, expires: '2027-01-10' };
  const other = { expires: '2027-01-10', names: { lastLatin: 'B', firstLatin: 'A' }, number: '1' };
  expect(permitLine(one)).toBe(permitLine(other));
  expect(differingParts(one, { ...other, expires: '2028-01-10', passport: 'MH1' })).toEqual([
    'expires',
    'passport',
  ]);
});
