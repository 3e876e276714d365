import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Kiosk } from '../../core/create-kiosk.ts';
import { judgeRequest } from './allowed-request.ts';
import { PAGE_HEADERS, staticFile } from './static-files.ts';

const MAX_BODY_BYTES = 8 * 1024 * 1024;

export interface LoopbackOptions {
  readonly kiosk: Kiosk;
  readonly token: string;
  /** Built screens. */
  readonly staticFolder: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

export interface LoopbackHost {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * The same commands and events as over IPC, on 127.0.0.1 only: POST /kiosk/command with `{name, input}`, and
 * GET /kiosk/events, one JSON event per line for as long as the screen listens.
 */
export async function startLoopbackHost(options: LoopbackOptions): Promise<LoopbackHost> {
  let own = { port: options.port, token: options.token };
  const server = createServer((request, response) => {
    serve(options, own, request, response).catch(() => response.destroy());
  });
  const port = await listen(server, options.port);
  own = { ...own, port };
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function serve(
  { kiosk, staticFolder }: LoopbackOptions,
  own: { port: number; token: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://station');
  const verdict = judgeRequest(request.headers, own, pathname.startsWith('/kiosk/'));
  if (!verdict.allowed) return end(response, verdict.status, {});
  if (pathname === '/kiosk/command' && request.method === 'POST') return command(kiosk, request, response);
  if (pathname === '/kiosk/events' && request.method === 'GET') return events(kiosk, request, response);
  if (request.method !== 'GET') return end(response, 405, {});
  const file = await staticFile(staticFolder, pathname);
  if (!file) return end(response, 404, {});
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': file.type });
  response.end(file.bytes);
}

async function command(kiosk: Kiosk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!request.headers['content-type']?.startsWith('application/json')) return end(response, 415, {});
  const body = await readBody(request);
  if (body === undefined) return end(response, 413, {});
  let call: { name?: unknown; input?: unknown };
  try {
    call = Object(JSON.parse(body.toString('utf8')));
  } catch {
    return end(response, 400, {});
  }
  end(response, 200, await kiosk.dispatch(String(call.name), call.input));
}

function events(kiosk: Kiosk, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': 'application/x-ndjson' });
  response.write('\n');
  const stop = kiosk.subscribe((event) => {
    // A screen that does not read misses pictures, never facts: previews are dropped, not piled up.
    if (event.type === 'preview' && response.writableNeedDrain) return;
    response.write(`${JSON.stringify(event)}\n`);
  });
  request.on('close', stop);
}

/** Undefined where it is too large; the rest is read and dropped, so that the answer still arrives. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(chunks) : undefined;
}

function end(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, { ...PAGE_HEADERS, 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
