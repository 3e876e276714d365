import { NO_PREVIOUS_HASH } from '@permit/domain/contract/packet.ts';
import { EYE_POSITIONS, type EyePosition } from '@permit/biometrics/codes.ts';
import type { GrayImage } from '@permit/biometrics/images/gray-image.ts';
import { syntheticPerson } from '@permit/biometrics/readers/simulators/synthetic-person.ts';
import { sealPacket, type SealedPacket } from '@permit/kiosk-client/core/packet/seal-packet.ts';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import sharp from 'sharp';
import type { ApiClient } from '../../tools/road/api-client.ts';
import { apiClient } from '../../tools/road/api-client.ts';
import type { RoadServer } from './road-server.ts';

/** A station in a test: enrolled by the supervisor, with the clerk as its operator. */
export interface TestStation {
  readonly client: ApiClient;
  readonly stationId: string;
  /** Seals and uploads what a person of this seed shows; answers the packet. */
  capture(visit: { visitId: string; applicationId: string }, seed: string): Promise<SealedPacket>;
  /** The same without uploading; moves the station's own chain on. */
  seal(visit: { visitId: string; applicationId: string }, seed: string): Promise<SealedPacket>;
}

const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64');
const x25519 = (key: { keyId: string; publicKey: string }) => ({
  keyId: key.keyId,
  publicKey: createPublicKey({ key: Buffer.from(key.publicKey, 'base64'), format: 'der', type: 'spki' }),
});

/** PNG of a grey picture. */
export function pngOf({ width, height, pixels }: GrayImage): Promise<Buffer> {
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

export async function aStation(road: RoadServer): Promise<TestStation> {
  const device = generateKeyPairSync('ed25519');
  const operator = generateKeyPairSync('ed25519');
  const supervisor = await road.as('supervisor');
  const enrolled = await supervisor.call('enrolStation', {
    name: 'station under test',
    devicePublicKey: spki(device.publicKey),
  });
  const { stationId } = enrolled;
  const session = await road.nobody.call('signIn', {
    username: enrolled.username,
    password: enrolled.secret,
    delivery: 'body',
  });
  const client = apiClient(road.origin, session.accessToken);
  const clerk = await road.as('clerk');
  const { operatorKeyId } = await clerk.call('registerOperator', {
    stationId,
    operatorPublicKey: spki(operator.publicKey),
  });
  const { accountId: operatorId } = await clerk.call('whoAmI', {});
  const manifest = await client.call('stationManifest', {});
  let counter = 0;
  let previousHash = NO_PREVIOUS_HASH;

  async function seal(
    { visitId, applicationId }: { visitId: string; applicationId: string },
    seed: string,
  ): Promise<SealedPacket> {
    const at = new Date().toISOString();
    const person = syntheticPerson(seed);
    const reader = { model: 'synthetic', serial: 'TEST-1', simulated: true };
    const irises = await Promise.all(
      EYE_POSITIONS.map(async (position) => ({
        kind: 'iris' as const,
        position,
        mediaType: 'image/png' as const,
        bytes: await pngOf(person.eye(position)),
      })),
    );
    const packet = sealPacket({
      about: {
        visitId,
        applicationId,
        startedAt: at,
        sealedAt: at,
        contractVersion: '1',
        catalogueVersion: '1',
        training: false,
      },
      record: {
        notice: { by: operatorId, at, textVersion: '1', language: 'my', how: 'heard' },
        samePerson: {
          by: operatorId,
          at,
          judgement: 'same',
          compared: ['passport-photo', 'filed-portrait', 'live-face'],
        },
        samples: EYE_POSITIONS.map((position: EyePosition) => ({
          position,
          quality: 80,
          reasons: [],
          attempts: 1,
          capturedAt: at,
          reader,
        })),
        exceptions: [],
      },
      parts: [
        { kind: 'portrait', position: 'face', mediaType: 'image/png', bytes: await person.face() },
        ...irises,
      ],
      device: { stationId, counter: counter + 1, previousHash, key: device.privateKey },
      operator: { operatorId, operatorKeyId, key: operator.privateKey },
      recipients: { ingest: x25519(manifest.ingestKey), escrow: x25519(manifest.escrowKey) },
    });
    counter += 1;
    previousHash = packet.packetHash;
    return packet;
  }
  return {
    client,
    stationId,
    seal,
    async capture(visit, seed) {
      const packet = await seal(visit, seed);
      await client.call('uploadPacket', { bytes: new Uint8Array(packet.bytes) });
      return packet;
    },
  };
}

/** Takes a ticket for a granted case and checks the person in. */
export async function aVisit(road: RoadServer, applicationNo: string) {
  const clerk = await road.as('clerk');
  const ticket = await clerk.call('takeTicket', { applicationNo });
  await clerk.call('callNext', { counter: '1' });
  return clerk.call('checkIn', { visitId: ticket.visitId, paperSeen: 'passport' });
}
