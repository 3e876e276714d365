import { connect, type NetConnectOpts, type Socket } from 'node:net';

/** A verdict is a short line; more than this is not clamd. */
const MOST_ANSWER_BYTES = 4_096;
const CHUNK_BYTES = 64 * 1024;

export interface ClamdAddress {
  /** `tcp://host:port`, or `unix:/run/clamav/clamd.sock`. */
  readonly url: string;
  /** For connecting, sending and the answer together. */
  readonly timeoutMs: number;
}

/**
 * One command on a connection of its own, with a stream behind it where one is given: `z` commands and answers end
 * with a NUL, pieces of a stream carry their length as four bytes, and an empty piece ends it. Throws where clamd
 * cannot be reached, is late, or answers something that is too long.
 */
export async function askClamd(
  address: ClamdAddress,
  command: 'PING' | 'VERSION' | 'INSTREAM',
  stream?: Uint8Array,
): Promise<string> {
  const socket = connect(optionsOf(address.url));
  const timer = setTimeout(() => socket.destroy(new Error('clamd is late')), address.timeoutMs);
  try {
    const answer = readAnswer(socket);
    socket.write(`z${command}\0`);
    // It may answer and close before it has read all: that a file is too large, for instance.
    if (stream) await sendStream(socket, stream).catch(() => undefined);
    return await answer;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

function optionsOf(url: string): NetConnectOpts {
  const { protocol, hostname, port, pathname } = new URL(url);
  if (protocol === 'unix:') return { path: decodeURIComponent(pathname) };
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) };
}

function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (piece: string) => {
      text += piece;
      const end = text.indexOf('\0');
      if (end !== -1) resolve(text.slice(0, end));
      else if (text.length > MOST_ANSWER_BYTES) reject(new Error('clamd answers too much'));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('clamd ended the connection without an answer')));
  });
}

async function sendStream(socket: Socket, bytes: Uint8Array): Promise<void> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES)
    await sendPiece(socket, bytes.subarray(start, start + CHUNK_BYTES));
  await sendPiece(socket, new Uint8Array(0));
}

/** Waits until the piece has left, so that no more than one lies in memory twice. */
function sendPiece(socket: Socket, piece: Uint8Array): Promise<void> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return new Promise((resolve, reject) => {
    socket.write(Buffer.concat([length, piece]), (error) => (error ? reject(error) : resolve()));
  });
}
