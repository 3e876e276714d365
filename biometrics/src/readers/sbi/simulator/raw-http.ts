import type { Socket } from 'node:net';

/** One request as it came over the line. */
export interface RawRequest {
  readonly verb: string;
  readonly path: string;
  readonly body: string;
}

const MAX_HEAD_BYTES = 16 * 1024;
const MAX_BODY_BYTES = 256 * 1024;
const IDLE_LIMIT_MS = 10_000;

/**
 * Reads one HTTP/1.1 request with whatever verb it has; Node's own server refuses the verbs of SBI.
 * Undefined when the line ends first or what comes is no such request.
 */
export async function readRequest(socket: Socket): Promise<RawRequest | undefined> {
  socket.setTimeout(IDLE_LIMIT_MS, () => socket.destroy());
  let held = Buffer.alloc(0);
  while (true) {
    const request = takeRequest(held);
    if (request === 'refused') return undefined;
    if (request !== 'more') {
      // From here on a capture may take as long as it likes; reading on notices a client that leaves.
      socket.setTimeout(0);
      socket.resume();
      return request;
    }
    const part = await nextPart(socket);
    if (part === undefined) return undefined;
    held = Buffer.concat([held, part]);
  }
}

function nextPart(socket: Socket): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const end = (): void => done(undefined);
    const done = (part: Buffer | undefined): void => {
      socket.off('data', done).off('end', end).off('close', end).off('error', end);
      socket.pause();
      resolve(part);
    };
    socket.once('data', done).once('end', end).once('close', end).once('error', end);
    socket.resume();
  });
}

function takeRequest(held: Buffer): RawRequest | 'more' | 'refused' {
  const headEnd = held.indexOf('\r\n\r\n');
  if (headEnd < 0) return held.length > MAX_HEAD_BYTES ? 'refused' : 'more';
  const head = held.toString('latin1', 0, headEnd);
  const line = /^([A-Z]{3,16}) (\/\S{0,200}) HTTP\/1\.[01]\r?$/m.exec(head.split('\n', 1)[0]!);
  if (line === null) return 'refused';
  const length = Number(/^content-length:\s*(\d{1,7})\s*$/im.exec(head)?.[1] ?? 0);
  if (length > MAX_BODY_BYTES) return 'refused';
  const start = headEnd + 4;
  if (held.length < start + length) return 'more';
  return { verb: line[1]!, path: line[2]!, body: held.toString('utf8', start, start + length) };
}

/** A whole answer; the connection ends with it. */
export function sendJson(socket: Socket, body: unknown, status = '200 OK'): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
  );
}
