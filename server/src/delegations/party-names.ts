import { recordAudit } from '../audit/record-audit.ts';
import { holderOf } from '../accounts/account-holder.ts';
import { findAccountByPersonId } from '../accounts/account-store.ts';
import { asJob, type Tx } from '../database/transaction.ts';

export interface NamedParty {
  readonly id: string;
  /** What a register calls it; people and firms that registered themselves have none. */
  readonly registeredName: string | null;
  readonly person: string | null;
}

/** How the parties of a power of attorney are called: by a register, else as their holder calls themselves. */
export function partyNames(tx: Tx, parties: readonly NamedParty[]): Promise<ReadonlyMap<string, string>> {
  return asJob(tx, async () => {
    const names = new Map<string, string>();
    let opened = false;
    for (const { id, registeredName, person } of parties) {
      if (names.has(id)) continue;
      const account = registeredName || !person ? undefined : await findAccountByPersonId(tx.db, person);
      names.set(id, registeredName ?? (account ? holderOf(tx.deps.keys, account).displayName : ''));
      opened ||= account !== undefined;
    }
    const fact = { act: 'party-names-read', subjectKind: 'delegations', subjectId: tx.requestId };
    if (opened) await recordAudit(tx, { ...fact, purpose: 'delegation', detail: { parties: names.size } });
    return names;
  });
}
