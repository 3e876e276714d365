import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeBase45, encodeBase45 } from './base45.ts';

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

// RFC 9285 §4.3 and §4.4.
test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
])('%s is %s', (text, code) => {
  expect(encodeBase45(ascii(text))).toBe(code);
  expect(decodeBase45(code)).toEqual(ascii(text));
});

test.each(['A', 'BB8B', 'GGW', '::', 'bb8', 'B!8', 'BBé'])('%s is refused', (code) => {
  expect(decodeBase45(code)).toBeUndefined();
});

test('every run of bytes comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes)),
  );
});
