import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { filerKindOf } from '@permit/domain/delegations/filer-kind.ts';
import type { Role } from '@permit/domain/staff/roles.ts';
import { partiesOfRole } from '../http/acting-party.ts';
import type { Tx } from '../database/transaction.ts';

/**
 * The draft with who files it as their account says, not as the form does. `filedBy` is the party that the case belongs
 * to: whoever else is let into it (an agent by delegation, the principal of an agent) changes nothing about that.
 */
export function withTrueFiler(tx: Tx, draft: ApplicationDraft, filedBy: string): ApplicationDraft {
  if (!partiesOfRole(tx).includes(filedBy)) return draft;
  const filerKind = filerKindOf(tx.caller.role as Role, draft.filerKind);
  return filerKind === draft.filerKind || filerKind === undefined ? draft : { ...draft, filerKind };
}

/** The same of a draft that is saved again: who is let into it by somebody else cannot say who files. */
export function filerKept(
  tx: Tx,
  filedBy: string,
  { before, draft }: { readonly before: ApplicationDraft; readonly draft: ApplicationDraft },
): ApplicationDraft {
  const { filerKind: _said, ...rest } = draft;
  const kept = before.filerKind === undefined ? rest : { ...rest, filerKind: before.filerKind };
  return withTrueFiler(tx, partiesOfRole(tx).includes(filedBy) ? draft : kept, filedBy);
}
