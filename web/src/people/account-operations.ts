import { ACCOUNT_ROWS } from '../api/account-endpoint-table.ts';
import { addRows } from '../api/endpoint-table.ts';

// Imported by every page of an account, each of which may be the first that is opened.
addRows(ACCOUNT_ROWS);
