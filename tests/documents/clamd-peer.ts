import { createServer, type AddressInfo, type Socket } from 'node:net';

/** The harmless text that every scanner agrees to find; in halves, so that none finds it here. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/** How it misbehaves: never answers, hangs up in the middle, says something else, is gone. */
export type ClamdMood = 'well' | 'silent' | 'cuts' | 'babbles' | 'broken';

export interface ClamdPeer {
  readonly url: string;
  mood: ClamdMood;
  /** Every stream that was scanned, whole. */
  readonly streams: Buffer[];
  close(): Promise<void>;
}

const STREAM_MAX = 8 * 1024 * 1024;
export const CLAMD_VERSION = 'ClamAV 1.4.3/27812/Fri Nov 20 08:26:00 2026';

/** clamd as its manual describes the socket: NUL-ended commands, pieces with their length, one answer a connection. */
export async function startClamdPeer(): Promise<ClamdPeer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    serve(socket, peer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const peer: ClamdPeer = {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mood: 'well',
    streams: [],
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return peer;
}

function serve(socket: Socket, peer: ClamdPeer): void {
  let received = Buffer.alloc(0);
  const answer = (text: string): void => void socket.end(`${text}\0`);
  socket.on('data', (piece: Buffer) => {
    received = Buffer.concat([received, piece]);
    if (peer.mood === 'silent') return;
    if (peer.mood === 'cuts') return void (received.length > 1_000 && socket.destroy());
    const end = received.indexOf(0);
    if (end === -1) return;
    const command = received.toString('latin1', 0, end);
    if (peer.mood === 'broken') return answer('PANG');
    if (command === 'zPING') return answer('PONG');
    if (command === 'zVERSION') return answer(CLAMD_VERSION);
    if (command !== 'zINSTREAM') return answer('UNKNOWN COMMAND');
    const stream = streamOf(received.subarray(end + 1));
    if (stream === 'too-large') return answer('INSTREAM size limit exceeded. ERROR');
    if (!stream) return;
    peer.streams.push(stream);
    if (peer.mood === 'babbles') return answer('stream: OK, as far as I can see');
    answer(stream.includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK');
  });
}

/** The pieces put together once the empty one has come. */
function streamOf(bytes: Buffer): Buffer | 'too-large' | undefined {
  const pieces: Buffer[] = [];
  let total = 0;
  for (let at = 0; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    total += length;
    if (total > STREAM_MAX) return 'too-large';
    if (at + 4 + length > bytes.length) return undefined;
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
