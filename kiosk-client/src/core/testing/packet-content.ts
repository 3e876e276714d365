import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { newPublicId } from '../ids.ts';
import type { PacketContent } from '../packet/seal-packet.ts';

const at = '2026-11-20T04:00:00.000Z';
const operator = generateKeyPairSync('ed25519').privateKey;
const ingest = generateKeyPairSync('x25519').publicKey;
const escrow = generateKeyPairSync('x25519').publicKey;
const operatorId = newPublicId();
const stationId = newPublicId();

/** The smallest valid capture, at a place in a device's chain. */
export function packetContent(place: {
  counter: number;
  previousHash: string;
  key: KeyObject;
}): PacketContent {
  return {
    about: {
      applicationId: newPublicId(),
      visitId: newPublicId(),
      startedAt: at,
      sealedAt: at,
      contractVersion: '1',
      catalogueVersion: '1',
      training: false,
    },
    record: {
      notice: { by: operatorId, at, textVersion: '1', language: 'th', how: 'read' },
      samePerson: { by: operatorId, at, judgement: 'same', compared: ['filed-portrait', 'live-face'] },
      samples: [],
      exceptions: [],
    },
    parts: [{ kind: 'portrait', position: 'face', mediaType: 'image/png', bytes: Buffer.from('face') }],
    device: { stationId, ...place },
    operator: { operatorId, operatorKeyId: newPublicId(), key: operator },
    recipients: {
      ingest: { keyId: 'i', publicKey: ingest },
      escrow: { keyId: 'e', publicKey: escrow },
    },
  };
}
