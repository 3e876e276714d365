import { messageRule } from '@permit/domain/messages/message-events.ts';
import { confirmedAddresses, holderOf, type Channel } from '../accounts/account-holder.ts';
import { findAccountById, type Account } from '../accounts/account-store.ts';
import { inTransaction, setReason, SYSTEM, type Tx } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { PermanentJobFault } from '../jobs/job-kinds.ts';
import { queueJob } from '../jobs/queue-job.ts';
import type { JobHandler } from '../jobs/run-worker.ts';
import { personKey, sealBytes } from '../vault/person-vault.ts';
import { findMessageEvent, recipientsOf } from './message-store.ts';

/** Finds out whom an event is told and where, and writes one line of the delivery log for each address. */
export const addressMessageJob: JobHandler = async (deps, job) => {
  const eventId = job.subject['eventId'] ?? '';
  const found = await inTransaction(deps, SYSTEM, `job:${job.id}`, async (tx) => {
    const event = await findMessageEvent(tx.db, eventId);
    return event && { event, accounts: await recipientsOf(tx.db, event) };
  });
  const rule = found && messageRule(found.event.event);
  if (!found || !rule) throw new PermanentJobFault('no such message event');
  return async (tx) => {
    for (const id of found.accounts) {
      const account = await findAccountById(tx.db, id);
      if (account) await addressTo(tx, account, { eventId, everywhere: rule.security });
    }
  };
};

async function addressTo(
  tx: Tx,
  account: Account,
  message: { eventId: string; everywhere: boolean },
): Promise<void> {
  const addresses = confirmedAddresses(holderOf(tx.deps.keys, account));
  const chosen = message.everywhere ? addresses : addresses.slice(0, 1);
  for (const to of chosen) await writeMessage(tx, account, { eventId: message.eventId, ...to });
  if (chosen.length === 0) await writeGivenUp(tx, account, message.eventId);
}

/** One line of the delivery log, and the job that works it off; `code` is sealed beside the address. */
export async function writeMessage(
  tx: Tx,
  account: Account,
  message: { eventId: string; channel: Channel; address: string; code?: string },
): Promise<void> {
  const { eventId, channel, address, code } = message;
  const key = personKey(tx.deps.keys, account.personId, account.personKeyWrapped!);
  const id = newId();
  const sealed = (text: string) => sealBytes(key, 'message', Buffer.from(text));
  const rows = await tx
    .db('messages')
    .insert({
      id,
      event_id: eventId,
      account_id: account.id,
      channel,
      address_sealed: sealed(address),
      code_sealed: code ? sealed(code) : null,
      state: 'queued',
      next_at: tx.db.fn.now(),
    })
    .onConflict(['event_id', 'account_id', 'channel'])
    .ignore()
    .returning('id');
  if (rows.length > 0) await queueJob(tx, 'deliver-message', { messageId: id });
}

async function writeGivenUp(tx: Tx, account: Account, eventId: string): Promise<void> {
  await setReason(tx, 'no-confirmed-address');
  const row = { id: newId(), event_id: eventId, account_id: account.id, state: 'given-up' };
  await tx.db('messages').insert({ ...row, last_problem: 'no-confirmed-address' });
  await setReason(tx, '');
}
