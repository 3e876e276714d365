import type { peopleApi } from '@permit/domain/contract/people-api.ts';
import type { InputOf } from '@permit/domain/contract/endpoint.ts';
import { readPhone } from '@permit/domain/people/phone.ts';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { holderOf, sealHolder, type AccountHolder, type Channel } from '../accounts/account-holder.ts';
import { findAccountById, type Account } from '../accounts/account-store.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { newId } from '../ids.ts';
import { writeMessage } from '../messages/address-message-job.ts';
import { personKey } from '../vault/person-vault.ts';
import { ownAccount } from './own-account.ts';
import { issueCode, useCode } from './one-time-code.ts';

interface ContactInput {
  readonly channel: Channel;
  readonly address: string;
}

const Email = z.email();

/** A new address waits beside the old one until the code that went to it is typed. */
export function setContact(
  tx: Tx,
  input: InputOf<typeof peopleApi.setContact>,
): Promise<Record<string, never>> {
  return asJob(tx, async () => {
    const account = await ownAccount(tx);
    await holdContact(tx, account, input, 'contact-code');
    return {};
  });
}

/** The address that was given at registration; the welcome brings its code. */
export async function setFirstContact(tx: Tx, accountId: string, contact: ContactInput): Promise<void> {
  const account = await findAccountById(tx.db, accountId);
  if (account) await holdContact(tx, account, contact, 'account-registered');
}

export function confirmContact(
  tx: Tx,
  input: InputOf<typeof peopleApi.confirmContact>,
): Promise<Record<string, never>> {
  return asJob(tx, async () => {
    const account = await ownAccount(tx);
    const { pending, ...holder } = holderOf(tx.deps.keys, account);
    if (!pending || !(await useCode(tx, account.id, 'contact', input.code)))
      throw new ApiError('refused', { detailCode: 'code-wrong', commit: true });
    const contact = { address: pending.address, confirmed: true };
    await saveHolder(tx, account, { ...holder, [pending.channel === 'email' ? 'email' : 'phone']: contact });
    const fact = { act: 'contact-confirmed', subjectKind: 'account', subjectId: account.publicId };
    await recordAudit(tx, { ...fact, purpose: 'own-account', detail: { channel: pending.channel } });
    return {};
  });
}

async function holdContact(
  tx: Tx,
  account: Account,
  { channel, address: typed }: ContactInput,
  event: 'contact-code' | 'account-registered',
): Promise<void> {
  const address = channel === 'sms' ? readPhone(typed) : Email.safeParse(typed).data;
  if (!address) throw new ApiError('invalid-input', { fields: [{ path: 'address', code: 'no-address' }] });
  const code = await issueCode(tx, account.id, 'contact');
  if (!code) throw new ApiError('too-many-requests', { retryAfterSeconds: 3_600 });
  await saveHolder(tx, account, { ...holderOf(tx.deps.keys, account), pending: { channel, address } });
  await sendCode(tx, account, { event, channel, address, code });
}

/** A message with a code goes to one address, whatever the account's others are. */
export async function sendCode(
  tx: Tx,
  account: Account,
  message: {
    event: 'contact-code' | 'account-registered' | 'recovery-code';
    channel: Channel;
    address: string;
    code: string;
  },
): Promise<void> {
  const { event, channel, address, code } = message;
  const eventId = newId();
  await tx.db('message_events').insert({
    id: eventId,
    event_key: `code:${eventId}`,
    event,
    recipient_kind: 'account',
    recipient_id: account.id,
  });
  await writeMessage(tx, account, { eventId, channel, address, code });
}

async function saveHolder(tx: Tx, account: Account, holder: AccountHolder): Promise<void> {
  const key = personKey(tx.deps.keys, account.personId, account.personKeyWrapped!);
  await tx
    .db('accounts')
    .where('id', account.id)
    .update({ profile_sealed: sealHolder(key, holder) });
}
