import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { routerByPlace } from './router-by-place.ts';

let server: Server;
let ask: (path: string, method?: string) => Promise<string>;
beforeAll(async () => {
  const app = express();
  const router = express.Router();
  const routerOf = routerByPlace(router);
  for (const path of ['/cases', '/cases/:id', '/cases/:id/file', '/casesof/:id'])
    routerOf(path).get(
      path,
      (request, response) => void response.send(`${path} ${request.params['id'] ?? ''}`),
    );
  app.use('/api', router);
  app.use((_request, response) => void response.status(404).send('nowhere'));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  ask = async (path, method = 'GET') => (await fetch(`${origin}${path}`, { method })).text();
});
afterAll(() => void server.close());

test.each([
  ['/api/cases', '/cases '],
  ['/api/cases?limit=3', '/cases '],
  ['/api/cases/7', '/cases/:id 7'],
  ['/api/CASES/7/file', '/cases/:id/file 7'],
  ['/api/casesof/7', '/casesof/:id 7'],
])('%s leads to %s', async (path, answer) => {
  expect(await ask(path)).toBe(answer);
});

test.each(['/api', '/api/', '/api/case', '/api//cases', '/api/%63ases/7/none', '/api/cases/7/file/more'])(
  '%s leads nowhere',
  async (path) => {
    expect(await ask(path)).toBe('nowhere');
  },
);

test('another method of a known path goes on to what comes after', async () => {
  expect(await ask('/api/cases', 'DELETE')).toBe('nowhere');
});
