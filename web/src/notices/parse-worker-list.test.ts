import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseWorkerList } from './parse-worker-list.ts';

const only = (line: string) => parseWorkerList(line)[0]!;

test('a row of a sheet is read whatever the order of its columns', () => {
  const cells = ['697490000001', 'MH123456', 'AUNG KYAW MOE', 'เมียนมา', '17/04/2535'];
  const expected = {
    permitNo: '697490000001',
    passportNo: 'MH123456',
    firstLatin: 'AUNG KYAW MOE',
    nationality: 'MM',
    born: '1992-04-17',
  };
  fc.assert(
    fc.property(
      fc.shuffledSubarray(cells, { minLength: cells.length }),
      fc.constantFrom('\t', ';', ', '),
      (row, parted) => {
        expect(only(row.join(parted))).toMatchObject({ worker: expected, sure: true });
      },
    ),
  );
});

test.each([
  ['1992-04-17', '1992-04-17'],
  ['17.4.1992', '1992-04-17'],
  ['4/2535', '1992-04'],
  ['1998', '1998'],
  ['2541', '1998'],
])('a birth written as %s is %s', (typed, born) => {
  expect(only(`MH123456\t${typed}`).worker.born).toBe(born);
});

test('headings and empty lines are no workers, and lines keep their numbers', () => {
  const lines = parseWorkerList('Permit no\tPassport\n\n697490000001\tMH123456\r\nMH7654321');
  expect(lines.map(({ line }) => line)).toEqual([3, 4]);
});

test('a cell that fits nothing makes the line unsure instead of being guessed', () => {
  expect(only('697490000001\tMH123456\t???').sure).toBe(false);
  expect(only('just some words, and more').worker.firstLatin).toBe('just some words');
  expect(only('just some words, and more').sure).toBe(false);
});

test('no text whatever makes it fail', () => {
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void parseWorkerList(text)));
});
