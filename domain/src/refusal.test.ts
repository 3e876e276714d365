import { expect, test } from '@jest/globals';
import { allow, refuse } from './refusal.ts';

test('a refusal carries its code and an allowance carries none', () => {
  expect(refuse('not-with-registrar')).toEqual({ allowed: false, code: 'not-with-registrar' });
  expect(allow()).toEqual({ allowed: true });
});
