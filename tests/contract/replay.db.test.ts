import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { allEndpoints } from '@permit/domain/contract/permit-api.ts';
import { readFileSync } from 'node:fs';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';

interface Recorded {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Requests as programs of version 1 send them; `npm run record-contract` adds, nothing takes away. */
const RECORDED = JSON.parse(
  readFileSync(new URL('./recorded/1.json', import.meta.url), 'utf8'),
) as readonly Recorded[];

/** What would end the session with which the others are sent. */
const STAYS = new Set(['signOut', 'refreshSession', 'disableStaff', 'resetFactor']);

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 120_000);
afterAll(() => road.close());

/** Somebody of the demo whose role the operation names; nobody where it is public or the demo has no such person. */
async function tokenFor(operation: string): Promise<string | undefined> {
  const allow = allEndpoints.find(({ id }) => id === operation)?.allow ?? 'public';
  if (allow === 'public') return undefined;
  const account = road.accounts.find(({ role }) => (allow as readonly string[]).includes(role));
  return account && (await road.as(account.username)).token;
}

async function send({
  operation,
  method,
  path,
  body,
}: Recorded): Promise<{ status: number; code: string; fields: number }> {
  const token = await tokenFor(operation);
  const response = await fetch(road.origin + path, {
    method,
    headers: {
      'content-type':
        body === undefined && method !== 'GET' ? 'application/octet-stream' : 'application/json',
      'idempotency-key': `replay-${operation}`,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: method === 'GET' ? null : body === undefined ? new Uint8Array(1) : JSON.stringify(body),
  });
  const answer = (await response.json()) as { code?: string; fields?: unknown[] };
  const { code = 'done', fields = [] } = answer;
  return { status: response.status, code, fields: fields.length };
}

test('every recorded operation is still there, under its method and path', () => {
  const gone = RECORDED.filter(({ operation, method, path }) => {
    const endpoint = allEndpoints.find(({ id }) => id === operation);
    const form = endpoint?.path.replace(/\{\w+\}/g, '[^/?]+');
    return endpoint?.method !== method || !new RegExp(`^/api/v1${form}(\\?.*)?$`).test(path);
  });
  expect(gone.map(({ operation }) => operation)).toEqual([]);
});

test('every recorded request is still understood: none is called malformed, none breaks the server', async () => {
  const broken: string[] = [];
  for (const request of RECORDED) {
    if (STAYS.has(request.operation)) continue;
    const { status, code, fields } = await send(request);
    // A key or a picture of an example may be refused for what it is; a form that was right once stays right.
    const malformed = (code === 'invalid-input' && fields > 0) || code === 'malformed-json';
    if (malformed || status >= 500 || status === 405) broken.push(`${request.operation} ${status} ${code}`);
  }
  expect(broken).toEqual([]);
}, 120_000);
