import { z } from 'zod';
import { PACKET_FAULTS } from '@permit/domain/contract/packet.ts';
import { Receipt } from '@permit/domain/contract/stations-api.ts';
import { CommandVerdict, StationCommand } from '@permit/domain/contract/station-sync.ts';
import { PublicId } from '@permit/domain/contract/wire-types.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Millis = z.number().min(0);

export const Enrolment = z.object({
  stationId: PublicId,
  name: z.string(),
  /** Machine account of the station. */
  username: z.string(),
  secret: z.string(),
  /** Ed25519 private key of the device, PKCS8 DER, base64. It signs; it opens nothing. */
  deviceKey: z.string(),
  /** Shared with the server for extension codes by telephone, base64; absent until the server gives one. */
  leaseSecret: z.string().optional(),
});
export type Enrolment = z.infer<typeof Enrolment>;

/** An operator who may sign in here without a network: their signing key under their password. */
export const KnownOperator = z.object({
  operatorId: PublicId,
  username: z.string(),
  displayName: z.string(),
  operatorKeyId: PublicId,
  /** scrypt salt (16) | iv | PKCS8 DER | tag, base64. */
  sealedKey: z.string(),
});
export type KnownOperator = z.infer<typeof KnownOperator>;

export const SealedEntry = z.object({
  counter: z.int().min(1),
  packetId: PublicId,
  packetHash: Hash,
  applicationId: PublicId,
  visitId: PublicId,
  bytes: z.int(),
  sealedAt: z.string(),
});
export type SealedEntry = z.infer<typeof SealedEntry>;

/** Everything that a station remembers across a restart, one journal record each. */
export const StationEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('enrolled'), enrolment: Enrolment }),
  z.object({ type: z.literal('operator-known'), operator: KnownOperator }),
  z.object({ type: z.literal('packet-sealed'), packet: SealedEntry }),
  z.object({ type: z.literal('packet-receipted'), counter: z.int(), receipt: Receipt }),
  z.object({
    type: z.literal('packet-refused'),
    counter: z.int(),
    code: z.enum(PACKET_FAULTS).or(z.string()),
  }),
  z.object({ type: z.literal('command-recorded'), command: StationCommand }),
  z.object({ type: z.literal('command-decided'), verdict: CommandVerdict }),
  z.object({
    type: z.literal('command-delivered'),
    commandId: PublicId,
    /** Under whose session it was delivered; who did it stands in the command. */
    by: PublicId,
    outcome: z.enum(['accepted', 'refused']),
    reason: z.string().optional(),
  }),
  z.object({ type: z.literal('refusal-acknowledged'), commandId: PublicId, by: PublicId }),
  z.object({
    type: z.literal('lease'),
    lease: z.object({
      allowedMs: Millis,
      usedMs: Millis,
      endsAt: Millis,
      highestSeen: Millis,
      extensions: z.int().min(0),
    }),
  }),
]);
export type StationEvent = z.infer<typeof StationEvent>;
