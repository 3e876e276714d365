import { request, type IncomingMessage } from 'node:http';
import { ReaderError } from '../reader-error.ts';

/** Always the address: `localhost` may be IPv6 or somebody else's. */
export const SBI_HOST = '127.0.0.1';
/** Ten lossless fingers are under 4 MB; what is longer is not an answer. */
const MAX_ANSWER_BYTES = 24 * 1024 * 1024;

export interface SbiCall {
  readonly port: number;
  readonly verb: 'MOSIPDISC' | 'MOSIPDINFO' | 'RCAPTURE' | 'STREAM';
  readonly path: '/device' | '/info' | '/capture' | '/stream';
  readonly body: unknown;
  readonly signal: AbortSignal;
}

/** One call, the whole answer as text. `not-found` when nobody listens, `removed` when the line breaks. */
export async function callSbi(call: SbiCall): Promise<string> {
  const answer = await openSbi(call);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > MAX_ANSWER_BYTES)
        throw new ReaderError('malformed', `an answer over ${MAX_ANSWER_BYTES} bytes`);
      parts.push(part);
    }
  } catch (error) {
    throw lineError(error, call);
  } finally {
    answer.destroy();
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The answer from its first byte on, for streams; the caller destroys it. */
export function openSbi(call: SbiCall): Promise<IncomingMessage> {
  const body = JSON.stringify(call.body);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: SBI_HOST,
        port: call.port,
        method: call.verb,
        path: call.path,
        agent: false,
        signal: call.signal,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      resolve,
    );
    sent.on('error', (error) => reject(lineError(error, call)));
    sent.end(body);
  });
}

function lineError(error: unknown, { signal, port, verb }: SbiCall): ReaderError {
  if (error instanceof ReaderError) return error;
  if (signal.aborted) return new ReaderError('aborted', `${verb} on ${port}`);
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  if (code === 'ECONNREFUSED') return new ReaderError('not-found', `nobody listens on ${port}`);
  if (code.startsWith('HPE_')) return new ReaderError('malformed', `no HTTP on ${port}: ${code}`);
  return new ReaderError('removed', `${verb} on ${port} broke: ${code}`);
}
