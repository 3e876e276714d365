import { expect, test } from '@jest/globals';
import { contactOf, faultsOf, NOTHING_TYPED } from './registration.ts';

test('one field takes an e-mail address or a telephone number, and nothing else', () => {
  expect(contactOf(' aung@example.org ')).toEqual({ channel: 'email', address: 'aung@example.org' });
  expect(contactOf('081 234 5678')).toEqual({ channel: 'sms', address: '081 234 5678' });
  expect(contactOf('aung at example')).toBeUndefined();
  expect(contactOf('')).toBeUndefined();
});

test('a contact may be left out, but not be wrong', () => {
  const typed = {
    ...NOTHING_TYPED,
    kind: 'worker',
    displayName: 'Aung',
    username: 'aung',
    password: 'long enough 1',
  };
  expect(faultsOf(typed)).toEqual([]);
  expect(faultsOf({ ...typed, contact: '12' })).toEqual(['contact']);
  expect(faultsOf(NOTHING_TYPED)).toEqual(['kind', 'displayName', 'username', 'password']);
});
