import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCbor } from './cbor-decode.ts';
import { encodeCbor } from './cbor-encode.ts';
import type { CborKey, CborValue } from './cbor-value.ts';

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const problemOf = (hex: string) => {
  const reading = decodeCbor(bytesOf(hex));
  return reading.ok ? 'read' : reading.problem;
};

// RFC 8949 appendix A.
test.each<[CborValue, string]>([
  [0, '00'],
  [23, '17'],
  [24, '1818'],
  [1_000, '1903e8'],
  [1_000_000, '1a000f4240'],
  [1_000_000_000_000, '1b000000e8d4a51000'],
  [18_446_744_073_709_551_615n, '1bffffffffffffffff'],
  [-1, '20'],
  [-1_000, '3903e7'],
  [-18_446_744_073_709_551_616n, '3bffffffffffffffff'],
  [false, 'f4'],
  [null, 'f6'],
  [bytesOf('01020304'), '4401020304'],
  ['ü', '62c3bc'],
  ['水', '63e6b0b4'],
  ['𐅑', '64f0908591'],
  [[1, [2, 3], [4, 5]], '8301820203820405'],
  [
    new Map<CborKey, CborValue>([
      ['a', 1],
      ['b', [2, 3]],
    ]),
    'a26161016162820203',
  ],
  [{ tag: 1, value: 1_363_896_240 }, 'c11a514b67b0'],
])('writes and reads %p as %s', (value, hex) => {
  expect(hexOf(encodeCbor(value))).toBe(hex);
  expect(decodeCbor(bytesOf(hex))).toEqual({ ok: true, value });
});

test.each<[number, string]>([
  [1.5, 'f93e00'],
  [5.960464477539063e-8, 'f90001'],
  [100_000, 'fa47c35000'],
  [1.1, 'fb3ff199999999999a'],
  [-Infinity, 'f9fc00'],
])('reads the fraction %p', (value, hex) => {
  expect(decodeCbor(bytesOf(hex))).toEqual({ ok: true, value });
});

test.each([
  ['', 'cut-off'],
  ['19 03', 'cut-off'],
  ['5b ffffffffffffffff', 'cut-off'],
  ['9a ffffffff', 'cut-off'],
  ['0000', 'trailing-bytes'],
  ['5f 4101 ff', 'indefinite-length'],
  ['9f ff', 'indefinite-length'],
  ['bf ff', 'indefinite-length'],
  ['a2 0101 0102', 'duplicate-key'],
  ['a2 0101 180102', 'duplicate-key'],
  ['a1 f90000 01', 'read'],
  ['a1 f93e00 01', 'bad-key'],
  ['a1 80 01', 'bad-key'],
  ['61 ff', 'bad-text'],
  ['62 c080', 'bad-text'],
  ['63 eda080', 'bad-text'],
  ['f7', 'unknown-simple-value'],
  ['1c', 'reserved-head'],
  ['818181818181818181 00', 'too-deep'],
])('%s is %s', (hex, problem) => {
  expect(problemOf(hex.replaceAll(' ', ''))).toBe(problem);
});

test('counts items, so that nested lists cannot multiply', () => {
  expect(decodeCbor(encodeCbor(Array.from({ length: 1_001 }, () => 0)))).toEqual({
    ok: false,
    problem: 'too-many-items',
  });
});

test('whatever is written is read back', () => {
  const { value } = fc.letrec<{ value: CborValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.integer(),
      fc.maxSafeInteger(),
      fc.string({ unit: 'grapheme' }),
      fc.uint8Array({ maxLength: 40 }),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc
        .array(fc.tuple(fc.oneof(fc.integer(), fc.string()), tie('value')), { maxLength: 4 })
        .map((pairs) => new Map(pairs)),
    ),
  }));
  fc.assert(
    fc.property(value, (item) => expect(decodeCbor(encodeCbor(item))).toEqual({ ok: true, value: item })),
  );
});
