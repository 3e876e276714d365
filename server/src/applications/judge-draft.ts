import { bangkokDate, bangkokTime } from '@permit/domain/calendar/bangkok-time.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { feesOf } from '@permit/domain/catalogue/fees.ts';
import { requiredDocuments } from '@permit/domain/catalogue/required-documents.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { LastPermit, OldPermitSearch, OpenRequest } from '@permit/domain/checks/known-cases.ts';
import { precheckDraft } from '@permit/domain/checks/precheck-draft.ts';
import { citationsOf, type Citation } from '@permit/domain/dossier/cite-dossier.ts';
import type { Finding } from '@permit/domain/contract/filing-shapes.ts';
import type { z } from 'zod';
import type { CaseDossier } from '../dossier/case-dossier.ts';
import type { StoredDossierPaper } from '../dossier/dossier-store.ts';

type FindingValue = z.infer<typeof Finding>;

export interface Judgement {
  readonly findings: FindingValue[];
  readonly missingDocuments: string[];
  /** Papers of the employer's dossier that answer a demand. */
  readonly citations: readonly Citation<StoredDossierPaper>[];
  readonly fees: { kind: string; amountSatang: number; stage: 'filing' | 'grant' }[];
}

const NO_DOSSIER: CaseDossier = { offers: [], cited: [] };
const HOLIDAYS = holidayDates();

/** Everything that a machine can say of a draft: the registry of checks, the papers still missing, the fees. */
export function judgeDraft(
  service: ServiceDefinition,
  draft: ApplicationDraft,
  known: {
    readonly now: Date;
    /** Of a case that is filed already. */
    readonly filedAt?: Date | undefined;
    readonly openRequests?: readonly OpenRequest[];
    /** What the registers say of the old permit. */
    readonly registers?:
      { readonly oldPermitSearch: OldPermitSearch; readonly lastPermit?: LastPermit } | undefined;
    /** The employer's dossier as far as it is open to this case. */
    readonly dossier?: CaseDossier;
  },
): Judgement {
  const today = bangkokDate(known.now);
  const demands = requiredDocuments(service, draft);
  const { offers, cited } = known.dossier ?? NO_DOSSIER;
  const citations = citationsOf({ demands, offers, cited, act: service.attorneyAct, today });
  const findings = precheckDraft({
    service,
    draft,
    citations,
    today,
    time: bangkokTime(known.now),
    ...(known.filedAt ? { filed: { on: bangkokDate(known.filedAt), at: bangkokTime(known.filedAt) } } : {}),
    holidays: HOLIDAYS,
    openRequests: known.openRequests ?? [],
    ...(known.registers ? { oldPermitSearch: known.registers.oldPermitSearch } : {}),
    ...(known.registers?.lastPermit ? { lastPermit: known.registers.lastPermit } : {}),
  });
  const answered = new Set(citations.map(({ demand }) => demand));
  const missing = demands.filter(
    ({ key, given, strength }) => !given && strength !== 'optional' && !answered.has(key),
  );
  return {
    citations,
    findings: findings.map(({ evidence, ...finding }) => ({
      ...finding,
      ...(evidence ? { evidence: { ...evidence } } : {}),
    })) as FindingValue[],
    missingDocuments: missing.map(({ key }) => key),
    fees: feesOf(service, draft).map(({ code, satang, stage }) => ({
      kind: code,
      amountSatang: satang,
      stage,
    })),
  };
}
