import { expect, test } from '@jest/globals';
import { permitApi } from '@permit/domain/contract/permit-api.ts';
import { ACCOUNT_ROWS } from './account-endpoint-table.ts';
import { addRows, knownOperations, requestShape } from './endpoint-table.ts';
import { STAFF_ROWS } from './staff-endpoint-table.ts';

const early = knownOperations();
addRows(ACCOUNT_ROWS);
addRows(STAFF_ROWS);

test('operations of accounts and of the office come with their pages, and none stands twice', () => {
  expect(early).not.toContain('createStaff');
  const later = [...Object.keys(ACCOUNT_ROWS), ...Object.keys(STAFF_ROWS)];
  expect(new Set([...early, ...later]).size).toBe(early.length + later.length);
});

test.each(knownOperations())('%s is sent as the contract says', (operation) => {
  expect(permitApi[operation]).toMatchObject(requestShape(operation));
});
