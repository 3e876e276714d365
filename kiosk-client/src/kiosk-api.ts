import { z } from 'zod';
import { EXCEPTION_REASONS, QUALITY_REASONS } from '@permit/biometrics/codes.ts';
import { FACE_JUDGEMENTS, NOTICE_WAYS, PositionName } from '@permit/domain/contract/packet.ts';
import { EXTENSION_REASONS } from '@permit/domain/contract/station-sync.ts';
import { BlankSerial, PublicId } from '@permit/domain/contract/wire-types.ts';
import {
  CaptureView,
  LanguageName,
  Picture,
  QueueEntry,
  ScannedCardView,
  ShelfName,
  StationView,
  Target,
  VisitView,
} from './kiosk-views.ts';

/**
 * THE SEAM: every command and event between a station's core and its screens. JSON values only, bytes as base64,
 * so that the same screens run over Electron's IPC and over the loopback host.
 */
export interface KioskCommand<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}

function command<Input extends z.ZodType, Output extends z.ZodType>(
  definition: KioskCommand<Input, Output>,
): KioskCommand<Input, Output> {
  return definition;
}

const Nothing = z.object({});

const Capture = { captureId: PublicId };
const CaptureAnswer = z.object({ capture: CaptureView });
const Credentials = {
  username: z.string().trim().min(3).max(120),
  password: z.string().min(1).max(200),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
};

