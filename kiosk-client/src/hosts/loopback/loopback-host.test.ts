import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { KioskEvent } from '../../kiosk-api.ts';
import { aKiosk, type KioskUnderTest } from '../../core/testing/a-kiosk.ts';
import { readConfig } from './config.ts';
import { type LoopbackHost, startLoopbackHost } from './loopback-host.ts';

const token = 'a'.repeat(43);
let host: LoopbackHost;
let station: KioskUnderTest;
let staticFolder: string;

beforeAll(async () => {
  staticFolder = mkdtempSync(join(tmpdir(), 'screens-'));
  mkdirSync(join(staticFolder, 'assets'));
  writeFileSync(join(staticFolder, 'index.html'), '<!doctype html>');
  writeFileSync(join(staticFolder, 'assets', 'app.js'), '1');
  writeFileSync(join(staticFolder, 'secret.key'), 'no');
  station = await aKiosk();
  host = await startLoopbackHost({ kiosk: station.kiosk, token, staticFolder, port: 0 });
});

afterAll(async () => {
  await host.close();
  rmSync(staticFolder, { recursive: true });
});

interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

// node:http, because fetch lets nobody set Host or Origin.
function ask({ path, method = 'GET', headers = {}, body }: Asked): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, text: Buffer.concat(chunks).toString() }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const command = (headers: Record<string, string> = {}, body = '{"name":"getStation","input":{}}') =>
  ask({
    path: '/kiosk/command',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body,
  });

test('a command with the token is answered as the core answers it', async () => {
  const { status, text } = await command();
  const direct = await station.kiosk.dispatch('getStation', {});
  expect([status, JSON.parse(text)]).toEqual([200, direct]);
});

test.each([
  ['no token', { authorization: '' }, 401],
  ['a wrong token', { authorization: `Bearer ${'b'.repeat(43)}` }, 401],
  ['another page', { origin: 'https://evil.example' }, 403],
  ['a rebound name', { host: 'evil.example' }, 403],
  ['a form', { 'content-type': 'text/plain' }, 415],
])('%s is turned away', async (_, headers, status) => {
  expect((await command(headers as Record<string, string>)).status).toBe(status);
});

test('garbage is answered, not fatal', async () => {
  expect((await command({}, '{')).status).toBe(400);
  expect(JSON.parse((await command({}, 'null')).text)).toMatchObject({ ok: false });
  expect((await command({}, 'x'.repeat(9_000_000))).status).toBe(413);
  expect((await ask({ path: '/%', headers: {} })).status).toBe(404);
});

test('serves the built screens with a strict policy and nothing outside them', async () => {
  expect((await ask({ path: '/' })).text).toBe('<!doctype html>');
  expect((await ask({ path: '/assets/app.js' })).status).toBe(200);
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/secret.key', '/assets', '/%00']) {
    expect((await ask({ path })).status).toBe(404);
  }
  expect((await ask({ path: '/', method: 'DELETE' })).status).toBe(405);
});

test('events arrive line by line until the screen goes', async () => {
  const stop = new AbortController();
  const response = await fetch(`http://127.0.0.1:${host.port}/kiosk/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  await station.kiosk.tick();
  const { value } = await reader.read();
  expect((JSON.parse(value!) as KioskEvent).type).toBe('station');
  stop.abort();
});

test('is refused in production and names what is missing', () => {
  const good = { STATION_DIR: '/tmp/x', SERVER_URL: 'http://127.0.0.1:8080' };
  expect(readConfig(good)).toMatchObject({ PORT: 8090, APP_MODE: 'demo' });
  expect(() => readConfig({ ...good, APP_MODE: 'production' })).toThrow('refused in production');
  expect(() => readConfig({ STATION_DIR: '' })).toThrow(/STATION_DIR.*SERVER_URL/);
});
