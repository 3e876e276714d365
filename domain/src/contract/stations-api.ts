import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { VisitSummary } from './visits-api.ts';
import { Base64, Bytes, Instant, PublicId, ShortText } from './wire-types.ts';

const OFFICERS = ['assistant-registrar', 'registrar', 'head-of-office'] as const;

/** Server-signed and durable: only after it may a station delete its copy of a packet. */
export const Receipt = z
  .object({
    packetId: PublicId,
    deviceId: PublicId,
    counter: z.int(),
    packetHash: z.string(),
    receivedAt: Instant,
    keyId: z.string(),
    /** Ed25519 over the canonical JSON of the other fields, base64. */
    signature: Base64,
  })
  .meta({ id: 'Receipt' });

export const stationsApi = {
  enrolStation: endpoint({
    id: 'enrolStation',
    summary: 'Register the public key of a station of this centre; answers its machine account once',
    method: 'POST',
    path: '/stations',
    allow: ['centre-supervisor', 'administrator'],
    idempotency: 'key',
    status: 201,
    input: z.object({
      name: z.string().trim().min(1).max(60),
      centreId: PublicId.optional(),
      /** Ed25519 public key, SPKI DER, base64. */
      devicePublicKey: Base64,
      kind: z.enum(['counter', 'biometric', 'van', 'print-host']).default('biometric'),
    }),
    output: z.object({ stationId: PublicId, username: z.string(), secret: z.string() }),
  }),
  revokeStation: endpoint({
    id: 'revokeStation',
    summary: 'A station is lost or doubtful: nothing more is taken from it',
    method: 'POST',
    path: '/stations/{stationId}/revoke',
    allow: ['centre-supervisor', 'administrator'],
    input: z.object({ stationId: PublicId, reason: ShortText }),
    output: z.object({}),
  }),
  stationManifest: endpoint({
    id: 'stationManifest',
    summary: 'What a station needs for the day: keys to seal to, its counter, the people of today',
    method: 'GET',
    path: '/stations/me/manifest',
    allow: ['station'],
    input: z.object({}),
    output: z.object({
      stationId: PublicId,
      centreId: PublicId,
      /** X25519 public keys (SPKI DER, base64) that packets are sealed to. */
      ingestKey: z.object({ keyId: z.string(), publicKey: Base64 }),
      escrowKey: z.object({ keyId: z.string(), publicKey: Base64 }),
      /** Ed25519 public keys (SPKI DER, base64) that receipts are checked with. */
      receiptKeys: z.array(z.object({ keyId: z.string(), publicKey: Base64 })),
      lastCounter: z.int(),
      lastPacketHash: z.string(),
      leaseUntil: Instant,
      serverTime: Instant,
      visits: z.array(
        VisitSummary.extend({
          nationality: z.string().optional(),
          birthYear: z.int().optional(),
          language: z.string(),
          filedPortrait: z.object({ mime: z.string(), base64: z.string() }).optional(),
        }),
      ),
    }),
  }),
  registerOperator: endpoint({
    id: 'registerOperator',
    summary: 'A member of staff registers the public key that signs captures made under their name here',
    method: 'POST',
    path: '/stations/{stationId}/operators',
    allow: ['clerk', 'centre-supervisor'],
    input: z.object({ stationId: PublicId, operatorPublicKey: Base64 }),
    output: z.object({ operatorKeyId: PublicId }),
  }),
  uploadPacket: endpoint({
    id: 'uploadPacket',
    summary: 'A sealed capture; the signed receipt comes after it is durable',
    method: 'POST',
    path: '/packets',
    allow: ['station'],
    body: 'bytes',
    status: 201,
    input: z.object({ bytes: Bytes }),
    output: Receipt,
  }),
  getReceipt: endpoint({
    id: 'getReceipt',
    summary: 'The receipt again, by the hash of the packet',
    method: 'GET',
    path: '/packets/{packetHash}/receipt',
    allow: ['station'],
    input: z.object({ packetHash: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: Receipt,
  }),
  captureStatus: endpoint({
    id: 'captureStatus',
    summary: 'What became of the capture of a visit',
    method: 'GET',
    path: '/visits/{visitId}/capture',
    allow: ['station', 'clerk', 'centre-supervisor'],
    input: z.object({ visitId: PublicId }),
    output: z.object({
      state: z.enum(['open', 'sealed', 'received', 'searching', 'held', 'cleared', 'rejected', 'none']),
      reason: z.string().optional(),
      card: z.enum(['none', 'in-production', 'ready', 'handed-over']),
    }),
  }),
  verifyPerson: endpoint({
    id: 'verifyPerson',
    summary: 'Is this the person of this case? 1:1 on the server against the enrolled templates',
    method: 'POST',
    path: '/visits/{visitId}/verify',
    allow: ['station'],
    input: z.object({
      visitId: PublicId,
      samples: z
        .array(
          z.object({
            position: z.string().max(20),
            /** An ISO record or an image. */
            base64: z.string().max(4_000_000),
          }),
        )
        .min(1)
        .max(4),
    }),
    output: z.object({
      verified: z.boolean(),
      verificationId: PublicId.optional(),
      modality: z.string(),
      reason: z.string().optional(),
    }),
  }),
  listHolds: endpoint({
    id: 'listHolds',
    summary: 'Captures that look like somebody already enrolled',
    method: 'GET',
    path: '/holds',
    allow: OFFICERS,
    input: z.object({}),
    output: z.object({
      holds: z.array(
        z.object({
          captureId: PublicId,
          applicationId: PublicId,
          applicationNo: z.string(),
          workerName: z.string(),
          heldSince: Instant,
          candidates: z.array(
            z.object({
              applicationNo: z.string(),
              workerName: z.string(),
              permitNo: z.string().optional(),
              /** Similarity per modality, 0-1, with the false-match rate that it stands for. */
              scores: z.record(z.string(), z.number()),
            }),
          ),
        }),
      ),
    }),
  }),
  adjudicateDuplicate: endpoint({
    id: 'adjudicateDuplicate',
    summary: 'An officer decides whether two are one person',
    method: 'POST',
    path: '/holds/{captureId}/decision',
    allow: OFFICERS,
    input: z.object({ captureId: PublicId, samePerson: z.boolean(), reason: ShortText }),
    output: z.object({ state: z.enum(['cleared', 'rejected']) }),
  }),
} as const;
