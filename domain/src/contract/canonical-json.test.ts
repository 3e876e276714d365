import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, type CanonicalValue } from './canonical-json.ts';

test('orders keys, drops undefined members and leaves no white space', () => {
  expect(canonicalJson({ b: [1, 'ก', null], a: { z: true, y: undefined } })).toBe(
    '{"a":{"z":true},"b":[1,"ก",null]}',
  );
});

test('refuses fractions, unsafe numbers and lone surrogates', () => {
  for (const bad of [0.5, 2 ** 53, Number.NaN, '\uD800']) expect(() => canonicalJson(bad)).toThrow(TypeError);
  expect(canonicalJson('😀')).toBe('"😀"');
});

test('the order in which an object was built never shows', () => {
  const values = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()));
  fc.assert(
    fc.property(values, (value) => {
      const shuffled = Object.fromEntries(Object.entries(value).reverse()) as CanonicalValue;
      expect(canonicalJson(shuffled)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual({ ...value });
    }),
  );
});
