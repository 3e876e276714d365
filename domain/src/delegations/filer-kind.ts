import type { ApplicantKind } from '../catalogue/parties.ts';
import type { Role } from '../staff/roles.ts';

/** What an agent's account may be besides: licensed importers, agencies and foundations have no account of their own kind. */
const AGENTS: readonly ApplicantKind[] = ['agent', 'organisation', 'importer'];

/**
 * Who files, by the role of whose draft it is: an account is what it is, whatever its form says (decision 59). A clerk
 * writes for whoever stands at the counter and is believed; nobody else is.
 */
export function filerKindOf(role: Role, said: ApplicantKind | undefined): ApplicantKind | undefined {
  if (role === 'worker' || role === 'employer') return role;
  if (role !== 'agent') return said;
  return said && AGENTS.includes(said) ? said : 'agent';
}
