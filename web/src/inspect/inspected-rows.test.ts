import { expect, test } from '@jest/globals';
import { inspectedCsv, isDoubtful, putRow, worksHere, type Inspected } from './inspected-rows.ts';

const row = (more: Partial<Inspected> = {}): Inspected => ({
  answer: 'valid',
  asOf: '2026-11-20T02:00:00Z',
  permitNo: '1234567890123',
  state: 'active',
  validTo: '2027-11-19',
  workerName: 'AUNG MOE',
  photo: 'AAAA',
  employers: [{ name: 'บริษัท ตัวอย่างอาหารทะเล จำกัด', from: '2026-01-01' }],
  ...more,
});

test('who is scanned again keeps their place with the new answer, and no face stays in the list', () => {
  const first = putRow(putRow([], row()), row({ permitNo: '2' }));
  const again = putRow(first, row({ answer: 'revoked' }));
  expect(again.map(({ permitNo, answer }) => [permitNo, answer])).toEqual([
    ['1234567890123', 'revoked'],
    ['2', 'valid'],
  ]);
  expect(again.some((one) => 'photo' in one)).toBe(false);
});

test('a good permit of another employer is doubtful at this place, and anybody where no place is named', () => {
  expect(worksHere(row(), 'อาหารทะเล')).toBe(true);
  expect(isDoubtful(row(), 'ก่อสร้าง')).toBe(true);
  expect(isDoubtful(row({ employers: [] }), '')).toBe(false);
  expect(isDoubtful(row({ answer: 'expired' }), '')).toBe(true);
});

test('a name that a spreadsheet would run is defused', () => {
  expect(inspectedCsv([row({ workerName: '=HYPERLINK("x")' })], '')).toContain(`"'=HYPERLINK`);
});
