import { expect, test } from '@jest/globals';
import { findingKinds } from '@permit/domain/checks/precheck-draft.ts';
import { findingTexts } from './finding-texts.ts';

test('says of every finding what the registry of the checks says', () => {
  const registry = [...findingKinds()].filter(([code]) => !code.startsWith('field-'));
  expect(findingTexts()).toEqual(Object.fromEntries(registry.map(([code, { text }]) => [code, text])));
});
