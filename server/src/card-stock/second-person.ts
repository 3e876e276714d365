import { findAccountForSignIn, rolesOf, usernameIndex } from '../accounts/account-store.ts';
import { stepOfCode } from '../accounts/second-factor.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { openBytes, personKey } from '../vault/person-vault.ts';
import { actsAt } from '../http/acting-party.ts';

/** What the second person typed. */
export interface SecondPersonSigns {
  readonly secondPersonUsername?: string | undefined;
  readonly secondPersonCode?: string | undefined;
}

/**
 * Somebody else of this centre's staff gives their own six-digit code, now; answers their person. Throws
 * `second-factor-needed`, `wrong-credentials`, or `same-person` where it is another account of the caller.
 */
export async function secondPerson(tx: Tx, signs: SecondPersonSigns): Promise<string> {
  const { secondPersonUsername: username, secondPersonCode: code } = signs;
  if (!username || !code) throw new ApiError('second-factor-needed', { detailCode: 'second-person' });
  return asJob(tx, async () => {
    const account = await findAccountForSignIn(tx.db, usernameIndex(tx.deps.keys, username));
    const roles = account ? await rolesOf(tx.db, account.id) : [];
    const here = roles.some(
      ({ role, partyId }) => ['clerk', 'centre-supervisor'].includes(role) && actsAt(tx, partyId),
    );
    if (!account?.secondFactorSealed || account.disabled || !here) throw new ApiError('wrong-credentials');
    if (account.personId === tx.caller.personId) throw new ApiError('same-person');
    const key = personKey(tx.deps.keys, account.personId, account.personKeyWrapped!);
    const secret = openBytes(key, 'second-factor', account.secondFactorSealed).toString('utf8');
    const step = stepOfCode(secret, code, tx.deps.clock.now());
    if (step === undefined || step <= account.lastCodeStep) throw new ApiError('wrong-credentials');
    await tx.db('accounts').where('id', account.id).update({ last_code_step: step });
    return account.personId;
  });
}
