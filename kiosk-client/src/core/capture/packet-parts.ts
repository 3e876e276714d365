import type { CaptureRecord } from '@permit/domain/contract/packet.ts';
import type { PlainPart } from '../packet/seal-packet.ts';
import { REQUIRED_POSITIONS } from './capture-plan.ts';
import type { CaptureSession, SampleBytes } from './capture-session.ts';

/** The record of what happened, from a session that is complete; throws TypeError otherwise. */
export function captureRecordOf(session: CaptureSession): CaptureRecord {
  const { notice, samePerson } = session;
  if (!notice || !samePerson) throw new TypeError('the capture is not complete');
  return {
    notice,
    samePerson,
    samples: heldSamples(session).map(({ record }) => record),
    exceptions: [...session.exceptions],
  };
}

/** Every picture and record of the session as a part of the packet. */
export function packetPartsOf(session: CaptureSession): readonly PlainPart[] {
  const samples = heldSamples(session).map(({ record: { position }, mediaType, bytes }) => {
    const kind = position === 'face' ? 'portrait' : position.endsWith('-iris') ? 'iris' : 'finger';
    return { kind, position, mediaType, bytes } as const;
  });
  return [
    ...samples,
    ...photo('passport-photo', session.passportPhoto),
    ...photo('exception-photo', session.exceptionPhoto),
  ];
}

function heldSamples(session: CaptureSession) {
  return REQUIRED_POSITIONS.flatMap((position) => session.samples.get(position) ?? []);
}

function photo(kind: 'passport-photo' | 'exception-photo', held: SampleBytes | undefined): PlainPart[] {
  // position is undefined, not absent: the type of a part asks for the key.
  return held ? [{ kind, position: undefined, mediaType: held.mediaType, bytes: held.bytes }] : [];
}
