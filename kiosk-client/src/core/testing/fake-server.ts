import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { NO_PREVIOUS_HASH, receiptText } from '@permit/domain/contract/packet.ts';
import { newPublicId } from '../ids.ts';
import { readPacketFile } from '../packet/read-manifest.ts';
import type { Ask, OperationId, ServerPort } from '../server/server-port.ts';
import { ServerProblem } from '../server/server-port.ts';

export const SERVER_TIME = Date.parse('2026-11-20T02:00:00.000Z');

/** A permit API in memory: signs receipts for real, keeps what it was sent, and can be away. */
export interface FakeServer extends ServerPort {
  away: boolean;
  /** Calls that answer with this code instead. */
  readonly refuse: Map<OperationId, string>;
  /** Loses the answer to the next upload after keeping the packet. */
  loseNextAnswer: boolean;
  readonly packets: Map<string, Buffer>;
  readonly calls: [OperationId, unknown][];
  readonly visitId: string;
  readonly ingest: { publicKey: KeyObject; privateKey: KeyObject };
  readonly escrow: { publicKey: KeyObject; privateKey: KeyObject };
}

/** One grey pixel as a PNG. */
const FILED_PORTRAIT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

/** A server that nobody has told anything yet. */
export function fakeServer(): FakeServer {
  const ingest = generateKeyPairSync('x25519');
  const escrow = generateKeyPairSync('x25519');
  const receipts = generateKeyPairSync('ed25519');
  const stationId = newPublicId();
  const visit = {
    visitId: newPublicId(),
    ticketNo: 'A001',
    state: 'ticketed',
    applicationId: newPublicId(),
    applicationNo: '12345678901234',
    workerName: 'MYINT AUNG',
    purpose: 'capture',
    since: '2026-11-20T02:00:00.000Z',
    language: 'my',
    filedPortrait: {
      mime: 'image/png',
      base64: FILED_PORTRAIT,
    },
  };
  let head: { counter: number; packetHash: string } = { counter: 0, packetHash: NO_PREVIOUS_HASH };
  const receiptFor = (bytes: Buffer) => {
    const { manifest, packetHash } = readPacketFile(bytes)!;
    const receipt = {
      packetId: manifest.packetId,
      deviceId: stationId,
      counter: manifest.deviceCounter,
      packetHash,
      receivedAt: '2026-11-20T02:00:01.000Z',
      keyId: 'receipt-1',
    };
    const signature = sign(null, Buffer.from(receiptText(receipt)), receipts.privateKey).toString('base64');
    return { ...receipt, signature };
  };
  const answers: Partial<Record<OperationId, (ask: never) => unknown>> = {
    enrolStation: () => ({ stationId, username: 'station-1', secret: 's'.repeat(43) }),
    registerOperator: () => ({ operatorKeyId: newPublicId() }),
    stationManifest: () => ({
      stationId,
      centreId: newPublicId(),
      ingestKey: { keyId: 'ingest-1', publicKey: spki(ingest.publicKey) },
      escrowKey: { keyId: 'escrow-1', publicKey: spki(escrow.publicKey) },
      receiptKeys: [{ keyId: 'receipt-1', publicKey: spki(receipts.publicKey) }],
      lastCounter: head.counter,
      lastPacketHash: head.packetHash,
      leaseUntil: new Date(SERVER_TIME + 12 * 3_600_000).toISOString(),
      serverTime: new Date(SERVER_TIME).toISOString(),
      visits: [{ ...visit }],
    }),
    takeTicket: () => visit,
    findVisit: () => visit,
    scanTray: ({ serials, shelf }: Ask<'scanTray'>) => ({
      cards: serials.map((serial) =>
        serial === 'WPC-000001'
          ? { serial, goes: 'ticket', ticketNo: visit.ticketNo, visitId: visit.visitId }
          : { serial, goes: shelf ? 'shelf' : 'not-known', ...(shelf ? { shelf } : {}) },
      ),
    }),
    checkIn: () => Object.assign(visit, { state: 'checked-in' }),
    uploadPacket: ({ bytes }: Ask<'uploadPacket'>) => {
      const kept = Buffer.from(bytes);
      server.packets.set(createHash('sha256').update(kept).digest('hex'), kept);
      const receipt = receiptFor(kept);
      head = receipt;
      if (!server.loseNextAnswer) return receipt;
      server.loseNextAnswer = false;
      throw new ServerProblem('offline', true);
    },
    getReceipt: ({ packetHash }: Ask<'getReceipt'>) => {
      const kept = server.packets.get(packetHash);
      if (!kept) throw new ServerProblem('not-found');
      return receiptFor(kept);
    },
    verifyPerson: () => ({ verified: true, verificationId: newPublicId(), modality: 'iris' }),
    handOverCard: () => ({
      permitNo: 'P1',
      permitState: 'active',
      cardSerial: 'C1',
      handedOverAt: '2026-11-20T03:00:00.000Z',
    }),
  };
  const call = async (_caller: unknown, id: OperationId, ask: unknown) => {
    if (server.away) throw new ServerProblem('offline', true);
    server.calls.push([id, ask]);
    const code = server.refuse.get(id);
    if (code !== undefined) throw new ServerProblem(code);
    return answers[id]!(ask as never);
  };
  const server: FakeServer = {
    away: false,
    refuse: new Map(),
    loseNextAnswer: false,
    packets: new Map(),
    calls: [],
    visitId: visit.visitId,
    ingest,
    escrow,
    call: call as FakeServer['call'],
    signIn: async (_caller, { username, password }) => {
      if (server.away) throw new ServerProblem('offline', true);
      if (password !== 'correct horse') throw new ServerProblem('wrong-credentials');
      return {
        accountId: idFor(username),
        displayName: username,
        roles: [],
        expiresAt: '2026-11-20T03:00:00.000Z',
      };
    },
    useToken: () => undefined,
    signOut: async () => undefined,
  };
  return server;
}

/** The same account id for the same name. */
function idFor(username: string): string {
  return createHash('sha256').update(username).digest('base64url').slice(0, 22);
}

function spki(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64');
}
