import { missingOf } from '../capture/capture-plan.ts';
import type { CaptureSession } from '../capture/capture-session.ts';
import { captureRecordOf, packetPartsOf } from '../capture/packet-parts.ts';
import type { Handler, KioskContext, SignedInOperator } from '../kiosk-context.ts';
import {
  requireCapture,
  requireDay,
  requireEnrolment,
  requireOperator,
  stationTime,
} from '../kiosk-context.ts';
import { KioskProblem } from '../kiosk-problem.ts';
import { nextAfter } from '../offline-store/station-state.ts';
import { importKey } from '../operator-key.ts';
import { sealPacket } from '../packet/seal-packet.ts';
import { sealingKeyFrom } from '../packet/wrap-key.ts';
import { closeCapture } from './open-capture.ts';

/** Seals the capture; resolves when the packet is durable. Needs no lease and no network, ever (decisions.md 14). */
export const sealCapture: Handler<'sealCapture'> = async (context, { captureId }) => {
  const operator = requireOperator(context);
  const session = requireCapture(context, captureId);
  const missing = missingOf(session);
  if (missing.length > 0) throw new KioskProblem('capture-incomplete', missing.join(' '));
  if (session.samePerson?.judgement === 'different') throw new KioskProblem('faces-differ');
  const sealed = sealSession(context, session, operator);
  const copies = await context.store.savePacket(sealed);
  closeCapture(context, session);
  context.emit({ type: 'queue-changed' });
  const { packetId, counter, packetHash } = sealed;
  return { packetId, counter, packetHash, copies };
};

function sealSession(context: KioskContext, session: CaptureSession, operator: SignedInOperator) {
  const day = requireDay(context);
  const { stationId, deviceKey } = requireEnrolment(context);
  const end = nextAfter(context.store.state(), day);
  const { applicationId, visitId, startedAt, training } = session;
  const { contractVersion, catalogueVersion } = context.config;
  const sealedAt = stationTime(context);
  return sealPacket({
    about: { applicationId, visitId, startedAt, sealedAt, contractVersion, catalogueVersion, training },
    record: captureRecordOf(session),
    parts: packetPartsOf(session),
    device: {
      stationId,
      counter: end.counter + 1,
      previousHash: end.packetHash,
      key: importKey(Buffer.from(deviceKey, 'base64')),
    },
    operator,
    recipients: { ingest: sealingKeyFrom(day.ingestKey), escrow: sealingKeyFrom(day.escrowKey) },
  });
}
