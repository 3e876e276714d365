import { z } from 'zod';
import { EXCEPTION_REASONS, QUALITY_REASONS } from '@permit/biometrics/codes.ts';
import { FACE_JUDGEMENTS, NOTICE_WAYS, PositionName } from '@permit/domain/contract/packet.ts';
import { VisitSummary } from '@permit/domain/contract/visits-api.ts';
import { PublicId } from '@permit/domain/contract/wire-types.ts';
import { LANGUAGES } from '@permit/domain/texts/text.ts';

/** What the screens of a station are shown; part of the seam (kiosk-api.ts). */
export const LanguageName = z.enum(LANGUAGES);

/** What one act at the reader asks for, in the order of the visit. */
export const CAPTURE_TARGETS = ['face', 'right-four', 'left-four', 'two-thumbs', 'both-irises'] as const;
export const Target = z.enum(CAPTURE_TARGETS).or(PositionName);

/** Where a capture stands; the screens show one step at a time. */
export const CAPTURE_STEPS = [
  'notice',
  'portrait',
  'right-four',
  'left-four',
  'two-thumbs',
  'both-irises',
  'same-person',
  'review',
] as const;
export type CaptureStep = (typeof CAPTURE_STEPS)[number];

export const StationView = z.object({
  enrolled: z.boolean(),
  name: z.string(),
  stationId: PublicId.optional(),
  mode: z.enum(['demo', 'production']),
  /** Shown on every screen while true. */
  simulatedReader: z.boolean(),
  training: z.boolean(),
  online: z.boolean(),
  operator: z.object({ operatorId: PublicId, displayName: z.string() }).optional(),
  /** Milliseconds for which names may still be read and cards handed over. */
  leaseLeftMs: z.number(),
  copies: z.union([z.literal(1), z.literal(2)]),
  journal: z.enum(['clean', 'torn', 'damaged']),
  waitingPackets: z.int(),
  /** Recorded without a network and not delivered yet: somebody must sign in online. */
  waitingCommands: z.int(),
  refusals: z.int(),
  lostPackets: z.array(z.int()),
});
export type StationView = z.infer<typeof StationView>;

export const VisitView = z.object({
  visitId: PublicId,
  ticketNo: z.string(),
  state: VisitSummary.shape.state,
  applicationId: PublicId,
  applicationNo: z.string(),
  workerName: z.string(),
  purpose: z.enum(['capture', 'collect']),
  language: LanguageName,
  nationality: z.string().optional(),
  birthYear: z.int().optional(),
  counter: z.string().optional(),
  /** Sealed at this station today and not yet answered by the server. */
  sealedHere: z.boolean(),
});
export type VisitView = z.infer<typeof VisitView>;

export const PositionView = z.object({
  position: PositionName,
  state: z.enum(['todo', 'good', 'poor', 'exception']),
  quality: z.int().optional(),
  reasons: z.array(z.enum(QUALITY_REASONS)),
  attempts: z.int(),
  exceptionReason: z.enum(EXCEPTION_REASONS).optional(),
});
export type PositionView = z.infer<typeof PositionView>;

export const CaptureView = z.object({
  captureId: PublicId,
  visitId: PublicId,
  applicationNo: z.string(),
  ticketNo: z.string(),
  workerName: z.string(),
  language: LanguageName,
  step: z.enum(CAPTURE_STEPS),
  notice: z.enum(NOTICE_WAYS).optional(),
  positions: z.array(PositionView),
  samePerson: z.enum(FACE_JUDGEMENTS).optional(),
  hasPassportPhoto: z.boolean(),
  hasFiledPortrait: z.boolean(),
  /** What is still missing before it can be sealed; empty when nothing is. */
  missing: z.array(z.string()),
  canSeal: z.boolean(),
});
export type CaptureView = z.infer<typeof CaptureView>;

export const QueueEntry = z.object({
  counter: z.int(),
  packetId: PublicId,
  visitId: PublicId,
  bytes: z.int(),
  sealedAt: z.string(),
  state: z.enum(['waiting', 'receipted', 'refused']),
  receivedAt: z.string().optional(),
  reason: z.string().optional(),
});
export type QueueEntry = z.infer<typeof QueueEntry>;

/** A picture as it crosses the seam. */
export const Picture = z.object({
  mediaType: z.enum(['image/png', 'image/jpeg']),
  base64: z.base64().max(6_000_000),
});

/** What is written on a tray, shelf or box. */
export const ShelfName = z.string().regex(/^[A-Z0-9][A-Z0-9 /-]{0,19}$/);

/** A finished card that was scanned, and where it goes. */
export const ScannedCardView = z.object({
  serial: z.string(),
  goes: z.enum(['ticket', 'shelf', 'send-on', 'set-aside', 'not-known']),
  ticketNo: z.string().optional(),
  visitId: PublicId.optional(),
  shelf: z.string().optional(),
});
export type ScannedCardView = z.infer<typeof ScannedCardView>;
