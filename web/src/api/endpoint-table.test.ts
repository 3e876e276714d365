import { expect, test } from '@jest/globals';
import { permitApi } from '@permit/domain/contract/permit-api.ts';
import { addRows, knownOperations, requestShape } from './endpoint-table.ts';
import { STAFF_ROWS } from './staff-endpoint-table.ts';

const early = knownOperations();
addRows(STAFF_ROWS);

test('operations of the office come with its pages, and none stands twice', () => {
  expect(early).not.toContain('createStaff');
  expect(early.filter((operation) => operation in STAFF_ROWS)).toEqual([]);
});

test.each(knownOperations())('%s is sent as the contract says', (operation) => {
  expect(permitApi[operation]).toMatchObject(requestShape(operation));
});
