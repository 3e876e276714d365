import { expect, test } from '@jest/globals';
import { APPLICANT_KINDS } from '../catalogue/parties.ts';
import { filerKindOf } from './filer-kind.ts';

const SAID = [...APPLICANT_KINDS, undefined];

test.each(['worker', 'employer'] as const)(
  'an account of a %s files as one, whatever its form says',
  (role) => {
    expect(new Set(SAID.map((said) => filerKindOf(role, said)))).toEqual(new Set([role]));
  },
);

test('an account of an agent files as an agent, or as what agents may be besides', () => {
  expect(SAID.map((said) => [said, filerKindOf('agent', said)])).toEqual([
    ['worker', 'agent'],
    ['employer', 'agent'],
    ['importer', 'importer'],
    ['agent', 'agent'],
    ['organisation', 'organisation'],
    ['registrar', 'agent'],
    [undefined, 'agent'],
  ]);
});

test('a clerk writes who stands at the counter', () => {
  expect(SAID.map((said) => filerKindOf('clerk', said))).toEqual(SAID);
});
