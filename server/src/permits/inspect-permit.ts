import { VERIFIER_ANSWERS } from '@permit/domain/cards/verify-permit-qr.ts';
import type { cardProofsApi } from '@permit/domain/contract/card-proofs-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { draftOf, lockApplicationById } from '../applications/application-store.ts';
import { displayName, workerRecordOf } from '../applications/worker-record.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { getEmployment } from '../employments/get-employment.ts';
import { ApiError, notFound } from '../errors.ts';
import { portraitOf } from '../print-orders/card-faces-of.ts';
import { permitOfCode } from './accepted-code.ts';
import { IN_FORCE, type PermitRow } from './permits-in-force.ts';

type Inspected = OutputOf<typeof cardProofsApi.inspectPermit>;

/**
 * What stands behind a code: face and live employer. An inspector sees it of anybody whose code is good, an employer of
 * those whom they employ (to everybody else "not yours" and "not there" are one answer); each look is written down with
 * its purpose.
 */
export async function inspectPermit(
  tx: Tx,
  { qr, reason }: InputOf<typeof cardProofsApi.inspectPermit>,
): Promise<Inspected> {
  const { permit, answer, listIssuedAt } = await asJob(tx, () => permitOfCode(tx, qr, VERIFIER_ANSWERS));
  const isInspector = tx.caller.role === 'inspector';
  const purpose = isInspector ? 'inspection' : 'own-worker';
  const { employments } = await getEmployment(tx, { permitId: permit.public_id, purpose });
  const now = employments.filter(({ current }) => current);
  if (!isInspector && now.length === 0) throw notFound();
  const person = await asJob(tx, () => readPerson(tx, permit));
  const fact = { act: 'permit-inspected', subjectKind: 'permit', subjectId: permit.public_id };
  await recordAudit(tx, {
    ...fact,
    purpose,
    applicationId: permit.application_id,
    detail: { answer, ...(reason ? { reason } : {}) },
  });
  return {
    answer,
    asOf: listIssuedAt,
    permitNo: permit.permit_no,
    state: permit.state,
    validTo: permit.valid_to,
    ...person,
    employers: now.map(({ employerName: name, from, provinceCode }) => ({
      name,
      from,
      ...(provinceCode ? { provinceCode } : {}),
    })),
  };
}

/** Name and face; of a permit that has ended nobody's face is shown any more. */
async function readPerson(tx: Tx, permit: PermitRow): Promise<Pick<Inspected, 'workerName' | 'photo'>> {
  const application = await lockApplicationById(tx.db, permit.application_id);
  if (!application) throw notFound();
  if (!application.workerKeyWrapped) throw new ApiError('erased');
  const workerName = displayName(workerRecordOf(draftOf(tx.deps.keys, application)).names);
  if (!IN_FORCE.includes(permit.state)) return { workerName };
  return { workerName, photo: (await portraitOf(tx, application)).toString('base64') };
}
