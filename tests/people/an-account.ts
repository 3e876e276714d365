import { createAccount, grantRole } from '@permit/server/accounts/create-account.ts';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { addressMessageJob } from '@permit/server/messages/address-message-job.ts';
import { deliverMessageJob } from '@permit/server/messages/deliver-message-job.ts';
import { smtpMail } from '@permit/server/messages/smtp-mail.ts';
import { newId, newPublicId } from '@permit/server/ids.ts';
import type { Role } from '@permit/domain/staff/roles.ts';
import { apiClient, type ApiClient } from '../../tools/road/api-client.ts';
import type { RoadServer } from '../road/road-server.ts';
import type { SmtpPeer } from '../messages/smtp-peer.ts';

export const PASSWORD = 'a long enough password';
let made = 0;

/** A member of the public with a party and a confirmed address, signed in. */
export async function aPublicAccount(road: RoadServer, role: 'employer' | 'worker' | 'agent') {
  made += 1;
  const username = `${role}-${made}`;
  const email = { address: `${username}@example.org`, confirmed: true };
  const partyId = newPublicId();
  await inTransaction(road.deps, SYSTEM, 'test', async (tx) => {
    const account = await createAccount(tx, { username, password: PASSWORD, displayName: username, email });
    const party = { id: newId(), public_id: partyId, kind: role, person_id: account.personId };
    await tx.db('parties').insert(party);
    await grantRole(tx, account.accountId, { role, partyId: party.id });
  });
  return { username, partyId, email: email.address, client: await signedIn(road, username) };
}

export async function signedIn(road: RoadServer, username: string, password = PASSWORD): Promise<ApiClient> {
  const { accessToken } = await road.nobody.call('signIn', { username, password, delivery: 'body' });
  return apiClient(road.origin, accessToken);
}

/** Gives a demo person's account another role, as the demo's seed would. */
export async function giveRole(road: RoadServer, username: string, role: Role, partyCode: string) {
  await inTransaction(road.deps, SYSTEM, 'test', async (tx) => {
    const index = road.deps.keys.blindIndex('username', username);
    const account = await tx.db('accounts').where('username_index', index).first<{ id: string }>('id');
    const party = await tx.db('parties').where('code', partyCode).first<{ id: string }>('id');
    await grantRole(tx, account.id, { role, partyId: party.id });
  });
}

/** Sends everything that waits to the mail server; answers the letters to an address. */
export async function lettersTo(road: RoadServer, peer: SmtpPeer, address: string) {
  const mail = smtpMail({ url: peer.url, from: 'no-reply@permit.example', requireTls: false });
  const deliver = deliverMessageJob({ mail, sms: undefined, close: () => undefined });
  while (await workOnce(road.deps, 'address-message', addressMessageJob)) continue;
  while (await workOnce(road.deps, 'deliver-message', deliver)) continue;
  mail.close();
  return peer.letters.filter(({ to }) => to?.some((one) => one.address === address));
}
