import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { escapeText } from '../mail-simulator/escape-text.ts';

export interface SimulatedSms {
  readonly reference: string;
  readonly to: string;
  readonly text: string;
  readonly at: string;
}

export interface SmsSimulator {
  /** Where messages are handed in. */
  readonly url: string;
  /** What it has taken, the newest last; one for each reference. */
  readonly taken: SimulatedSms[];
  /** How it treats the next messages: `lost` takes it and never answers, a number is an HTTP status. */
  readonly answerNext: ('lost' | number)[];
  close(): Promise<void>;
}

/**
 * An SMS gateway that sends nothing: keeps each message and shows it on a page. Every answer says `x-simulated`, so
 * that a production server refuses it. A reference that it has seen is answered as before and not taken again.
 */
export async function startSmsSimulator({ port }: { port: number }): Promise<SmsSimulator> {
  const taken: SimulatedSms[] = [];
  const answerNext: ('lost' | number)[] = [];
  const server = createServer((request, response) => {
    response.setHeader('x-simulated', 'true');
    if (request.method !== 'POST') return void showMessages(response, taken);
    void takeMessage(request, taken).then((problem) => {
      const answer = problem ?? answerNext.shift() ?? 200;
      if (answer === 'lost') return;
      response.writeHead(answer, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: `simulated-${taken.length}` }));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    taken,
    answerNext,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const LONGEST_BODY = 16_384;

/** Takes one message; answers the status of a refusal where it is none. */
async function takeMessage(request: IncomingMessage, taken: SimulatedSms[]): Promise<number | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_BODY) return 413;
    chunks.push(chunk);
  }
  const sms = readSms(Buffer.concat(chunks).toString('utf8'));
  if (!sms) return 422;
  if (!taken.some(({ reference }) => reference === sms.reference)) taken.push(sms);
  return undefined;
}

function readSms(body: string): SimulatedSms | undefined {
  try {
    const { to, text, reference } = JSON.parse(body) as Record<string, unknown>;
    if (typeof to !== 'string' || !/^\+\d{7,15}$/.test(to)) return undefined;
    if (typeof text !== 'string' || typeof reference !== 'string') return undefined;
    return { to, text, reference, at: new Date().toISOString() };
  } catch {
    return undefined;
  }
}

function showMessages(response: ServerResponse, taken: readonly SimulatedSms[]): void {
  const rows = [...taken]
    .reverse()
    .map(({ to, text, at }) => `<li><p>${at} · ${escapeText(to)}</p><p>${escapeText(text)}</p></li>`);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><meta charset="utf-8"><title>SIMULATED SMS</title><h1>SIMULATED SMS gateway</h1>
     <p>Nothing leaves this machine.</p><ul>${rows.join('')}</ul>`,
  );
}
