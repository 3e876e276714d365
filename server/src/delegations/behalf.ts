import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { AttorneyAct } from '@permit/domain/catalogue/parties.ts';
import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { Satang } from '@permit/domain/money/satang.ts';
import { openCaseTo } from '../applications/open-case.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { delegationFor, openToAgents, settleAgentAccess } from './case-access-of-agent.ts';

type Attorney = NonNullable<ApplicationDraft['powerOfAttorney']>;

/** For whom an agent files, by which delegation, and the power of attorney that the checks judge. */
export interface Behalf {
  readonly principal: string;
  readonly delegationId: string;
  readonly attorney: Attorney;
}

/** The delegation that lets an agent file this for somebody; without one in force the act is refused. */
export async function behalfOf(
  tx: Tx,
  agent: string,
  principalPublicId: string,
  act: AttorneyAct,
): Promise<Behalf> {
  const principal = await tx
    .db('parties')
    .where('public_id', principalPublicId)
    .first<{ id: string } | undefined>('id');
  if (!principal) throw notFound();
  const delegation = await delegationFor(tx, { from: principal.id, to: agent, act });
  if (!delegation) throw new ApiError('refused', { detailCode: 'no-delegation' });
  const attorney = (await attorneyBy(tx, delegation.id))!;
  return { principal: principal.id, delegationId: delegation.id, attorney };
}

interface AttorneyRow {
  acts: AttorneyAct[];
  valid_from: CalendarDate;
  valid_until: CalendarDate;
  attorneys: number;
  jointly: boolean;
  stamp_duty_satang: number;
  kind: string;
  from_name: string;
  to_name: string;
}

/** A delegation as the check of powers of attorney reads it: what was given, not what the agent types. */
export async function attorneyBy(tx: Tx, delegationId: string): Promise<Attorney | undefined> {
  const row = await tx
    .db('delegations as d')
    .join('parties as f', 'f.id', 'd.from_party')
    .join('parties as t', 't.id', 'd.to_party')
    .where('d.id', delegationId)
    .whereNull('d.revoked_at')
    .first<AttorneyRow | undefined>(
      'd.*',
      'f.kind',
      // People are named by their party's public id: their names are sealed.
      tx.db.raw('left(coalesce(f.name_th, f.public_id), 120) AS from_name'),
      tx.db.raw('left(coalesce(t.name_th, t.public_id), 120) AS to_name'),
    );
  if (!row) return undefined;
  return {
    grantor: row.from_name,
    grantorKind: row.kind === 'worker' ? 'worker' : 'employer',
    attorney: row.to_name,
    acts: row.acts,
    from: row.valid_from,
    until: row.valid_until,
    attorneys: row.attorneys,
    jointly: row.jointly,
    stampDuty: row.stamp_duty_satang as Satang,
  };
}

/** What an agent saves cannot change the power of attorney that the case was begun under. */
export async function keepAttorney(
  tx: Tx,
  applicationId: string,
  { before, draft }: { readonly before: ApplicationDraft; readonly draft: ApplicationDraft },
): Promise<ApplicationDraft> {
  if (before.filerKind !== 'agent') return draft;
  const row = await tx
    .db('applications')
    .where('id', applicationId)
    .first<{ delegation_id: string | null } | undefined>('delegation_id');
  if (!row?.delegation_id) return draft;
  const attorney = await attorneyBy(tx, row.delegation_id);
  const { powerOfAttorney: _typed, ...rest } = draft;
  return { ...rest, filerKind: 'agent', ...(attorney ? { powerOfAttorney: attorney } : {}) };
}

/** Opens a new case to whom it is filed for, or to the agents whom its filer lets act; runs as the job class. */
export async function shareCase(
  tx: Tx,
  { id, filedBy, principal }: { id: string; filedBy: string; principal: string | undefined },
): Promise<void> {
  if (!principal) return openToAgents(tx, filedBy, id);
  await openCaseTo(tx, id, { id: principal }, 'act');
  return settleAgentAccess(tx, { from: principal, to: filedBy, applicationId: id });
}
