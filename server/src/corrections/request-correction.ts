import { bangkokDate, bangkokInstant } from '@permit/domain/calendar/bangkok-time.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import { dueDate } from '@permit/domain/calendar/legal-clock.ts';
import { ApplicationDraftSchema, type ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { valueAt } from '@permit/domain/catalogue/condition.ts';
import type { correctionsApi } from '@permit/domain/contract/corrections-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { CORRECTION_CLOCK } from '@permit/domain/lifecycle/correction-clock.ts';
import { withValueAt } from '@permit/domain/lifecycle/item-paths.ts';
import { changesTheCard } from '@permit/domain/lifecycle/printed-fields.ts';
import {
  caseKey,
  draftOf,
  lockApplicationById,
  type Application,
} from '../applications/application-store.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { permitOf } from '../permits/permits-in-force.ts';
import { sealJson } from '../vault/person-vault.ts';
import { describeCorrection, findCorrection, type AskedCorrection } from './correction-store.ts';

type Input = InputOf<typeof correctionsApi.requestCorrection>;
type Output = OutputOf<typeof correctionsApi.requestCorrection>;

/** Permits whose data may still be corrected: an expired one too, because a renewal repeats its data. */
const CORRECTABLE_STATES = ['temporary', 'active', 'renewal-pending', 'expired'];

/** Somebody says what a permit says wrongly; the registrar decides. */
export async function requestCorrection(tx: Tx, input: Input): Promise<Output> {
  const permit = await permitOf(tx, input.permitId, false);
  if (!CORRECTABLE_STATES.includes(permit.state))
    throw new ApiError('wrong-state', { detailCode: 'permit-ended' });
  const application = await lockApplicationById(tx.db, permit.application_id);
  if (!application) throw notFound();
  const open = await tx.db('corrections').where({ permit_id: permit.id, state: 'asked' }).first('id');
  if (open) throw new ApiError('wrong-state', { detailCode: 'correction-asked-already' });
  const asked = askedOf(tx, application, input);
  const publicId = newPublicId();
  const fields = asked.changes.map(({ field }) => field);
  await tx.db('corrections').insert({
    id: newId(),
    public_id: publicId,
    permit_id: permit.id,
    application_id: application.id,
    state: 'asked',
    due_at: decideBy(tx.deps.clock.business()),
    source: input.source,
    fields,
    printed: changesTheCard(fields),
    reprint_wanted: input.reprintWanted,
    asked_sealed: sealJson(caseKey(tx.deps.keys, application), 'correction', asked),
    evidence_document: await evidenceOf(tx, application, input.evidenceDocumentId),
    asked_by: tx.caller.personId!,
    asked_at: tx.deps.clock.business(),
  });
  const fact = { act: 'correction-asked', subjectKind: 'permit', subjectId: permit.public_id };
  const detail = { fields, source: input.source };
  await recordAudit(tx, { ...fact, applicationId: application.id, purpose: 'correction', detail });
  return rebuildCorrection(tx, publicId);
}

/** The changes with what stands there now; refused where a value cannot stand there or nothing would change. */
function askedOf(tx: Tx, application: Application, input: Input): AskedCorrection {
  const draft = draftOf(tx.deps.keys, application);
  const changes = input.changes.map(({ field, value }) => {
    const before = valueAt(draft, field) as (typeof input.changes)[number]['value'] | undefined;
    return { field, value, ...(before === undefined ? {} : { before }) };
  });
  if (new Set(changes.map(({ field }) => field)).size < changes.length)
    throw new ApiError('invalid-input', { detailCode: 'field-named-twice' });
  const same = changes.filter(({ value, before }) => JSON.stringify(value) === JSON.stringify(before));
  if (same.length > 0)
    throw new ApiError('refused', {
      detailCode: 'nothing-changes',
      fields: same.map(({ field }) => ({ path: field, code: 'nothing-changes' })),
    });
  correctedDraft(draft, changes);
  return { changes, note: input.note };
}

/** The draft with the changes laid over it; refused by the names of those that cannot stand there. */
export function correctedDraft(
  draft: ApplicationDraft,
  changes: AskedCorrection['changes'],
): ApplicationDraft {
  const changed = changes.reduce((whole, { field, value }) => withValueAt(whole, field, value), draft);
  const parsed = ApplicationDraftSchema.safeParse(changed);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => ({ path: path.join('.'), code: 'not-a-value' }));
  throw new ApiError('invalid-input', { fields });
}

async function evidenceOf(
  tx: Tx,
  application: Application,
  documentId: string | undefined,
): Promise<string | null> {
  if (!documentId) return null;
  const row = await tx
    .db('documents')
    .where({ public_id: documentId, application_id: application.id })
    .first<{ id: string } | undefined>('id');
  if (!row) throw notFound();
  return row.id;
}

function decideBy(now: Date): Date {
  const lastDay = dueDate(CORRECTION_CLOCK, bangkokDate(now), holidayDates());
  return new Date(bangkokInstant(lastDay, '23:59').getTime() + 59_000);
}

/** A correction as it stands; also built again for a repeated key. */
export async function rebuildCorrection(tx: Tx, publicId: string): Promise<Output> {
  const row = await findCorrection(tx, publicId);
  if (!row) throw notFound();
  return describeCorrection(tx, row);
}
