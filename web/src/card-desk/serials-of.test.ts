import { expect, test } from '@jest/globals';
import { putSerials, serialsOf } from './serials-of.ts';

test('a scanner may end its lines as it likes, and a card that is scanned twice is one card', () => {
  expect(serialsOf(' wpc-000001\r\nWPC-000002\n\nWPC-000001, wpc-000003 ')).toEqual([
    'WPC-000001',
    'WPC-000002',
    'WPC-000003',
  ]);
  expect(serialsOf(' \n ')).toEqual([]);
});

test('what is scanned again is said and not counted twice', () => {
  expect(putSerials(['WPC-000001'], 'wpc-000001\nWPC-000002\n')).toEqual({
    all: ['WPC-000001', 'WPC-000002'],
    known: ['WPC-000001'],
  });
});
