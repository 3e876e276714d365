import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { outagesApi } from '@permit/domain/contract/outages-api.ts';
import { attemptCodeFrom, readAttemptCode, showAttemptCode } from '@permit/domain/receipts/attempt-code.ts';
import { ATTEMPT_DAYS } from '@permit/domain/receipts/count-attempt.ts';
import { openReceipt } from '@permit/domain/receipts/signed-receipt.ts';
import { randomBytes } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newId, sha256 } from '../ids.ts';
import { issueReceipt } from '../receipts/issue-receipt.ts';
import { receiptCheck } from '../receipts/receipt-keys.ts';
import { newPersonKey, openJson, personKey, sealJson } from '../vault/person-vault.ts';
import { describeOutage, outageAt } from './outage-store.ts';

type Recorded = OutputOf<typeof outagesApi.recordAttempt>;

interface AttemptRow {
  readonly id: string;
  readonly code: string;
  readonly service_code: string;
  readonly tried_at: Date;
  readonly recorded_at: Date;
  readonly person_id: string;
  readonly sealed: Buffer;
  readonly seen: 'no-page' | 'error' | 'no-slot' | 'payment' | 'upload' | 'other';
  readonly digest: Buffer;
  readonly wrapped_key: Buffer | null;
}

/** What the person saw and how to reach them: only staff who look the attempt up may read it. */
interface SealedAttempt {
  readonly words?: string;
  readonly contact?: string;
}

/** Keeps that somebody could not file, with a receipt that they can show; serves people without an account. */
export async function recordAttempt(
  tx: Tx,
  input: InputOf<typeof outagesApi.recordAttempt>,
): Promise<Recorded> {
  const now = tx.deps.clock.business();
  const triedAt = new Date(input.triedAt);
  if (!serviceCatalogue.find(input.serviceCode, bangkokDate(now)))
    throw new ApiError('refused', { detailCode: 'service-not-offered' });
  const ageDays = (now.getTime() - triedAt.getTime()) / 86_400_000;
  // Nobody has tried tomorrow.
  if (ageDays < -0.01 || ageDays > ATTEMPT_DAYS.recordedWithin.value)
    throw new ApiError('refused', { detailCode: 'tried-when' });
  const { words, contact } = input;
  const sealed: SealedAttempt = { ...(words ? { words } : {}), ...(contact ? { contact } : {}) };
  const person = newPersonKey(tx.deps.keys, newId());
  const code = attemptCodeFrom(randomBytes(8));
  const bytes = sealJson(person, 'draft', sealed);
  const digest = sha256(
    [code, input.serviceCode, triedAt.toISOString(), sha256(bytes).toString('hex')].join('\n'),
  );
  const facts = { code, service_code: input.serviceCode, tried_at: triedAt, recorded_at: now, digest };
  const receipt = await receiptOf(tx, facts);
  await tx.db('people').insert({
    ...{ id: person.personId, wrapped_key: person.wrapped, language: input.language },
    sealed: sealJson(person, 'person', {}),
  });
  await tx.db('attempts').insert({
    ...{ id: newId(), ...facts, person_id: person.personId, sealed: bytes },
    ...{ seen: input.seen, receipt_text: receipt.text },
  });
  const fact = { act: 'attempt-recorded', subjectKind: 'attempt', subjectId: code, purpose: 'when-we-fail' };
  await recordAudit(tx, fact);
  return describeAttempt(tx, code);
}

/** The answer, built from the record; also for a repeated Idempotency-Key. */
export async function describeAttempt(tx: Tx, code: string): Promise<Recorded> {
  const row = await findAttempt(tx, code);
  if (!row) throw notFound();
  const outage = await outageAt(tx.db, row.tried_at);
  return {
    code: showAttemptCode(row.code),
    serviceCode: row.service_code,
    triedAt: row.tried_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    receipt: await receiptOf(tx, row),
    ...(outage ? { outage: describeOutage(outage) } : {}),
  };
}

function receiptOf(
  tx: Tx,
  row: Pick<AttemptRow, 'code' | 'service_code' | 'recorded_at' | 'digest'>,
): ReturnType<typeof issueReceipt> {
  return issueReceipt(tx.deps.keys, {
    kind: 'attempt',
    number: row.code,
    serviceCode: row.service_code,
    receivedAt: row.recorded_at,
    revision: 1,
    digest: row.digest,
  });
}

/** Runs as the job class. */
function findAttempt(tx: Tx, code: string): Promise<AttemptRow | undefined> {
  return tx
    .db('attempts as t')
    .join('people as p', 'p.id', 't.person_id')
    .where('t.code', code)
    .first<AttemptRow | undefined>('t.*', 'p.wrapped_key');
}

/**
 * Staff look an attempt up, by its code or by the receipt's QR. A receipt that we did not sign, or that says another
 * thing than the record, is no receipt. That somebody read the contact is recorded.
 */
export async function checkAttempt(
  tx: Tx,
  input: InputOf<typeof outagesApi.checkAttempt>,
): Promise<OutputOf<typeof outagesApi.checkAttempt>> {
  const code =
    input.code === undefined ? await codeOfReceipt(tx, input.receipt!) : readAttemptCode(input.code);
  const row = code && (await asJob(tx, () => findAttempt(tx, code)));
  if (!row) throw notFound();
  const outage = await outageAt(tx.db, row.tried_at);
  const usedBy = await asJob(tx, () => citedBy(tx, row));
  const sealed = row.wrapped_key
    ? openJson<SealedAttempt>(personKey(tx.deps.keys, row.person_id, row.wrapped_key), 'draft', row.sealed)
    : {};
  const fact = {
    act: 'attempt-checked',
    subjectKind: 'attempt',
    subjectId: row.code,
    purpose: tx.caller.role,
  };
  await recordAudit(tx, fact);
  return {
    code: showAttemptCode(row.code),
    serviceCode: row.service_code,
    triedAt: row.tried_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    seen: row.seen,
    ...sealed,
    ...(outage ? { outage: describeOutage(outage) } : {}),
    usedBy,
  };
}

/** The numbers of the case and of the notices that cited an attempt. Runs as the job class. */
async function citedBy(tx: Tx, { id, code }: AttemptRow): Promise<string[]> {
  const cases = await tx.db('applications').where('counted_attempt', id).pluck<string[]>('number');
  const notices = tx.db('notices').where('attempt_code', code).orderBy('id').limit(50);
  return [...cases, ...(await notices.pluck<string[]>('number'))];
}

async function codeOfReceipt(tx: Tx, text: string): Promise<string | undefined> {
  const reading = await openReceipt(text, receiptCheck(tx.deps.keys));
  return reading.ok && reading.claims.kind === 'attempt' ? reading.claims.number : undefined;
}
