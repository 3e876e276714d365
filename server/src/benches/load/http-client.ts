import { connect, type Socket } from 'node:net';

/** One request as it goes over the wire. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or the bytes of a file as latin1 where the content type is octet-stream. */
  readonly body?: string;
}

/**
 * One kept-open HTTP/1.1 connection that asks one thing at a time. Written by hand because the load shares two
 * cores with what it measures: fetch costs as much processor time as the server's own answer.
 */
export class HttpClient {
  readonly #socket: Socket;
  readonly #host: string;
  #received = '';
  #settle: { answered(status: number): void; failed(error: Error): void } | undefined;

  constructor(origin: string) {
    const { hostname, port, host } = new URL(origin);
    this.#host = host;
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (text: string) => this.#read(text));
    this.#socket.on('error', (error) => this.#settle?.failed(error));
    this.#socket.on('close', () => this.#settle?.failed(new Error('connection closed')));
  }

  /** Answers the status. */
  ask({ method, path, headers, body = '' }: Asked): Promise<number> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const encoding = headers['content-type'] === 'application/octet-stream' ? 'latin1' : 'utf8';
    const length = Buffer.byteLength(body, encoding);
    const head = `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncontent-length: ${length}\r\n${lines.join('')}\r\n`;
    this.#socket.write(encoding === 'utf8' ? head + body : Buffer.from(head + body, 'latin1'));
    return new Promise((answered, failed) => (this.#settle = { answered, failed }));
  }

  close(): void {
    this.#settle = undefined;
    this.#socket.destroy();
  }

  #read(text: string): void {
    this.#received += text;
    const headEnd = this.#received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.#received.slice(0, headEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#received.length < headEnd + 4 + length) return;
    const status = Number(head.slice(9, 12));
    const settle = this.#settle;
    this.#received = '';
    this.#settle = undefined;
    settle?.answered(status);
  }
}
