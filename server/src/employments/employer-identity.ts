import { canonicalDraft } from '@permit/domain/catalogue/canonical-draft.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { nameSearchKey } from '@permit/domain/people/name-search-key.ts';
import type { KeyStore } from '../vault/key-store.ts';

type Employer = NonNullable<ApplicationDraft['employer']>;

/** By what two papers are seen to speak of one employer; blind, because an employer may be a natural person. */
export interface EmployerIdentity {
  readonly idKey: Buffer | undefined;
  readonly nameKey: Buffer | undefined;
  /** Readable only for a company (decisions.md 4). */
  readonly name: string | undefined;
}

const NATURAL_PERSONS = new Set(['thai-person', 'foreign-person']);

/** Number and name of the employer as keys. */
export function employerIdentity(keys: KeyStore, typed: Employer): EmployerIdentity {
  const employer = canonicalDraft({ serviceCode: '', employer: typed }).employer ?? {};
  const name = employer.nameThai ?? employer.nameLatin;
  const nameKey = name ? nameSearchKey(name) : '';
  return {
    idKey: employer.idNumber ? keys.blindIndex('employer-id', employer.idNumber) : undefined,
    nameKey: nameKey ? keys.blindIndex('employer-name', nameKey) : undefined,
    name: employer.kind && !NATURAL_PERSONS.has(employer.kind) ? name : undefined,
  };
}

interface KnownEmployer {
  readonly employer_key: Buffer;
  readonly employer_id_key: Buffer | null;
  readonly employer_name_key: Buffer | null;
  readonly filed_by_party: string | null;
  readonly filed_by_kind: string | null;
}

/**
 * The key under which a permit's papers know this employer already, else its own. An employer's own account is one
 * employer, whatever number it mistypes; two numbers decide otherwise, and only where one of them is missing the name.
 */
export function employerKeyAmong(
  known: readonly KnownEmployer[],
  identity: EmployerIdentity,
  filedByParty?: string,
): Buffer {
  const own = known.find(
    (other) => other.filed_by_kind === 'employer' && other.filed_by_party === filedByParty,
  );
  const same = own ?? known.find((other) => isSame(other, identity));
  return same?.employer_key ?? identity.idKey ?? identity.nameKey ?? Buffer.alloc(16);
}

function isSame(known: KnownEmployer, { idKey, nameKey }: EmployerIdentity): boolean {
  if (known.employer_id_key && idKey) return known.employer_id_key.equals(idKey);
  return Boolean(nameKey && known.employer_name_key?.equals(nameKey));
}
