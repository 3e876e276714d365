import { expect, test } from '@jest/globals';
import { bankProbe, peersProbe, seldom } from '@permit/server/outages/peer-probes.ts';
import type { Config } from '@permit/server/config.ts';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

async function listening<Result>(server: Server, work: (port: number) => Promise<Result>): Promise<Result> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work((server.address() as AddressInfo).port);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
const answering =
  (status: number): RequestListener =>
  (_, response) =>
    void response.writeHead(status).end();
const config = (values: Partial<Config>) => values as Config;
/** A mail server as far as its greeting and its answer to ours. */
const mailServer = () =>
  createTcpServer((socket) => {
    socket.write('220 ready\r\n');
    socket.on('data', (data) => socket.write(`${data}`.startsWith('QUIT') ? '221 bye\r\n' : '250 ok\r\n'));
    socket.on('error', () => undefined);
  });

test('nobody is watched whom the configuration does not name', async () => {
  expect(await peersProbe(config({}))()).toBeUndefined();
});

test('a gateway that answers is up, one that fails or refuses is not', async () => {
  const probe = (port: number) => peersProbe(config({ SMS_GATEWAY_URL: `http://127.0.0.1:${port}/sms` }))();
  expect(await listening(createServer(answering(405)), probe)).toBe(true);
  expect(await listening(createServer(answering(503)), probe)).toBe(false);
  const gone = await listening(createServer(answering(200)), async (port) => port);
  await expect(probe(gone)).rejects.toThrow();
});

test('both peers must take us: a mail server alone does not carry SMS', async () => {
  await listening(mailServer(), async (mail) => {
    const SMTP_URL = `smtp://127.0.0.1:${mail}`;
    expect(await peersProbe(config({ SMTP_URL }))()).toBe(true);
    const both = (port: number) =>
      peersProbe(config({ SMTP_URL, SMS_GATEWAY_URL: `http://127.0.0.1:${port}/` }))();
    expect(await listening(createServer(answering(500)), both)).toBe(false);
  });
});

test('a bank is not asked in its own pause', async () => {
  const at = (instant: string) => ({
    now: () => new Date(instant),
    business: () => new Date(instant),
    demo: true,
  });
  const down = config({ BANK_URL: 'http://127.0.0.1:9' });
  expect(await bankProbe({ config: down, clock: at('2026-11-20T23:45:00+07:00') })()).toBeUndefined();
});

test('what belongs to others is asked once a minute, and between nothing is known', async () => {
  let [time, asked] = [0, 0];
  const probe = seldom(
    60_000,
    () => time,
    async () => Boolean((asked += 1)),
  );
  expect([await probe(), await probe()]).toEqual([true, undefined]);
  time = 60_000;
  expect(await probe()).toBe(true);
  expect(asked).toBe(2);
});
