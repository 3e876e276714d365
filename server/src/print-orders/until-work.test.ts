import { expect, test } from '@jest/globals';
import type { Around } from '../http/route.ts';
import { untilWork } from './until-work.ts';

const options = { bell: 'print-card', waitSeconds: 20 };

/** A request whose bell is rung by hand, on a connection that may be cut. */
function aRequest() {
  const socket = { destroyed: false };
  let ring: () => void = () => undefined;
  const listen = async (_kind: string, wake: () => void) => {
    ring = wake;
    return async () => undefined;
  };
  const around = { deps: { bell: { listen } }, request: { socket } } as unknown as Around;
  return { around, socket, ring: () => ring() };
}

test('work that comes while somebody waits is handed to them', async () => {
  const { around, ring } = aRequest();
  const orders = [undefined, 'order'];
  const work = untilWork(around, options, async () => orders.shift());
  await new Promise((resolve) => setImmediate(resolve));
  ring();
  expect(await work).toBe('order');
});

test('nothing is taken for a host that was killed while it waited', async () => {
  const { around, socket, ring } = aRequest();
  let tries = 0;
  const work = untilWork(around, options, async () => {
    tries += 1;
    return tries === 1 ? undefined : 'order';
  });
  await new Promise((resolve) => setImmediate(resolve));
  socket.destroyed = true;
  ring();
  expect(await work).toBeUndefined();
  expect(tries).toBe(1);
});
