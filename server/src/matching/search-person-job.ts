import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import { lockCapture, moveCapture, type Capture } from '../captures/capture-store.ts';
import { PermanentJobFault } from '../jobs/job-kinds.ts';
import { queueJob } from '../jobs/queue-job.ts';
import type { JobHandler } from '../jobs/run-worker.ts';
import { openBytes, personKey } from '../vault/person-vault.ts';
import { emptyGallery, followEnrolments, stillEnrolled, type EnrolledIrises } from './enrolled-irises.ts';
import { searchThreshold } from './thresholds.ts';

/** One search at a time: two captures of one person in two workers must see each other. */
const SEARCH_LOCK = 2560_702;
const CANDIDATES_AT_MOST = 5;

/** The 1:N search over all enrolled irises, and enrolment or hold, as one step under one lock. */
export function searchPersonJob(enrolled: EnrolledIrises = emptyGallery()): JobHandler {
  return async (deps, job) => {
    // Fills the gallery before the lock is taken, so that a restart keeps nobody else waiting for minutes.
    await inTransaction(deps, SYSTEM, job.id, (tx) => followEnrolments(tx, enrolled));
    return (tx) => search(tx, enrolled, job.subject['captureId'] ?? '');
  };
}

async function search(tx: Tx, enrolled: EnrolledIrises, captureId: string): Promise<void> {
  await tx.db.raw('SELECT pg_advisory_xact_lock(?)', [SEARCH_LOCK]);
  await followEnrolments(tx, enrolled);
  const capture = await lockCapture(tx.db, captureId);
  if (!capture?.workerKeyWrapped) throw new PermanentJobFault('no such capture');
  if (capture.state !== 'searching') return;
  const candidates = await candidatesOf(tx, enrolled, capture);
  if (candidates.size > 0) return hold(tx, capture, candidates);
  if (capture.reason) return holdForOfficer(tx, capture, capture.reason);
  await clearCapture(tx, capture);
}

/** Persons whose eyes are too alike, with the best score each. */
async function candidatesOf(
  tx: Tx,
  enrolled: EnrolledIrises,
  capture: Capture,
): Promise<Map<string, Record<string, number>>> {
  const key = personKey(tx.deps.keys, capture.workerPerson, capture.workerKeyWrapped!);
  const probes = await tx
    .db('biometric_templates')
    .where({ capture_id: capture.id, modality: 'iris' })
    .select<{ position: string; sealed: Buffer }[]>('position', 'sealed');
  const least = searchThreshold();
  const found = new Map<string, Record<string, number>>();
  for (const { position, sealed } of probes) {
    const template = openBytes(key, 'template', sealed);
    const nearest = await enrolled.gallery.search(template, CANDIDATES_AT_MOST * 2);
    const alike = nearest.filter(({ score }) => score >= least);
    const valid = await stillEnrolled(
      tx,
      enrolled,
      alike.map(({ id }) => id),
    );
    for (const { id, score } of alike) {
      const person = enrolled.personOf.get(id);
      if (!valid.has(id) || !person || person === capture.workerPerson) continue;
      const scores = found.get(person) ?? {};
      found.set(person, { ...scores, [position]: Math.max(score, scores[position] ?? 0) });
    }
  }
  return found;
}

async function hold(
  tx: Tx,
  capture: Capture,
  candidates: Map<string, Record<string, number>>,
): Promise<void> {
  for (const [person, scores] of [...candidates].slice(0, CANDIDATES_AT_MOST)) {
    const application = await tx
      .db('applications')
      .where('worker_person', person)
      .orderBy('created_at', 'desc')
      .first<{ id: string } | undefined>('id');
    const row = {
      capture_id: capture.id,
      person_id: person,
      application_id: application?.id ?? null,
      scores: JSON.stringify(scores),
    };
    await tx.db('hold_candidates').insert(row).onConflict(['capture_id', 'person_id']).ignore();
  }
  await holdForOfficer(tx, capture, 'possible-duplicate');
}

async function holdForOfficer(tx: Tx, capture: Capture, reason: string): Promise<void> {
  // Eyes that wait are searched too: else two held captures of one person would each be cleared unseen of the other.
  await enrolTemplates(tx, capture);
  await moveCapture(tx.db, capture.id, 'held', { reason });
  const fact = {
    act: 'capture-held',
    subjectKind: 'capture',
    subjectId: capture.publicId,
    purpose: 'duplicate-search',
  };
  await recordAudit(tx, { ...fact, applicationId: capture.applicationId, detail: { reason } });
}

/** From here on every search finds these templates. Under the search lock. */
async function enrolTemplates(tx: Tx, capture: Capture): Promise<void> {
  await tx
    .db('biometric_templates')
    .where('capture_id', capture.id)
    .whereNull('enrolment_no')
    .update({ enrolment_no: tx.db.raw(`nextval('enrolment_running')`) });
}

/** Nobody alike: the person is enrolled, and the permit is issued. Under the search lock. */
export async function clearCapture(tx: Tx, capture: Capture): Promise<void> {
  await tx.db.raw('SELECT pg_advisory_xact_lock(?)', [SEARCH_LOCK]);
  await enrolTemplates(tx, capture);
  await moveCapture(tx.db, capture.id, 'cleared');
  await queueJob(tx, 'issue-permit', { captureId: capture.publicId }, `issue-permit:${capture.publicId}`);
  const fact = {
    act: 'capture-cleared',
    subjectKind: 'capture',
    subjectId: capture.publicId,
    purpose: 'duplicate-search',
  };
  await recordAudit(tx, { ...fact, applicationId: capture.applicationId });
}
