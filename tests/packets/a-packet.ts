import { generateKeyPairSync } from 'node:crypto';
import { NO_PREVIOUS_HASH } from '@permit/domain/contract/packet.ts';
import { newPublicId } from '@permit/kiosk-client/core/ids.ts';
import { type PacketContent, sealPacket } from '@permit/kiosk-client/core/packet/seal-packet.ts';
import { openerFromKey } from '@permit/server/captures/packet/packet-recipient.ts';
import type { PacketKeys } from '@permit/server/captures/packet/verify-packet.ts';

export const ingest = generateKeyPairSync('x25519');
export const escrow = generateKeyPairSync('x25519');
export const device = generateKeyPairSync('ed25519');
export const operator = generateKeyPairSync('ed25519');
export const stationId = newPublicId();
export const operatorId = newPublicId();

export const ingestOpener = openerFromKey('central-ingest', 'ingest-1', ingest.privateKey);
export const escrowOpener = openerFromKey('ministry-escrow', 'escrow-1', escrow.privateKey);

/** What the server knows of the station and operator of `aPacket`. */
export const knownKeys: PacketKeys = {
  stationId,
  deviceKey: device.publicKey,
  operator: { operatorId, key: operator.publicKey },
};

const at = '2026-11-20T04:00:00.000Z';
const reader = { model: 'drawn prints', serial: 'SIM-1', simulated: true };

/** The content of a small, valid capture: a portrait, one finger and one iris. */
export function packetContent(changes: Partial<PacketContent> = {}): PacketContent {
  return {
    about: {
      applicationId: newPublicId(),
      visitId: newPublicId(),
      startedAt: at,
      sealedAt: at,
      contractVersion: '1',
      catalogueVersion: '2026-11-01',
      training: false,
    },
    record: {
      notice: { by: operatorId, at, textVersion: '1', language: 'my', how: 'heard' },
      samePerson: { by: operatorId, at, judgement: 'same', compared: ['passport-photo', 'live-face'] },
      samples: [
        { position: 'right-thumb', quality: 71, reasons: [], attempts: 1, capturedAt: at, reader },
        { position: 'left-iris', reasons: ['eyelid'], attempts: 2, capturedAt: at, reader },
      ],
      exceptions: [],
    },
    parts: [
      { kind: 'portrait', position: 'face', mediaType: 'image/png', bytes: Buffer.from('a face') },
      { kind: 'finger', position: 'right-thumb', mediaType: 'image/png', bytes: Buffer.from('a thumb') },
      { kind: 'iris', position: 'left-iris', mediaType: 'image/png', bytes: Buffer.from('an eye!') },
    ],
    device: { stationId, counter: 7, previousHash: NO_PREVIOUS_HASH, key: device.privateKey },
    operator: { operatorId, operatorKeyId: newPublicId(), key: operator.privateKey },
    recipients: {
      ingest: { keyId: 'ingest-1', publicKey: ingest.publicKey },
      escrow: { keyId: 'escrow-1', publicKey: escrow.publicKey },
    },
    ...changes,
  };
}

/** A sealed packet of that content. */
export function aPacket(changes: Partial<PacketContent> = {}) {
  return sealPacket(packetContent(changes));
}
