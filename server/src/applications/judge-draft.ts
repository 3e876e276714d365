import { feesOf } from '@permit/domain/catalogue/fees.ts';
import { requiredDocuments } from '@permit/domain/catalogue/required-documents.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { validateDraft } from '@permit/domain/catalogue/validate-draft.ts';
import type { Finding } from '@permit/domain/contract/filing-api.ts';
import type { z } from 'zod';

type FindingValue = z.infer<typeof Finding>;

export interface Judgement {
  readonly findings: FindingValue[];
  readonly missingDocuments: string[];
  readonly fees: { kind: string; amountSatang: number; stage: 'filing' | 'grant' }[];
}

/** Everything that a machine can say of a draft before it is paid for; pure but for the catalogue. */
export function judgeDraft(service: ServiceDefinition, draft: ApplicationDraft): Judgement {
  const ofFields = validateDraft(service, draft).map(({ field, code, severity }) => ({
    code,
    severity,
    field,
  }));
  const missing = requiredDocuments(service, draft).filter(
    ({ given, strength }) => !given && strength !== 'optional',
  );
  const ofPapers = missing.map(({ key, strength }) => ({
    code: 'document-missing',
    severity: strength === 'needed' ? ('block' as const) : ('warn' as const),
    field: `documents.${key}`,
  }));
  return {
    findings: [...ofFields, ...ofPapers],
    missingDocuments: missing.map(({ key }) => key),
    fees: feesOf(service, draft).map(({ code, satang, stage }) => ({
      kind: code,
      amountSatang: satang,
      stage,
    })),
  };
}
