import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import { ApiProblem, createPermitClient } from './permit-client.ts';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly body: unknown;
}

let server: Server | undefined;
afterEach(() => void server?.close());

/** A server that hands out tokens t1, t2 … and answers the rest from a script. */
async function serving(script: readonly [status: number, body: object][]) {
  const seen: Seen[] = [];
  let tokens = 0;
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method, url, headers } = request;
    seen.push({ method, url, token: headers.authorization, body: text && JSON.parse(text) });
    const isSignIn = url === '/api/v1/session';
    const asked = seen.filter((one) => one.url !== '/api/v1/session').length;
    const [status, body] = isSignIn ? [200, session(`t${(tokens += 1)}`)] : script[asked - 1]!;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { seen, client: createPermitClient({ baseUrl, username: 'print-host', password: 'secret' }) };
}

const id = 'abcdefghijklmnopqrstuv';
const order = {
  printOrderId: id,
  state: 'sending',
  priority: 1,
  permitNo: '1',
  since: '2026-11-20T03:00:00Z',
};
const session = (accessToken: string) => ({
  accessToken,
  who: { accountId: id, displayName: 'host', roles: [], expiresAt: '2026-11-20T03:00:00Z' },
});

test('signs in once, fills the path and sends the rest as body', async () => {
  const { seen, client } = await serving([[200, order]]);
  const blankSerial = 'WPC-000001';
  await client.call(printOrdersApi.startPrint, {
    printOrderId: id,
    leaseNo: 3,
    step: 'sending',
    blankSerial,
  });
  expect(seen[0]?.body).toEqual({ username: 'print-host', password: 'secret', delivery: 'body' });
  expect(seen[1]).toEqual({
    method: 'POST',
    url: `/api/v1/print-orders/${id}/start`,
    token: 'Bearer t1',
    body: { leaseNo: 3, step: 'sending', blankSerial },
  });
});

test('signs in again when the session has ended', async () => {
  const { seen, client } = await serving([
    [401, { code: 'session-ended' }],
    [200, order],
  ]);
  expect(await client.call(printOrdersApi.getPrintOrder, { printOrderId: id })).toMatchObject({
    state: 'sending',
  });
  expect(seen.map(({ token }) => token)).toEqual([undefined, 'Bearer t1', undefined, 'Bearer t2']);
});

test('a refusal carries the code', async () => {
  const { client } = await serving([[409, { code: 'lease-lost' }]]);
  const problem = client.call(printOrdersApi.getPrintOrder, { printOrderId: id });
  await expect(problem).rejects.toBeInstanceOf(ApiProblem);
  await expect(problem).rejects.toMatchObject({ status: 409, code: 'lease-lost' });
});