/** Every command. A missing handler does not compile; a new one is one entry here and one file in core/commands. */
export const kioskApi = {
  getStation: command({ input: Nothing, output: StationView }),
  /** By a supervisor's sign-in, or by a supervisor's short-lived access token (scripts). */
  enrolStation: command({
    input: z.object({
      name: z.string().trim().min(1).max(60),
      by: z.union([z.object(Credentials), z.object({ token: z.string().min(1).max(5000) })]),
    }),
    output: StationView,
  }),
  signIn: command({ input: z.object(Credentials), output: StationView }),
  signOut: command({ input: Nothing, output: StationView }),

  listVisits: command({ input: Nothing, output: z.object({ visits: z.array(VisitView), asOf: z.string() }) }),
  takeTicket: command({
    input: z.object({
      applicationNo: z.string().regex(/^\d{14}$/),
      purpose: z.enum(['capture', 'collect']).default('capture'),
    }),
    output: z.object({ visitId: PublicId, ticketNo: z.string() }),
  }),
  callNext: command({
    input: z.object({ counter: z.string().trim().min(1).max(10) }),
    output: z.object({
      visitId: PublicId.optional(),
      ticketNo: z.string().optional(),
      waiting: z.int(),
    }),
  }),
  checkIn: command({
    input: z.object({
      visitId: PublicId,
      paperSeen: z.enum(['passport', 'certificate-of-identity', 'border-pass', 'pink-card', 'other']),
    }),
    /** `recorded`: nobody could answer; the server decides later. */
    output: z.object({ outcome: z.enum(['done', 'recorded']) }),
  }),

  openCapture: command({
    input: z.object({ visitId: PublicId, language: LanguageName.optional() }),
    output: CaptureAnswer,
  }),
  getCapture: command({ input: Nothing, output: z.object({ capture: CaptureView.optional() }) }),
  setLanguage: command({ input: z.object({ ...Capture, language: LanguageName }), output: CaptureAnswer }),
  recordNotice: command({
    input: z.object({
      ...Capture,
      how: z.enum(NOTICE_WAYS),
      textVersion: z.string().max(40),
      interpreter: z.string().trim().max(120).optional(),
    }),
    output: CaptureAnswer,
  }),
  /** Shows the live view (events `preview`), then captures; better samples replace worse ones. */
  capture: command({ input: z.object({ ...Capture, target: Target }), output: CaptureAnswer }),
  stopCapture: command({ input: z.object(Capture), output: CaptureAnswer }),
  /** The browser's own camera, or the photograph page of the passport from the desk scanner. */
  addPicture: command({
    input: z.object({
      ...Capture,
      of: z.enum(['face', 'passport-photo', 'exception-photo']),
      picture: Picture,
    }),
    output: CaptureAnswer,
  }),
  proposeException: command({
    input: z.object({
      ...Capture,
      position: PositionName,
      reason: z.enum(EXCEPTION_REASONS),
      note: z.string().trim().max(500).optional(),
    }),
    output: CaptureAnswer,
  }),
  withdrawException: command({
    input: z.object({ ...Capture, position: PositionName }),
    output: CaptureAnswer,
  }),
  /** The three faces for the clerk's eyes; never kept by a screen. */
  getFaces: command({
    input: z.object(Capture),
    output: z.object({
      passportPhoto: Picture.optional(),
      filedPortrait: Picture.optional(),
      liveFace: Picture.optional(),
    }),
  }),
  recordSamePerson: command({
    input: z.object({
      ...Capture,
      judgement: z.enum(FACE_JUDGEMENTS),
      note: z.string().trim().max(500).optional(),
    }),
    output: CaptureAnswer,
  }),
  sealCapture: command({
    input: z.object(Capture),
    output: z.object({
      packetId: PublicId,
      counter: z.int(),
      packetHash: z.string(),
      copies: z.union([z.literal(1), z.literal(2)]),
    }),
  }),
  abandonCapture: command({ input: z.object(Capture), output: Nothing }),

  listQueue: command({
    input: Nothing,
    output: z.object({
      packets: z.array(QueueEntry),
      refusedCommands: z.array(
        z.object({
          commandId: PublicId,
          name: z.string(),
          reason: z.string().optional(),
          recordedAt: z.string(),
        }),
      ),
    }),
  }),
  /** Sends what waits and fetches the day again. */
  syncNow: command({
    input: Nothing,
    output: z.object({ sent: z.int(), waiting: z.int(), online: z.boolean() }),
  }),
  acknowledgeRefusal: command({ input: z.object({ commandId: PublicId }), output: Nothing }),
  captureStatus: command({
    input: z.object({ visitId: PublicId }),
    output: z.object({ state: z.string(), reason: z.string().optional(), card: z.string() }),
  }),

  /** 1:1 on the server: a finger or the eyes of the person who stands here. */
  verifyPerson: command({
    input: z.object({ visitId: PublicId, target: Target }),
    output: z.object({
      verified: z.boolean(),
      verificationId: PublicId.optional(),
      modality: z.string(),
      reason: z.string().optional(),
    }),
  }),
  handOverCard: command({
    input: z.discriminatedUnion('by', [
      z.object({ by: z.literal('one-to-one'), visitId: PublicId, verificationId: PublicId }),
      z.object({
        by: z.literal('papers-and-second-person'),
        visitId: PublicId,
        secondPersonUsername: z.string().trim().min(3).max(120),
        /** With a network: the second person's six-digit code. */
        secondPersonCode: z
          .string()
          .regex(/^\d{6}$/)
          .optional(),
        /** Without one: their password at this station. */
        secondPersonPassword: z.string().min(1).max(200).optional(),
      }),
    ]),
    output: z.object({
      outcome: z.enum(['done', 'recorded']),
      permitNo: z.string().optional(),
      cardSerial: z.string().optional(),
    }),
  }),
  /** Cards under the scanner: to which ticket each goes, or onto which shelf it is put. */
  scanCards: command({
    input: z.object({ serials: z.array(BlankSerial).min(1).max(200), shelf: ShelfName.optional() }),
    output: z.object({ cards: z.array(ScannedCardView) }),
  }),
  /** Today's visit of whoever's card or phone was scanned. */
  findVisit: command({
    input: z.object({ qr: z.string().min(1).max(4000) }),
    output: z.object({ visitId: PublicId, ticketNo: z.string() }),
  }),
  /** A code read over the telephone by the Department (decisions.md 14). */
  extendLease: command({
    input: z.object({ reason: z.enum(EXTENSION_REASONS), code: z.string().max(20) }),
    output: StationView,
  }),
} as const;

export type CommandName = keyof typeof kioskApi;
export type CommandInput<Name extends CommandName> = z.infer<(typeof kioskApi)[Name]['input']>;
export type CommandOutput<Name extends CommandName> = z.infer<(typeof kioskApi)[Name]['output']>;
/** What a caller may leave out (defaults are filled in by the seam). */
export type CommandAsk<Name extends CommandName> = z.input<(typeof kioskApi)[Name]['input']>;

/** What the core tells its screens without being asked. */
export const KioskEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('station'), station: StationView }),
  z.object({ type: z.literal('visits-changed') }),
  z.object({ type: z.literal('capture'), capture: CaptureView.nullable() }),
  z.object({ type: z.literal('queue-changed') }),
  z.object({
    type: z.literal('preview'),
    target: Target,
    /** A small grey PNG; never stored. */
    pngBase64: z.base64(),
    /** 0-100 for the ring around the picture. */
    ring: z.int().min(0).max(100),
    reasons: z.array(z.enum(QUALITY_REASONS)),
  }),
]);
export type KioskEvent = z.infer<typeof KioskEvent>;
