import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { freePort, tryPort } from '../../tools/launch/free-port.mjs';
import { derivePorts, requireFreePorts } from '../../tools/launch/ports.mjs';

test('the ports of two instances a hundred apart never meet', () => {
  const [one, two] = [Object.values(derivePorts(8080)), Object.values(derivePorts(8180))];
  expect(new Set([...one, ...two]).size).toBe(one.length + two.length);
  expect(derivePorts(8080)).toMatchObject({ web: 8080, station: 8090 });
});

test.each([0, -1, 65_535, Number.NaN, 80.5])('--port %p is refused', (port) => {
  expect(() => derivePorts(port)).toThrow('--port must be a whole number');
});

test('a taken port is named, with what to do', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  try {
    const ports = { ...derivePorts(20_000), web: port };
    await expect(requireFreePorts(ports, ['web'])).rejects.toThrow(
      new RegExp(`^Port ${port} \\(web\\) is taken .*--port ${port + 100}`),
    );
    expect(await tryPort(port)).toBeUndefined();
    expect(await freePort(port)).not.toBe(port);
  } finally {
    holder.close();
  }
  expect(await freePort(port)).toBe(port);
});
