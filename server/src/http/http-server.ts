import { createServer, type RequestListener, type Server } from 'node:http';

/**
 * The HTTP server of the API. A client that sends its head slowly holds a socket, not the service; an idle
 * connection outlives the pauses of a busy client (Node's five seconds cut requests that were just on their way).
 */
export function httpServer(app: RequestListener): Server {
  const server = createServer(app);
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 65_000;
  return server;
}
