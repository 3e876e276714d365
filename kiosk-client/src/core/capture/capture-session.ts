import type { BodyPosition } from '@permit/biometrics/codes.ts';
import type { CaptureRecord, PacketPart } from '@permit/domain/contract/packet.ts';
import type { Language } from '@permit/domain/texts/text.ts';

export type Notice = CaptureRecord['notice'];
export type SamePerson = CaptureRecord['samePerson'];
export type ProposedException = CaptureRecord['exceptions'][number];
export type SampleRecord = CaptureRecord['samples'][number];

export interface SampleBytes {
  readonly mediaType: PacketPart['mediaType'];
  readonly bytes: Uint8Array;
}

/** The best sample of one position so far. Lives in memory only, until it is sealed or abandoned. */
export interface HeldSample extends SampleBytes {
  readonly record: SampleRecord;
  /** A picture of it for a screen: PNG or JPEG. */
  readonly picture: SampleBytes;
}

/** One capture from the notice to the seal. Values only; each change gives a new session. */
export interface CaptureSession {
  readonly captureId: string;
  readonly visitId: string;
  readonly applicationId: string;
  readonly applicationNo: string;
  readonly ticketNo: string;
  readonly workerName: string;
  readonly language: Language;
  readonly startedAt: string;
  readonly training: boolean;
  readonly filedPortrait: SampleBytes | undefined;
  readonly notice: Notice | undefined;
  readonly samples: ReadonlyMap<BodyPosition, HeldSample>;
  readonly exceptions: readonly ProposedException[];
  readonly passportPhoto: SampleBytes | undefined;
  readonly exceptionPhoto: SampleBytes | undefined;
  readonly samePerson: SamePerson | undefined;
}

/** Puts a new sample in place when it is better than the one held, and counts the attempt either way. */
export function holdSample(session: CaptureSession, sample: HeldSample): CaptureSession {
  const { position } = sample.record;
  const before = session.samples.get(position);
  const better = !before || (sample.record.quality ?? 0) >= (before.record.quality ?? 0);
  const attempts = Math.min(99, (before?.record.attempts ?? 0) + 1);
  const kept = better ? sample : before;
  const held = { ...kept, record: { ...kept.record, attempts } };
  const exceptions = session.exceptions.filter((exception) => exception.position !== position);
  // Another live face: whatever was judged before was about another picture.
  const samePerson = position === 'face' && better ? undefined : session.samePerson;
  return { ...session, exceptions, samePerson, samples: new Map(session.samples).set(position, held) };
}

/** Proposes that a position cannot be captured; a sample of it is dropped. */
export function proposeException(session: CaptureSession, exception: ProposedException): CaptureSession {
  const samples = new Map(session.samples);
  samples.delete(exception.position);
  const others = session.exceptions.filter(({ position }) => position !== exception.position);
  return { ...session, samples, exceptions: [...others, exception] };
}

/** Overwrites every biometric byte that the session holds. */
export function wipeSession(session: CaptureSession): void {
  for (const { bytes, picture } of session.samples.values()) {
    bytes.fill(0);
    picture.bytes.fill(0);
  }
  for (const photo of [session.passportPhoto, session.exceptionPhoto]) photo?.bytes.fill(0);
}
