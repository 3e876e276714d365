import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { draftOf, lockApplicationById, type Application } from '../applications/application-store.ts';
import { serviceOf } from '../applications/service-of.ts';
import { lockCapture } from '../captures/capture-store.ts';
import type { Tx } from '../database/transaction.ts';
import { newId, newPublicId } from '../ids.ts';
import { settleEmployments } from '../employments/settle-employment.ts';
import { PermanentJobFault } from '../jobs/job-kinds.ts';
import type { JobHandler } from '../jobs/run-worker.ts';
import { isAsGranted } from '../print-orders/as-granted.ts';
import { permitPeriod } from './permit-period.ts';
import { nextStatusIndex, permitQr, workerOnQr } from './permit-qr.ts';

/**
 * A granted and paid case whose person was cleared gets its permit and its print order, once. The permit is
 * temporary until the card is in the hand.
 */
export const issuePermitJob: JobHandler = async (_deps, job) => (tx) =>
  issuePermit(tx, job.subject['captureId'] ?? '');

async function issuePermit(tx: Tx, captureId: string): Promise<void> {
  const capture = await lockCapture(tx.db, captureId);
  if (!capture) throw new PermanentJobFault('no such capture');
  const application = await lockApplicationById(tx.db, capture.applicationId);
  if (!application) throw new PermanentJobFault('no such application');
  const issued = await tx.db('permits').where('application_id', application.id).first('id');
  if (issued) return;
  if (application.state !== 'granted')
    throw new PermanentJobFault(`case is ${application.state}, not granted`);
  if (!(await isAsGranted(tx, application))) throw new PermanentJobFault('changed after the grant');
  const visit = await tx
    .db('visits')
    .where('id', capture.visitId)
    .first<{ centre_party: string }>('centre_party');
  const permit = await insertPermit(tx, application);
  await tx.db('print_orders').insert({
    id: newId(),
    public_id: newPublicId(),
    permit_id: permit.id,
    application_id: application.id,
    centre_party: visit.centre_party,
    state: 'queued',
    revision: 1,
  });
  await settleEmployments(tx, [permit.id]);
  tx.ring('render-card');
  const fact = { act: 'permit-issued', subjectKind: 'permit', subjectId: permit.publicId, purpose: 'issue' };
  await recordAudit(tx, { ...fact, applicationId: application.id });
}

async function insertPermit(tx: Tx, application: Application): Promise<{ id: string; publicId: string }> {
  const draft = draftOf(tx.deps.keys, application);
  const service = serviceOf(application);
  const issuedAt = tx.deps.clock.business();
  const filedOn = bangkokDate(application.submittedAt ?? issuedAt);
  const period = permitPeriod(service, draft, { today: bangkokDate(issuedAt), filedOn });
  const permit = { id: newId(), publicId: newPublicId() };
  const { rows } = await tx.db.raw<{ rows: { running: number }[] }>(
    `SELECT nextval('permit_running') AS running`,
  );
  const { running } = rows[0]!;
  const statusIndex = await nextStatusIndex(tx);
  const category = service.section;
  const qr = await permitQr(tx.deps.keys, {
    publicId: permit.publicId,
    kind: 'card',
    statusIndex,
    category,
    period,
    ...(await workerOnQr(tx, application)),
    issuedAt,
  });
  await tx.db('permits').insert({
    id: permit.id,
    public_id: permit.publicId,
    permit_no: permitNumber(bangkokDate(issuedAt), application.facts.provinceCode, running),
    application_id: application.id,
    worker_person: application.workerPerson,
    state: 'temporary',
    category,
    valid_from: period.from,
    valid_to: period.to,
    status_index: statusIndex,
    qr,
  });
  return permit;
}

/** Buddhist year (2), province (2), running number (8). The real form of the number was not found. */
function permitNumber(today: string, provinceCode: string | undefined, running: number): string {
  const year = String((Number(today.slice(0, 4)) + 543) % 100).padStart(2, '0');
  return `${year}${(provinceCode ?? '00').slice(0, 2)}${String(running).padStart(8, '0')}`;
}
