import type { CaptureRecord } from '@permit/domain/contract/packet.ts';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, setReason, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { newId } from '../ids.ts';
import { PermanentJobFault } from '../jobs/job-kinds.ts';
import { queueJob } from '../jobs/queue-job.ts';
import type { JobHandler } from '../jobs/run-worker.ts';
import { engineInline } from '../matching/template-engine.ts';
import { extractTemplates, type ExtractedTemplate } from '../matching/extract-templates.ts';
import { findOperator } from '../stations/station-store.ts';
import { personKey, sealBytes } from '../vault/person-vault.ts';
import { findCaptureByHash, moveCapture, type Capture } from './capture-store.ts';
import { openPacket, type OpenedPacket } from './packet/open-packet.ts';
import { openerFromKey } from './packet/packet-recipient.ts';
import { claimedManifest, verifyPacket } from './packet/verify-packet.ts';

/**
 * Opens a received packet: checks it once more, extracts templates, seals them and the portrait under the
 * worker's own key, and asks for the 1:N search. A packet that cannot be opened is rejected with its code.
 */
export const openPacketJob: JobHandler = async (deps, job) => {
  const capture = await inTransaction(deps, SYSTEM, job.id, (tx) =>
    findCaptureByHash(tx.db, job.subject['packetHash'] ?? ''),
  );
  if (!capture) throw new PermanentJobFault('no such capture');
  // Delivered a second time after the effect was committed.
  if (capture.state !== 'received') return async () => undefined;
  const opened = await openStored(deps, capture, job.id);
  if (typeof opened === 'string') return (tx) => reject(tx, capture, opened);
  const templates = await extractTemplates(engineInline, opened.parts);
  const portrait = opened.parts.find(({ kind }) => kind === 'portrait');
  if (!capture.workerKeyWrapped) throw new PermanentJobFault('the person was erased');
  const key = personKey(deps.keys, capture.workerPerson, capture.workerKeyWrapped);
  const portraitBlob = portrait && (await deps.blobs.put(sealBytes(key, 'portrait', portrait.bytes)));
  return async (tx) => {
    if (templates.length > 0)
      await tx.db('biometric_templates').insert(templates.map((template) => rowOf(capture, key, template)));
    const summary = summaryOf(opened.record, templates);
    await moveCapture(tx.db, capture.id, 'searching', {
      portrait_blob: portraitBlob ?? null,
      reason: doubtOf(opened.record, templates) ?? null,
      summary: tx.db.raw('summary || ?::jsonb', [JSON.stringify(summary)]),
    });
    await queueJob(tx, 'search-person', { captureId: capture.publicId }, `search-person:${capture.publicId}`);
    const fact = {
      act: 'packet-opened',
      subjectKind: 'capture',
      subjectId: capture.publicId,
      purpose: 'enrolment',
    };
    await recordAudit(tx, {
      ...fact,
      applicationId: capture.applicationId,
      detail: { templates: templates.length },
    });
  };
};

async function openStored(deps: Deps, capture: Capture, jobId: string): Promise<OpenedPacket | string> {
  const bytes = await deps.blobs.get(capture.packetBlob);
  const claimed = bytes && claimedManifest(bytes);
  if (!bytes || !claimed) return 'packet-lost';
  const keys = await inTransaction(deps, SYSTEM, jobId, async (tx) => {
    const station = await tx
      .db('stations')
      .where('id', capture.stationId)
      .first<{ public_id: string; device_public_key: Buffer }>();
    return { station, operator: await findOperator(tx.db, capture.stationId, claimed.operatorKeyId) };
  });
  const keyOf = (spki: Buffer) => createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const { station, operator } = keys;
  const verified = verifyPacket(bytes, {
    stationId: station.public_id,
    deviceKey: keyOf(station.device_public_key),
    operator: operator && { operatorId: operator.accountPublicId, key: keyOf(operator.publicKey) },
  });
  if (!verified.ok) return verified.code;
  if (verified.value.packetHash !== capture.packetHash) return 'part-changed';
  const { keyId, pkcs8 } = deps.keys.ingestKey();
  const opener = openerFromKey(
    'central-ingest',
    keyId,
    createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }),
  );
  const opened = await openPacket(verified.value, opener);
  return opened.ok ? opened.value : opened.code;
}

async function reject(tx: Tx, capture: Capture, code: string): Promise<void> {
  await setReason(tx, code);
  await moveCapture(tx.db, capture.id, 'rejected', { reason: code });
  const fact = {
    act: 'packet-rejected',
    subjectKind: 'capture',
    subjectId: capture.publicId,
    purpose: 'enrolment',
  };
  await recordAudit(tx, { ...fact, applicationId: capture.applicationId, detail: { code } });
}

function rowOf(capture: Capture, key: ReturnType<typeof personKey>, template: ExtractedTemplate) {
  return {
    id: newId(),
    person_id: capture.workerPerson,
    capture_id: capture.id,
    modality: template.modality,
    position: template.position,
    engine: template.engine,
    quality: template.quality,
    sealed: sealBytes(key, 'template', template.bytes),
  };
}

/** What may be read without a key: how many, how good, how the notice was told; exceptions stay sealed. */
function summaryOf(record: CaptureRecord, templates: readonly ExtractedTemplate[]): object {
  return {
    notice: {
      how: record.notice.how,
      language: record.notice.language,
      textVersion: record.notice.textVersion,
    },
    simulated: record.samples.some(({ reader }) => reader.simulated),
    templates: templates.map(({ position, quality }) => ({ position, quality })),
  };
}

/** Why an officer must look even where nobody alike is found; contractor staff propose, officers decide. */
function doubtOf(record: CaptureRecord, templates: readonly ExtractedTemplate[]): string | undefined {
  if (record.samePerson.judgement !== 'same') return `clerk-says-${record.samePerson.judgement}`;
  if (record.exceptions.length > 0) return 'exception-proposed';
  return templates.some(({ modality }) => modality === 'iris') ? undefined : 'no-iris-template';
}
