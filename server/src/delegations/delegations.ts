import { bangkokDate, bangkokInstant } from '@permit/domain/calendar/bangkok-time.ts';
import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { delegationsApi } from '@permit/domain/contract/delegations-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { decideDelegation, delegationState } from '@permit/domain/delegations/decide-delegation.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Clock } from '../clock.ts';
import { asJob, inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { ApiError, notFound, requireAllowed } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { newId, newPublicId } from '../ids.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { sealWordsOf } from '../people/words-of-people.ts';
import { settleAgentAccess } from './case-access-of-agent.ts';
import { partyNames } from './party-names.ts';

type Grant = InputOf<typeof delegationsApi.grantDelegation>;

const DAY_MS = 86_400_000;

/** Dates are of business time; who may see a case is asked of the real clock, so the distance of a demo clock goes in. */
function realInstant(clock: Clock, day: CalendarDate): Date {
  return new Date(
    bangkokInstant(day, '00:00').getTime() - clock.business().getTime() + clock.now().getTime(),
  );
}

/** Gives a power of attorney; the giver's cases of its acts are open to the agent from its first day. */
export async function grantDelegation(
  tx: Tx,
  input: Grant,
): Promise<OutputOf<typeof delegationsApi.grantDelegation>> {
  const [from, until] = [input.validFrom as CalendarDate, input.validUntil as CalendarDate];
  const { clock } = tx.deps;
  requireAllowed(decideDelegation({ ...input, from, until }, bangkokDate(clock.business())));
  const to = await tx
    .db('parties')
    .where({ public_id: input.agentPartyId, kind: 'agent' })
    .first<{ id: string } | undefined>('id');
  if (!to) throw notFound();
  const giver = actingParty(tx);
  const ids = { id: newId(), publicId: newPublicId() };
  await tx.db('delegations').insert({
    id: ids.id,
    public_id: ids.publicId,
    from_party: giver,
    to_party: to.id,
    acts: [...new Set(input.acts)],
    valid_from: from,
    valid_until: until,
    starts_at: realInstant(clock, from),
    ends_at: new Date(realInstant(clock, until).getTime() + DAY_MS),
    attorneys: input.attorneys,
    jointly: input.jointly,
    stamp_duty_satang: input.stampDutySatang,
    paper_reference: input.paperReference ?? null,
    given_by: tx.caller.personId,
  });
  await asJob(tx, () => openDelegation(tx, { id: ids.id, from: giver, to: to.id }));
  const fact = { act: 'delegation-given', subjectKind: 'delegation', subjectId: ids.publicId };
  await recordAudit(tx, { ...fact, purpose: 'delegation', detail: { acts: input.acts } });
  for (const party of [giver, to.id])
    await queueMessage(tx, {
      event: 'delegation-given',
      key: `delegation:${ids.publicId}:given:${party}`,
      to: { party },
      values: { until },
    });
  return { delegationId: ids.publicId };
}

async function openDelegation(tx: Tx, given: { id: string; from: string; to: string }): Promise<void> {
  await settleAgentAccess(tx, given);
  await tx
    .db('delegations')
    .where('id', given.id)
    .whereRaw('starts_at <= now()')
    .update({ opened_at: tx.db.fn.now() });
}

/** Opens the cases of delegations whose first day has come; repeated by the worker. */
export function openDueDelegations(deps: Deps): Promise<void> {
  return inTransaction(deps, SYSTEM, 'open-delegations', async (tx) => {
    const due = await tx
      .db('delegations')
      .whereNull('opened_at')
      .whereNull('revoked_at')
      .whereRaw('starts_at <= now()')
      .limit(200)
      .select<{ id: string; from_party: string; to_party: string }[]>('id', 'from_party', 'to_party');
    for (const { id, from_party: from, to_party: to } of due) await openDelegation(tx, { id, from, to });
  });
}

/** Taken back by its giver or laid down by the agent: from this instant the agent sees nothing of its cases. */
export async function revokeDelegation(
  tx: Tx,
  input: InputOf<typeof delegationsApi.revokeDelegation>,
): Promise<Record<string, never>> {
  const known = await tx
    .db('delegations')
    .where('public_id', input.delegationId)
    .first<{ id: string } | undefined>('id');
  if (!known) throw notFound();
  const reason = await sealWordsOf(tx, tx.caller.personId!, input.reason);
  return asJob(tx, async () => {
    const ended = await endDelegations(tx, { id: known.id }, reason);
    if (ended === 0) throw new ApiError('wrong-state');
    return {};
  });
}

/**
 * Ends the delegations that fit, with everything that hangs on them; answers how many. `reason` is sealed under the
 * key of whoever ends them. Runs as the job class.
 */
export async function endDelegations(
  tx: Tx,
  which: { id: string } | { from_party: string; to_party?: string },
  reason: Buffer,
): Promise<number> {
  const rows = await tx
    .db('delegations')
    .where(which)
    .whereNull('revoked_at')
    .update({
      revoked_at: tx.db.fn.now(),
      revoked_by: tx.caller.personId ?? null,
      revoked_reason_sealed: reason,
    })
    .returning<{ public_id: string; from_party: string; to_party: string }[]>([
      'public_id',
      'from_party',
      'to_party',
    ]);
  for (const { public_id: publicId, from_party: from, to_party: to } of rows) {
    await settleAgentAccess(tx, { from, to });
    const fact = { act: 'delegation-ended', subjectKind: 'delegation', subjectId: publicId };
    await recordAudit(tx, { ...fact, purpose: 'delegation' });
    for (const party of [from, to]) {
      const key = `delegation:${publicId}:ended:${party}`;
      await queueMessage(tx, { event: 'delegation-ended', key, to: { party }, values: {} });
    }
  }
  return rows.length;
}

interface DelegationRow {
  public_id: string;
  acts: Grant['acts'];
  valid_from: CalendarDate;
  valid_until: CalendarDate;
  stamp_duty_satang: number;
  paper_reference: string | null;
  revoked_at: Date | null;
  from_party: string;
  from_public: string;
  from_name: string | null;
  from_person: string | null;
  to_party: string;
  to_public: string;
  to_name: string | null;
  to_person: string | null;
  cases: number;
}

/** Both sides see it: who gave it and who holds it. */
export async function listDelegations(tx: Tx): Promise<OutputOf<typeof delegationsApi.listDelegations>> {
  const rows = await tx
    .db('delegations as d')
    .join('parties as f', 'f.id', 'd.from_party')
    .join('parties as t', 't.id', 'd.to_party')
    .orderBy('d.id', 'desc')
    .limit(200)
    .select<DelegationRow[]>(
      'd.*',
      'f.public_id as from_public',
      'f.name_th as from_name',
      'f.person_id as from_person',
      't.public_id as to_public',
      't.name_th as to_name',
      't.person_id as to_person',
      tx.db.raw(`(SELECT count(*) FROM applications a
        WHERE coalesce(a.principal_party, a.filed_by_party) = d.from_party) AS cases`),
    );
  const sides = rows.flatMap((row) => [
    { id: row.from_party, registeredName: row.from_name, person: row.from_person },
    { id: row.to_party, registeredName: row.to_name, person: row.to_person },
  ]);
  const names = await partyNames(tx, sides);
  const today = bangkokDate(tx.deps.clock.business());
  const delegations = rows.map((row) => {
    const dates = { from: row.valid_from, until: row.valid_until, takenBack: row.revoked_at !== null };
    return {
      delegationId: row.public_id,
      from: { partyId: row.from_public, name: names.get(row.from_party) ?? '' },
      to: { partyId: row.to_public, name: names.get(row.to_party) ?? '' },
      acts: [...row.acts],
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      stampDutySatang: row.stamp_duty_satang,
      ...(row.paper_reference ? { paperReference: row.paper_reference } : {}),
      state: delegationState(dates, today),
      given: tx.caller.partyIds.includes(row.from_party),
      cases: row.cases,
    };
  });
  return { delegations };
}
