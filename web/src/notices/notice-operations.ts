import { addRows } from '../api/endpoint-table.ts';
import { NOTICE_ROWS } from '../api/notice-endpoint-table.ts';

// Imported by every page of notices, each of which may be the first that is opened.
addRows(NOTICE_ROWS);
