import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attemptCodeFrom, readAttemptCode, showAttemptCode } from './attempt-code.ts';

const codes = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(attemptCodeFrom);
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXY';

test('a code is read again however it is written', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(readAttemptCode(showAttemptCode(code).toLowerCase())).toBe(code);
      expect(readAttemptCode(` ${code} `)).toBe(code);
    }),
  );
});

test('one wrong sign, or two neighbours that changed places, is no code', () => {
  fc.assert(
    fc.property(codes, fc.nat(7), fc.constantFrom(...SIGNS), (code, at, sign) => {
      fc.pre(code[at] !== sign);
      expect(readAttemptCode(code.slice(0, at) + sign + code.slice(at + 1))).toBeUndefined();
    }),
  );
  fc.assert(
    fc.property(codes, fc.nat(5), (code, at) => {
      fc.pre(code[at] !== code[at + 1]);
      const swapped = code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2);
      expect(readAttemptCode(swapped)).toBeUndefined();
    }),
  );
});

test('what is no code at all is none', () => {
  expect(['', '1234567', '12345678I', 'IIII-OOOO', 'ก'.repeat(8)].map(readAttemptCode)).toEqual(
    Array(5).fill(undefined),
  );
});
