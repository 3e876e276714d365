import { expect, test } from '@jest/globals';
import { permitApi } from '@permit/domain/contract/permit-api.ts';
import { requestShape, WEB_OPERATIONS } from './endpoint-table.ts';

test.each(WEB_OPERATIONS)('%s is sent as the contract says', (operation) => {
  expect(permitApi[operation]).toMatchObject(requestShape(operation));
});
