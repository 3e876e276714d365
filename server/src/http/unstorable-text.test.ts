import { expect, test } from '@jest/globals';
import { hasUnstorableText } from './unstorable-text.ts';

test.each([
  ['a NUL', { a: ['x\0y'] }, true],
  ['a lone surrogate', { name: '\ud83d' }, true],
  ['a NUL in a key', { 'a\0': 1 }, true],
  ['a whole pair of surrogates', { name: '😀' }, false],
  ['Thai, Burmese and a line feed', { name: 'น้ำ\nသင်္ဘော' }, false],
  ['bytes of a file', { bytes: new Uint8Array([0, 0]) }, false],
])('%s', (_, value, unstorable) => {
  expect(hasUnstorableText(value)).toBe(unstorable);
});
