import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import { Base64, Instant, PublicId } from './wire-types.ts';

/**
 * What a station did while nobody could answer, and what the server said of it later (architecture.md, Sync):
 * a log of commands, never merged columns. Inputs hold ids and codes, no names.
 */

/** Commands that a station may record without a network; each is decided again by the server. */
export const OFFLINE_COMMANDS = [
  'checkIn',
  'abandonCapture',
  'handOverCard',
  'extendLease',
  'acknowledgeRefusal',
] as const;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const StationCommand = z.strictObject({
  commandId: PublicId,
  deviceId: PublicId,
  /** 1, 2, 3 … per device, apart from the counter of its packets. */
  counter: z.int().min(1),
  /** SHA-256 of the device's command before this one (its text with signature), or NO_PREVIOUS_HASH. */
  previousHash: Hash,
  name: z.enum(OFFLINE_COMMANDS),
  /** What the command is about; commands about one application are sent in order, others do not wait. */
  applicationId: PublicId.optional(),
  input: z.record(z.string().max(40), z.union([z.string().max(500), z.int(), z.boolean()])),
  /** Station time: a claim. */
  recordedAt: Instant,
  actor: PublicId,
  contractVersion: z.string().max(40),
  catalogueVersion: z.string().max(40),
  /** Ed25519 of the device over `commandText`, base64. */
  signature: Base64,
});
export type StationCommand = z.infer<typeof StationCommand>;

/** Text whose UTF-8 the device signs. */
export function commandText(command: Omit<StationCommand, 'signature'>): string {
  return `work-permit-command/1\n${canonicalJson({ ...command, signature: undefined })}`;
}

/** Text whose SHA-256 links the next command to this one. */
export function commandLink(command: StationCommand): string {
  return canonicalJson(command);
}

/** `accepted` and `refused` are for ever; `later` asks the station to send it again. */
export const COMMAND_VERDICTS = ['accepted', 'refused', 'later'] as const;

export const CommandVerdict = z.strictObject({
  commandId: PublicId,
  verdict: z.enum(COMMAND_VERDICTS),
  /** Why refused; stays on the clerk's screen until acknowledged. */
  reason: z.string().max(60).optional(),
  decidedAt: Instant,
  keyId: z.string().max(64),
  /** Ed25519 of the server over `verdictText`, base64. */
  signature: Base64,
});
export type CommandVerdict = z.infer<typeof CommandVerdict>;

/** Text whose UTF-8 the server signs. */
export function verdictText(verdict: Omit<CommandVerdict, 'signature'>): string {
  return `work-permit-verdict/1\n${canonicalJson({ ...verdict, signature: undefined })}`;
}

/** Why a station's lease is extended over the telephone (decisions.md 14). */
export const EXTENSION_REASONS = ['no-network', 'server-down', 'disaster', 'other'] as const;
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** Hours that one code adds. */
export const EXTENSION_HOURS = 4;

/** What a code is for: text whose HMAC-SHA256 under the station's lease secret makes the code. */
export function extensionText(extension: {
  readonly stationId: string;
  /** One more than the extensions used so far: a code works once. */
  readonly counter: number;
  readonly reason: ExtensionReason;
  /** Hours since 1970 in UTC, rounded down. */
  readonly hour: number;
}): string {
  const { stationId, counter, reason, hour } = extension;
  return `work-permit-lease/1\n${canonicalJson({ stationId, counter, reason, hour })}`;
}

/** Ten digits to be read over a telephone, from the first bytes of the HMAC. */
export function extensionCode(mac: Uint8Array): string {
  const number = mac.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return String(number % 10_000_000_000).padStart(10, '0');
}
