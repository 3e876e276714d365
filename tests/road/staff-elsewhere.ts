import type { Role } from '@permit/domain/staff/roles.ts';
import { usernameIndex } from '@permit/server/accounts/account-store.ts';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import { issueAccessToken } from '@permit/server/http/access-token.ts';
import { newId } from '@permit/server/ids.ts';
import { generateSync } from 'otplib/functional';
import { apiClient, type ApiClient } from '../../tools/road/api-client.ts';
import type { RoadServer } from './road-server.ts';

interface AccountRow {
  readonly id: string;
  readonly public_id: string;
  readonly person_id: string;
}

/** A person of the demo who works at another place or in another role than theirs, by a token made for them. */
export async function staffElsewhere(
  road: RoadServer,
  { username, role, place }: { username: string; role: Role; place: string },
): Promise<ApiClient> {
  const { account, party } = await inTransaction(road.deps, SYSTEM, 'test', async (tx) => ({
    account: await tx
      .db('accounts')
      .where('username_index', usernameIndex(road.deps.keys, username))
      .first<AccountRow>('id', 'public_id', 'person_id'),
    party: await tx.db('parties').where('code', place).first<{ id: string }>('id'),
  }));
  const roles = [{ role, partyId: party.id }];
  const { id, public_id: accountPublic, person_id: person } = account;
  const claims = { sid: newId(), account: id, accountPublic, person, roles };
  return apiClient(road.origin, await issueAccessToken(road.deps.keys, claims, road.deps.clock.now()));
}

/** What a second person types. A code works once in half a minute: tests do not wait for the next, they forget the last. */
export async function secondSigns(road: RoadServer, username = 'clerk2') {
  await inTransaction(road.deps, SYSTEM, 'test', (tx) => tx.db('accounts').update({ last_code_step: 0 }));
  const { secondFactor } = road.accounts.find((account) => account.username === username)!;
  const epoch = Math.floor(road.deps.clock.now().getTime() / 1000);
  return { secondPersonUsername: username, secondPersonCode: generateSync({ secret: secondFactor!, epoch }) };
}
