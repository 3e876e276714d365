import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import type { CheckContext } from '@permit/domain/checks/check.ts';
import { precheckDraft } from '@permit/domain/checks/precheck-draft.ts';
import { cleanCase, type TestCase } from './clean-case.ts';
import { DEFECTS, type Defect } from './injectors.ts';
import { seededRandom } from './seeded-random.ts';

export interface DefectRow {
  readonly kind: string;
  readonly injected: number;
  readonly found: number;
  /** Clean cases on which one of the kind's codes was told. */
  readonly falseAlarms: number;
  readonly clean: number;
}

export interface DefectTable {
  readonly seed: number;
  readonly rows: readonly DefectRow[];
  /** Clean cases with any warning or block at all. */
  readonly cleanWithAny: number;
  readonly clean: number;
}

/** Runs the registry over clean and spoilt cases; the same seed gives the same table. */
export function measureDefects(casesPerKind: number, seed: number): DefectTable {
  const random = seededRandom(seed);
  const clean = Array.from({ length: casesPerKind * 5 }, () => findingsOf(cleanCase(random)));
  const rows = DEFECTS.map((kind) => measureKind(kind, casesPerKind, seed, clean));
  return {
    seed,
    rows,
    cleanWithAny: clean.filter((findings) => findings.some(({ severity }) => severity !== 'note')).length,
    clean: clean.length,
  };
}

type Found = ReturnType<typeof findingsOf>;

function measureKind(kind: Defect, cases: number, seed: number, clean: readonly Found[]): DefectRow {
  const random = seededRandom(seed + kind.kind.length * 7919);
  let [injected, found] = [0, 0];
  while (injected < cases) {
    const testCase = cleanCase(random);
    const before = codesOf(findingsOf(testCase));
    const spoilt = structuredClone(testCase);
    if (!kind.inject(spoilt, random)) continue;
    injected += 1;
    if (findingsOf(spoilt).some(({ code }) => kind.seenAs.includes(code) && !before.has(code))) found += 1;
  }
  const falseAlarms = clean.filter((findings) =>
    findings.some(({ code }) => kind.seenAs.includes(code)),
  ).length;
  return { kind: kind.kind, injected, found, falseAlarms, clean: clean.length };
}

const codesOf = (findings: Found): Set<string> => new Set(findings.map(({ code }) => code));

/** The findings of one case, through the registry as the server calls it. */
export function findingsOf(testCase: TestCase) {
  const { draft, today, time, openRequests, lastPermit } = testCase;
  const service = serviceCatalogue.find(draft.serviceCode, today as CheckContext['today']);
  if (!service) throw new RangeError(`no service ${draft.serviceCode}`);
  return precheckDraft({
    service,
    draft,
    today: today as CheckContext['today'],
    time,
    holidays: holidayDates(),
    openRequests: openRequests as NonNullable<CheckContext['openRequests']>,
    ...(lastPermit ? { lastPermit: lastPermit as NonNullable<CheckContext['lastPermit']> } : {}),
  });
}
