import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newPublicId } from '../ids.ts';
import { httpServerPort } from './http-server-port.ts';
import type { ServerPort, ServerProblem } from './server-port.ts';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

let server: Server;
let port: ServerPort;
let seen: Seen[] = [];
let validToken = 'first';
let answer: (request: Seen) => { status: number; body: unknown };

const who = { accountId: newPublicId(), displayName: 'n', roles: [], expiresAt: '2026-11-20T04:00:00Z' };
const refusal = (status: number, code: string) => ({
  status,
  body: { type: 'about:blank', title: code, status, code, requestId: 'r' },
});

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: Buffer.concat(chunks) };
    seen.push(one);
    const { status, body } = answer(one);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  seen = [];
  validToken = 'first';
  const { port: number } = server.address() as AddressInfo;
  port = httpServerPort({
    serverUrl: `http://127.0.0.1:${number}`,
    stationCredentials: () => ({ username: 'station-1', secret: 'secret' }),
    timeoutMs: 2000,
  });
  answer = (request) => {
    if (request.url === '/api/v1/session' && request.method === 'POST') {
      return { status: 200, body: { accessToken: validToken, refreshToken: 'refresh-1', who } };
    }
    if (request.url === '/api/v1/session/refresh') {
      validToken = 'second';
      return { status: 200, body: { accessToken: validToken, refreshToken: 'refresh-2', who } };
    }
    if (request.headers.authorization !== `Bearer ${validToken}`) return refusal(401, 'session-ended');
    if (request.url.endsWith('/call-next')) return { status: 200, body: { waiting: 0 } };
    return { status: 201, body: { operatorKeyId: newPublicId() } };
  };
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: ServerProblem) => `${error.code}${error.offline ? ' offline' : ''}`,
  );

test('a call carries the token of its caller, its path parts and the rest as JSON', async () => {
  await port.signIn('operator', { username: 'clerk', password: 'p', code: '123456' });
  const stationId = newPublicId();
  await port.call('operator', 'registerOperator', { stationId, operatorPublicKey: 'AAAA' });
  const last = seen.at(-1)!;
  expect([last.method, last.url]).toEqual(['POST', `/api/v1/stations/${stationId}/operators`]);
  expect(JSON.parse(last.body.toString())).toEqual({ operatorPublicKey: 'AAAA' });
  expect(last.headers.authorization).toBe('Bearer first');
});

test('a session that ended is renewed once, however many calls find out together', async () => {
  await port.signIn('operator', { username: 'clerk', password: 'p' });
  validToken = 'other';
  const calls = Array.from({ length: 5 }, () => port.call('operator', 'callNext', { counter: '1' }));
  expect(await Promise.all(calls)).toEqual(Array.from({ length: 5 }, () => ({ waiting: 0 })));
  expect(seen.filter(({ url }) => url.endsWith('/refresh'))).toHaveLength(1);
});

test('both attempts of a creating call carry one idempotency key', async () => {
  await port.signIn('operator', { username: 'clerk', password: 'p' });
  validToken = 'other';
  await codeOf(port.call('operator', 'takeTicket', { applicationNo: '12345678901234' }));
  const keys = seen
    .filter(({ url }) => url === '/api/v1/visits')
    .map(({ headers }) => headers['idempotency-key']);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('the station signs itself in, and a packet travels as its bytes', async () => {
  await codeOf(port.call('station', 'uploadPacket', { bytes: new Uint8Array([1, 2, 3]) }));
  const last = seen.at(-1)!;
  expect([last.url, last.headers['content-type'], [...last.body]]).toEqual([
    '/api/v1/packets',
    'application/octet-stream',
    [1, 2, 3],
  ]);
});

test('a station that is not accepted any more is no wrong password of the clerk', async () => {
  answer = () => refusal(401, 'wrong-credentials');
  expect(await codeOf(port.call('station', 'stationManifest', {}))).toBe('station-not-accepted');
});

test('refusals keep their code; what may pass by itself counts as offline', async () => {
  await port.signIn('operator', { username: 'clerk', password: 'p' });
  const ask = () => codeOf(port.call('operator', 'callNext', { counter: '1' }));
  answer = () => refusal(422, 'wrong-state');
  expect(await ask()).toBe('wrong-state');
  answer = () => refusal(503, 'unavailable');
  expect(await ask()).toBe('unavailable offline');
  answer = () => ({ status: 200, body: { waiting: 'many' } });
  expect(await ask()).toBe('answer-malformed');
  answer = () => ({ status: 502, body: '<html>' });
  expect(await ask()).toBe('http-502 offline');
});

test('a server that is not there is offline', async () => {
  const gone = httpServerPort({ serverUrl: 'http://127.0.0.1:9', stationCredentials: () => undefined });
  expect(await codeOf(gone.signIn('operator', { username: 'a', password: 'b' }))).toBe('offline offline');
});
