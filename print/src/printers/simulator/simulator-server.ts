import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { PRINTER_FAULTS } from './faults.ts';
import type { SimulatedPrinter } from './simulated-printer.ts';

const PrintBody = z.object({
  printOrderId: z.string().max(64),
  blankSerial: z.string().max(40),
  front: z.base64(),
  back: z.base64(),
  pdf: z.base64(),
});
const SerialBody = z.object({ serial: z.string().max(40) });
const FaultsBody = z.object({ faults: z.array(z.enum(PRINTER_FAULTS)).max(10_000) });
const MOST_BYTES = 30_000_000;

type Answer = { readonly status: number; readonly body: object } | 'silent' | 'cut';
type Handler = (printer: SimulatedPrinter, body: unknown) => Promise<Answer>;

const ok = (body: object = {}): Answer => ({ status: 200, body });

const HANDLERS: Readonly<Record<string, Handler>> = {
  'GET /status': async (printer) => ok(await printer.status()),
  'GET /blank': async (printer) => ok({ serial: await printer.blank() }),
  'POST /print': async (printer, body) => {
    const { front, back, ...job } = PrintBody.parse(body);
    const sha256 = createHash('sha256').update(front, 'base64').update(back, 'base64').digest('hex');
    const answer = await printer.print({ ...job, sha256 });
    return answer === 'silent' || answer === 'cut' ? answer : ok(answer);
  },
  'POST /eject': async (printer, body) => putAway(printer, 'ejected', body),
  'POST /reject': async (printer, body) => putAway(printer, 'rejected', body),
  'POST /faults': async (printer, body) => {
    printer.addFaults(FaultsBody.parse(body).faults);
    return ok();
  },
  'POST /mend': async (printer) => {
    printer.mend();
    return ok();
  },
};

async function putAway(
  printer: SimulatedPrinter,
  event: 'ejected' | 'rejected',
  body: unknown,
): Promise<Answer> {
  await printer.putAway(event, SerialBody.parse(body).serial);
  return ok();
}

/** The simulator's HTTP face, for 127.0.0.1 only. One request at a time, as one machine does one thing at a time. */
export function simulatorServer(printer: SimulatedPrinter): Server {
  let turn: Promise<unknown> = Promise.resolve();
  return createServer((request, response) => {
    turn = turn.then(() => serve(printer, request, response)).catch(() => response.destroy());
  });
}

async function serve(
  printer: SimulatedPrinter,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const handler = HANDLERS[`${request.method} ${request.url}`];
  if (!handler) return send(response, 404, { problem: 'no-such-call' });
  try {
    const answer = await handler(printer, await readBody(request));
    if (answer === 'silent') return;
    if (answer === 'cut') return void request.socket.destroy();
    send(response, answer.status, answer.body);
  } catch {
    send(response, 400, { problem: 'unreadable' });
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES) throw new RangeError('body too large');
    chunks.push(chunk as Buffer);
  }
  return size === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown);
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
