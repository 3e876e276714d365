import { expect, test } from '@jest/globals';
import { allEndpoints } from '../permit-api.ts';
import { exampleOf } from './operation-examples.ts';

const faultsOf = (side: 'input' | 'output') =>
  allEndpoints.flatMap((endpoint) => {
    const parsed = endpoint[side].safeParse(exampleOf(endpoint)[side]);
    const issue = parsed.error?.issues[0];
    return issue ? [`${endpoint.id} ${issue.path.join('.')}: ${issue.message}`] : [];
  });

test('every operation has an example of its request that the contract itself takes', () => {
  expect(faultsOf('input')).toEqual([]);
});

test('every operation has an example of its answer that the contract itself takes', () => {
  expect(faultsOf('output')).toEqual([]);
});
