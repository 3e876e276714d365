import { MACHINE_ROLES, needsSecondFactor } from '@permit/domain/staff/roles.ts';
import { randomBytes } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { createAccount, grantRole } from '../accounts/create-account.ts';
import { receiveBox } from '../card-stock/receive-stock.ts';
import { newSecondFactor } from '../accounts/second-factor.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import { newId, newPublicId } from '../ids.ts';
import { DEMO_PEOPLE, type DemoPerson } from './demo-people.ts';
import { DEMO_PARTIES } from './demo-places.ts';

/** One line of demo-accounts.json. */
export interface DemoAccount {
  readonly role: string;
  readonly username: string;
  readonly password: string;
  /** Base32 secret of the six-digit codes, where the role needs one. */
  readonly secondFactor?: string;
  readonly tenant: string;
}

/**
 * Loads the demo's places and people once; answers the accounts with their secrets, or undefined where they are
 * there already. Everything in one transaction: half a demo does not exist. `beforeCommit` keeps the secrets, because
 * a kill between commit and writing would lose them for good.
 */
export function seedDemo(
  deps: Deps,
  beforeCommit: (accounts: readonly DemoAccount[]) => void = () => undefined,
): Promise<DemoAccount[] | undefined> {
  return inTransaction(deps, SYSTEM, 'seed', async (tx) => {
    const known = await tx.db('parties').where('code', 'CONTRACTOR').first('id');
    if (known) return undefined;
    const parties = DEMO_PARTIES.map((party) => ({ ...party, id: newId(), public_id: newPublicId() }));
    const kinds = (code: string) => ({
      detail: JSON.stringify(code.startsWith('VAN') ? { vehicle: true } : {}),
    });
    await tx.db('parties').insert(parties.map((party) => ({ ...party, ...kinds(party.code) })));
    const idOf = new Map(parties.map(({ code, id }) => [code, id]));
    // The first box of blanks of the folder printer (WPC-000001 to WPC-000500).
    const box = { box: 'DEMO-BOX-1', prefix: 'WPC-', first: 1, last: 500, digits: 6 };
    await receiveBox(tx, idOf.get('CENTRE-74-1')!, box);
    const accounts: DemoAccount[] = [];
    for (const person of DEMO_PEOPLE) accounts.push(await seedPerson(tx, person, idOf.get(person.party)!));
    beforeCommit(accounts);
    return accounts;
  });
}

async function seedPerson(tx: Tx, person: DemoPerson, partyId: string): Promise<DemoAccount> {
  const machine = (MACHINE_ROLES as readonly string[]).includes(person.role);
  const password = randomBytes(machine ? 32 : 12).toString('base64url');
  const secondFactor = needsSecondFactor(person.role) ? newSecondFactor() : undefined;
  const { username, displayName } = person;
  const factor = secondFactor ? { secondFactor } : {};
  const account = await createAccount(tx, {
    username,
    password,
    displayName,
    machine,
    demo: true,
    ...factor,
  });
  await grantRole(tx, account.accountId, { role: person.role, partyId, orderNo: 'demo' });
  return { role: person.role, username, password, ...factor, tenant: person.party };
}
