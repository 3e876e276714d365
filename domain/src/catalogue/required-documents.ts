import type { ApplicationDraft } from './application-draft.ts';
import { holds } from './condition.ts';
import type { DocumentType } from './document-type.ts';
import type { Certainty } from './figure.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** A demand for a paper as it stands for this draft. */
export interface RequiredDocument {
  /** Key of the demand in the service. */
  readonly key: string;
  /** Any one of these answers it. */
  readonly anyOf: readonly DocumentType[];
  readonly strength: 'needed' | 'expected' | 'optional';
  readonly from: 'worker' | 'employer' | 'agent' | 'office';
  readonly imageOnly: boolean;
  readonly maxAgeDays: number | undefined;
  /** True where the draft holds one of them. */
  readonly given: boolean;
  readonly certainty: Certainty;
  readonly source: string;
}

/** The papers that this draft is asked for, in the order of the form, with what is given already. */
export function requiredDocuments(
  service: ServiceDefinition,
  draft: ApplicationDraft,
): readonly RequiredDocument[] {
  const given = new Set((draft.documents ?? []).map((document) => document.type));
  return Object.entries(service.documents)
    .filter(([, rule]) => !rule.when || holds(rule.when, draft))
    .map(([key, rule]) => ({
      key,
      anyOf: rule.anyOf,
      strength: rule.strength,
      from: rule.from,
      imageOnly: rule.imageOnly ?? false,
      maxAgeDays: rule.maxAgeDays?.value,
      given: rule.anyOf.some((type) => given.has(type)),
      certainty: rule.certainty,
      source: rule.source,
    }));
}
