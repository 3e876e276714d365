import type { KeyObject } from 'node:crypto';
import type { ReaderAdapter } from '@permit/biometrics/readers/reader.ts';
import type { CommandName, CommandInput, CommandOutput, KioskEvent } from '../kiosk-api.ts';
import type { CaptureSession } from './capture/capture-session.ts';
import { KioskProblem } from './kiosk-problem.ts';
import { type LeasedAct, leaseAllows } from './lease/lease.ts';
import type { Enrolment } from './offline-store/station-event.ts';
import type { StationStore } from './offline-store/station-store.ts';
import type { Answer, ServerPort } from './server/server-port.ts';

export type DayManifest = Answer<'stationManifest'>;

export interface KioskConfig {
  readonly mode: 'demo' | 'production';
  /** People who do not exist; nothing of it is enrolled. */
  readonly training: boolean;
  readonly contractVersion: string;
  readonly catalogueVersion: string;
  readonly previewMs: number;
  readonly captureTimeoutMs: number;
}

/** All doors to devices together. */
export type StationReaders = Pick<ReaderAdapter, 'discover' | 'open' | 'close'>;

export interface KioskClock {
  /** Wall time, milliseconds since 1970: a claim, people can set it. */
  now(): number;
  /** Only runs forward while the program runs, milliseconds. */
  running(): number;
}

/** Everything that a station's core needs from outside. */
export interface KioskDeps {
  readonly config: KioskConfig;
  readonly clock: KioskClock;
  readonly store: StationStore;
  readonly server: ServerPort;
  readonly readers: StationReaders;
  /** Tells simulators who stands at the counter; real readers have no use for it. */
  readonly personArrives?: (applicationId: string) => void;
}

export interface SignedInOperator {
  readonly operatorId: string;
  readonly username: string;
  readonly displayName: string;
  readonly operatorKeyId: string;
  /** Ed25519 private key; in memory only while the operator is signed in. */
  readonly key: KeyObject;
}

/** What the core holds while it runs; commands change it, nothing else does. */
export interface KioskMemory {
  /** The last fetch of the day that was asked for; the next one waits for it. */
  refreshing?: Promise<boolean> | undefined;
  online: boolean;
  operator: SignedInOperator | undefined;
  day: DayManifest | undefined;
  /** Wall time of the day above. */
  dayAsOf: number;
  capture: CaptureSession | undefined;
  stopReader: AbortController | undefined;
  uploading: Promise<number> | undefined;
  /** Running time at which the lease was counted last. */
  leaseCountedAt: number;
  simulatedReader: boolean;
}

export interface KioskContext extends KioskDeps {
  readonly memory: KioskMemory;
  /** Hashes of packets whose upload was begun since the program started. */
  readonly sentBefore: Set<string>;
  readonly emit: (event: KioskEvent) => void;
}

export type Handler<Name extends CommandName> = (
  context: KioskContext,
  input: CommandInput<Name>,
) => Promise<CommandOutput<Name>>;

/** One handler per command; a missing one does not compile. */
export type KioskHandlers = { readonly [Name in CommandName]: Handler<Name> };

/** The enrolment, or `not-enrolled`. */
export function requireEnrolment({ store }: KioskContext): Enrolment {
  const { enrolment } = store.state();
  if (!enrolment) throw new KioskProblem('not-enrolled');
  return enrolment;
}

/** The operator at the station, or `not-signed-in`. */
export function requireOperator({ memory }: KioskContext): SignedInOperator {
  if (!memory.operator) throw new KioskProblem('not-signed-in');
  return memory.operator;
}

/** The day's keys and people, or `no-keys-yet` before the server was ever reached. */
export function requireDay({ memory }: KioskContext): DayManifest {
  if (!memory.day) throw new KioskProblem('no-keys-yet');
  return memory.day;
}

/** The visit in today's list, or `no-such-visit`. */
export function requireVisit(context: KioskContext, visitId: string): DayManifest['visits'][number] {
  const visit = requireDay(context).visits.find((listed) => listed.visitId === visitId);
  if (!visit) throw new KioskProblem('no-such-visit');
  return visit;
}

/** Throws `lease-ended` where the lease does not allow the act any more. */
export function requireLease({ store }: KioskContext, act: LeasedAct): void {
  if (!leaseAllows(store.state().lease, act)) throw new KioskProblem('lease-ended');
}

/** The open capture with this id, or `no-capture-open`. */
export function requireCapture({ memory }: KioskContext, captureId: string): CaptureSession {
  if (memory.capture?.captureId !== captureId) throw new KioskProblem('no-capture-open');
  return memory.capture;
}

/** Station time as it is written into records: a claim. */
export function stationTime({ clock }: Pick<KioskDeps, 'clock'>): string {
  return new Date(clock.now()).toISOString();
}
