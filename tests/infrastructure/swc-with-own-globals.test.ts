import { expect, test } from '@jest/globals';
import { ownGlobals } from './swc-with-own-globals.mjs';

test('a module gets a constant for each global that it calls, and for no other', () => {
  expect(ownGlobals('export function f(x) { return Math.round(x) + Number(x); }')).toBe(
    'const Math = globalThis.Math;const Number = globalThis.Number;',
  );
  expect(ownGlobals('new Uint8Array(4)')).toBe('const Uint8Array = globalThis.Uint8Array;');
  expect(ownGlobals('const MathX = 1; MathX.round(2)')).toBe('');
});

test.each([
  'const Map = 1; Map(2)',
  'const { Map } = x; Map.of()',
  'const [a, Map] = x; Map.of()',
  "import { Map } from 'x'; Map.of()",
  "import { Plan as Map } from 'x'; Map.of()",
  "import Map from 'x'; Map.of()",
  'class Map { } Map.of()',
  'function Map() { } Map.of()',
])('a module that declares the name itself is left alone: %s', (code) => {
  expect(ownGlobals(code)).toBe('');
});
