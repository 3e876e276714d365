import { expect, test } from '@jest/globals';
import { permitApi } from '@permit/domain/contract/permit-api.ts';
import { ACCOUNT_ROWS } from './account-endpoint-table.ts';
import { addRows, knownOperations, requestShape } from './endpoint-table.ts';
import { NOTICE_ROWS } from './notice-endpoint-table.ts';
import { STAFF_ROWS } from './staff-endpoint-table.ts';

const early = knownOperations();
addRows(ACCOUNT_ROWS);
addRows(NOTICE_ROWS);
addRows(STAFF_ROWS);

test('operations of accounts, of notices and of the office come with their pages, and none stands twice', () => {
  expect(early).not.toContain('createStaff');
  const later = [ACCOUNT_ROWS, NOTICE_ROWS, STAFF_ROWS].flatMap((rows) => Object.keys(rows));
  expect(new Set([...early, ...later]).size).toBe(early.length + later.length);
});

test.each(knownOperations())('%s is sent as the contract says', (operation) => {
  expect(permitApi[operation]).toMatchObject(requestShape(operation));
});
