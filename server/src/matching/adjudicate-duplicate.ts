import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { stationsApi } from '@permit/domain/contract/stations-api.ts';
import { nameOf } from '../applications/application-lookup.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { lockCapture, moveCapture } from '../captures/capture-store.ts';
import { asBusinessTime } from '../clock.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { sealWordsOf } from '../people/words-of-people.ts';
import { clearCapture } from './search-person-job.ts';

interface HoldRow {
  id: string;
  capture_id: string;
  application_id: string;
  number: string;
  state_since: Date;
  worker_person: string;
  wrapped_key: Buffer | null;
  sealed: Buffer;
}

interface CandidateRow {
  capture_id: string;
  number: string | null;
  permit_no: string | null;
  person_id: string;
  worker_person: string;
  wrapped_key: Buffer | null;
  sealed: Buffer;
  scores: Record<string, number>;
}

/**
 * Captures that wait for an officer of the case's own office. The other person's name is shown to that officer
 * although their case may lie elsewhere: without it nobody could decide. The reading is recorded.
 */
export async function listHolds(tx: Tx): Promise<OutputOf<typeof stationsApi.listHolds>> {
  const holds = await tx
    .db('captures as c')
    .join('applications as a', 'a.id', 'c.application_id')
    .join('people as p', 'p.id', 'a.worker_person')
    .where('c.state', 'held')
    .orderBy('c.state_since')
    .limit(100)
    .select<HoldRow[]>(
      'c.id',
      'c.public_id as capture_id',
      'a.public_id as application_id',
      'a.number',
      'c.state_since',
      'a.worker_person',
      'p.wrapped_key',
      'p.sealed',
    );
  const candidates = await asJob(tx, () =>
    candidatesOf(
      tx,
      holds.map(({ id }) => id),
    ),
  );
  for (const hold of holds) {
    const fact = {
      act: 'hold-read',
      subjectKind: 'capture',
      subjectId: hold.capture_id,
      purpose: 'adjudication',
    };
    const shown = candidates.filter(({ capture_id }) => capture_id === hold.id).map(({ number }) => number);
    await recordAudit(tx, { ...fact, detail: { candidates: shown } });
  }
  return {
    holds: holds.map((hold) => ({
      captureId: hold.capture_id,
      applicationId: hold.application_id,
      applicationNo: hold.number,
      workerName: nameOf(tx.deps.keys, hold),
      heldSince: asBusinessTime(tx.deps.clock, hold.state_since).toISOString(),
      candidates: candidates
        .filter(({ capture_id }) => capture_id === hold.id)
        .map((row) => ({
          applicationNo: row.number ?? '',
          workerName: nameOf(tx.deps.keys, { ...row, worker_person: row.person_id }),
          ...(row.permit_no ? { permitNo: row.permit_no } : {}),
          scores: row.scores,
        })),
    })),
  };
}

function candidatesOf(tx: Tx, captureIds: readonly string[]): Promise<CandidateRow[]> {
  return tx
    .db('hold_candidates as h')
    .join('people as p', 'p.id', 'h.person_id')
    .leftJoin('applications as a', 'a.id', 'h.application_id')
    .leftJoin('permits as m', 'm.application_id', 'a.id')
    .whereIn('h.capture_id', [...captureIds])
    .select<CandidateRow[]>(
      'h.capture_id',
      'h.person_id',
      'h.scores',
      'a.number',
      'm.permit_no',
      'p.wrapped_key',
      'p.sealed',
    );
}

/** An officer decides whether two are one person; the same person gets no second permit. */
export async function adjudicateDuplicate(
  tx: Tx,
  input: InputOf<typeof stationsApi.adjudicateDuplicate>,
): Promise<OutputOf<typeof stationsApi.adjudicateDuplicate>> {
  const capture = await lockCapture(tx.db, input.captureId);
  if (!capture) throw notFound();
  if (capture.state !== 'held') throw new ApiError('wrong-state');
  await tx.db('adjudications').insert({
    capture_id: capture.id,
    same_person: input.samePerson,
    reason_sealed: await sealWordsOf(tx, capture.workerPerson, input.reason),
    decided_by: tx.caller.personId ?? null,
  });
  const fact = {
    act: 'duplicate-decided',
    subjectKind: 'capture',
    subjectId: capture.publicId,
    purpose: 'adjudication',
  };
  await recordAudit(tx, {
    ...fact,
    applicationId: capture.applicationId,
    detail: { samePerson: input.samePerson },
  });
  if (!input.samePerson) {
    await asJob(tx, () => clearCapture(tx, capture));
    return { state: 'cleared' };
  }
  await setReason(tx, 'same-person');
  await moveCapture(tx.db, capture.id, 'rejected', { reason: 'same-person' });
  return { state: 'rejected' };
}
