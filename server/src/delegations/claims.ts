import type { delegationsApi } from '@permit/domain/contract/delegations-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { holderOf } from '../accounts/account-holder.ts';
import {
  findAccountById,
  findAccountByUsername,
  rolesOf,
  usernameIndex,
  type Account,
} from '../accounts/account-store.ts';
import { grantRole } from '../accounts/create-account.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { newId, newPublicId } from '../ids.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { endSessionsOf } from '../people/sessions.ts';
import { openJson, personKey, sealJson } from '../vault/person-vault.ts';
import { NO_WORDS, openWords, sealWords } from '../vault/sealed-words.ts';
import { endDelegations } from './delegations.ts';

interface Evidence {
  readonly statement: string;
  readonly papers: readonly string[];
}

interface ClaimRow {
  id: string;
  public_id: string;
  claimant_account: string;
  claimant_person: string;
  target_account: string;
  target_party: string;
  evidence_sealed: Buffer;
  claimed_at: Date;
  decided_at: Date | null;
  upheld: boolean | null;
  reason_sealed: Buffer | null;
}

/** Claims an account that was opened for me and that somebody else holds. A name that is none is "not found". */
export function claimAccount(
  tx: Tx,
  input: InputOf<typeof delegationsApi.claimAccount>,
): Promise<OutputOf<typeof delegationsApi.claimAccount>> {
  return asJob(tx, async () => {
    const claimant = (await findAccountById(tx.db, tx.caller.accountId!))!;
    const target = await findAccountByUsername(tx.db, usernameIndex(tx.deps.keys, input.username));
    const own = target && (await rolesOf(tx.db, target.id)).find(({ role }) => role === tx.caller.role);
    if (!target || !own || target.id === claimant.id) throw notFound();
    const key = personKey(tx.deps.keys, claimant.personId, claimant.personKeyWrapped!);
    const claimId = newPublicId();
    await tx.db('account_claims').insert({
      id: newId(),
      public_id: claimId,
      claimant_account: claimant.id,
      claimant_person: claimant.personId,
      claimant_party: actingParty(tx),
      target_account: target.id,
      target_party: own.partyId,
      evidence_sealed: sealJson(key, 'message', { statement: input.statement, papers: input.papers }),
    });
    await audit(tx, 'account-claimed', claimId, {});
    return { claimId };
  });
}

/** A claimant sees their own claims, an officer all that are open. */
export async function listClaims(tx: Tx): Promise<OutputOf<typeof delegationsApi.listClaims>> {
  const query = tx.db('account_claims').orderBy('id', 'desc').limit(100);
  if (tx.caller.callerClass === 'officer') query.whereNull('decided_at');
  const rows = await query.select<ClaimRow[]>();
  return asJob(tx, async () => {
    const claims = [];
    for (const row of rows) claims.push(await describeClaim(tx, row));
    if (rows.length > 0)
      await audit(tx, 'claims-read', tx.requestId, { claims: rows.map((row) => row.public_id) });
    return { claims };
  });
}

async function describeClaim(tx: Tx, row: ClaimRow) {
  const claimant = (await findAccountById(tx.db, row.claimant_account))!;
  const target = (await findAccountById(tx.db, row.target_account))!;
  const { statement, papers } = evidenceOf(tx, claimant, row);
  const holder = { id: claimant.personId, wrappedKey: claimant.personKeyWrapped };
  const reason = openWords(tx.deps.keys, holder, row.reason_sealed);
  const cases = await tx
    .db('applications')
    .where('filed_by_party', row.target_party)
    .count<{ count: number }[]>('*');
  return {
    claimId: row.public_id,
    claimedAt: row.claimed_at.toISOString(),
    claimant: holderOf(tx.deps.keys, claimant).displayName,
    username: holderOf(tx.deps.keys, target).username,
    statement,
    papers: [...papers],
    cases: cases[0]!.count,
    ...(row.decided_at ? { decidedAt: row.decided_at.toISOString() } : {}),
    ...(row.upheld === null ? {} : { upheld: row.upheld }),
    ...(reason ? { reason } : {}),
  };
}

function evidenceOf(tx: Tx, claimant: Account, row: ClaimRow): Evidence {
  if (!claimant.personKeyWrapped) return { statement: '', papers: [] };
  const key = personKey(tx.deps.keys, claimant.personId, claimant.personKeyWrapped);
  return openJson<Evidence>(key, 'message', row.evidence_sealed);
}

function reasonOf(tx: Tx, { personId, personKeyWrapped: wrapped }: Account, reason: string): Buffer {
  return wrapped ? sealWords(personKey(tx.deps.keys, personId, wrapped), reason) : NO_WORDS;
}

/** An officer decides; upheld, the account's sessions end and its party, with every case, goes to the claimant. */
export function decideClaim(
  tx: Tx,
  input: InputOf<typeof delegationsApi.decideClaim>,
): Promise<Record<string, never>> {
  return asJob(tx, async () => {
    const claim = await tx
      .db('account_claims')
      .where('public_id', input.claimId)
      .forUpdate()
      .first<ClaimRow | undefined>();
    if (!claim) throw notFound();
    if (claim.decided_at) throw new ApiError('wrong-state');
    const claimant = (await findAccountById(tx.db, claim.claimant_account))!;
    await tx
      .db('account_claims')
      .where('id', claim.id)
      .update({
        decided_by: tx.caller.personId,
        decided_at: tx.db.fn.now(),
        upheld: input.upheld,
        reason_sealed: reasonOf(tx, claimant, input.reason),
      });
    if (input.upheld) await giveBack(tx, claim, claimant);
    await audit(tx, 'claim-decided', input.claimId, { upheld: input.upheld });
    const to = { account: claim.claimant_account };
    await queueMessage(tx, { event: 'claim-decided', key: `claim:${input.claimId}:decided`, to, values: {} });
    return {};
  });
}

/** Nothing is copied and nothing is lost: cases, bills and permits hang on the party, and the party changes hands. */
async function giveBack(tx: Tx, claim: ClaimRow, claimant: Account): Promise<void> {
  const held = { account_id: claim.target_account, party_id: claim.target_party };
  const roles = await tx
    .db('account_roles')
    .where(held)
    .whereRaw('(valid_until IS NULL OR valid_until > now())')
    .update({ valid_until: tx.db.fn.now() })
    .returning<{ role: 'worker' | 'employer' }[]>('role');
  for (const { role } of roles)
    await grantRole(tx, claim.claimant_account, { role, partyId: claim.target_party });
  // A token carries its roles: with the sessions, their refresh ends too, and the account itself.
  await endSessionsOf(tx, claim.target_account, 'account-taken-back');
  await tx.db('machine_keys').where(held).whereNull('revoked_at').update({ revoked_at: tx.db.fn.now() });
  const reason = reasonOf(tx, claimant, 'account-taken-back');
  await endDelegations(tx, { from_party: claim.target_party }, reason);
  await queueMessage(tx, {
    event: 'account-taken-back',
    key: `claim:${claim.public_id}:taken-back`,
    to: { account: claim.target_account },
    values: {},
  });
}

const audit = (tx: Tx, act: string, subjectId: string, detail: Record<string, unknown>) =>
  recordAudit(tx, { act, subjectKind: 'account-claim', subjectId, purpose: 'account-claim', detail });
