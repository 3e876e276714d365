import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { papersApi } from '@permit/domain/contract/papers-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { queueJob } from '../jobs/queue-job.ts';
import { bundleOf, describeBundle } from './bundle-store.ts';

/** A bundle holds names: it is there for two days, and then only to be asked for again. */
const LIFE_MS = 48 * 3_600_000;

/** Begins a bundle of cases that the caller may see, all of them; the papers are made by a job. */
export async function requestBundle(
  tx: Tx,
  { applicationIds, kinds, language }: InputOf<typeof papersApi.requestBundle>,
): Promise<OutputOf<typeof papersApi.requestBundle>> {
  const cases = await tx
    .db('applications')
    .whereIn('public_id', applicationIds)
    .orderBy('number')
    .orderBy('id')
    .select<{ id: string }[]>('id');
  if (cases.length !== applicationIds.length) throw notFound();
  const bundle = { id: newId(), public_id: newPublicId() };
  await tx.db('bundles').insert({
    ...bundle,
    person_id: tx.caller.personId,
    kinds,
    language: language ?? null,
    expires_at: new Date(tx.deps.clock.now().getTime() + LIFE_MS),
  });
  await tx
    .db('bundle_cases')
    .insert(cases.map(({ id }, position) => ({ bundle_id: bundle.id, position, application_id: id })));
  await queueJob(tx, 'prepare-bundle', { bundleId: bundle.id });
  const fact = { act: 'bundle-requested', subjectKind: 'bundle', subjectId: bundle.public_id };
  await recordAudit(tx, { ...fact, purpose: 'own-case', detail: { cases: cases.length, kinds } });
  return describeBundle(tx, await bundleOf(tx, bundle.public_id));
}

/** How far a bundle is. */
export async function getBundle(
  tx: Tx,
  { bundleId }: InputOf<typeof papersApi.getBundle>,
): Promise<OutputOf<typeof papersApi.getBundle>> {
  return describeBundle(tx, await bundleOf(tx, bundleId));
}
