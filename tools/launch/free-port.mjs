import { createServer } from 'node:net';

/**
 * @param {number} port 0 asks for any free one
 * @returns {Promise<number | undefined>} the port if 127.0.0.1 can be bound to it, otherwise undefined
 */
export function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}

/**
 * @param {number | undefined} preferred
 * @returns {Promise<number>} the preferred port where it is free, otherwise any free port of 127.0.0.1
 */
export async function freePort(preferred) {
  const wanted = preferred ? await tryPort(preferred) : undefined;
  const port = wanted ?? (await tryPort(0));
  if (port === undefined) throw new Error('127.0.0.1 has no free port');
  return port;
}
