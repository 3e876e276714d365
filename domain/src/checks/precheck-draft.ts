import { say, type Language, type WorkerText } from '../texts/text.ts';
import { ageAndPeriod } from './age-and-period.ts';
import type { Check, CheckContext, Finding, FindingKind } from './check.ts';
import { documents } from './documents.ts';
import { dossierPapers } from './dossier-papers.ts';
import { duplicateRequest } from './duplicate-request.ts';
import { expiries } from './expiries.ts';
import { fields } from './fields.ts';
import { healthAndCover } from './health-and-cover.ts';
import { lastPermitDifference } from './last-permit-difference.ts';
import { mrzAgainstTyped } from './mrz-against-typed.ts';
import { occupation } from './occupation.ts';
import { oldPermitInForce } from './old-permit-in-force.ts';
import { oldPermitOnRecord } from './old-permit-on-record.ts';
import { portrait } from './portrait.ts';
import { powerOfAttorney } from './power-of-attorney.ts';
import { whoAndWhen } from './who-and-when.ts';

/** Every check, in the order in which a person reads the form. A new check is one file and one line. */
export const CHECKS: readonly Check[] = [
  whoAndWhen,
  fields,
  mrzAgainstTyped,
  expiries,
  ageAndPeriod,
  occupation,
  healthAndCover,
  powerOfAttorney,
  documents,
  dossierPapers,
  portrait,
  lastPermitDifference,
  oldPermitOnRecord,
  oldPermitInForce,
  duplicateRequest,
];

const KINDS: ReadonlyMap<string, FindingKind> = new Map(
  CHECKS.flatMap((check) => Object.entries(check.findings)),
);

/** Everything that an officer would send back, before it is paid for. The same run serves the officer's screen. */
export function precheckDraft(context: CheckContext): readonly Finding[] {
  return CHECKS.flatMap((check) => check.run(context));
}

/** True where the filer may submit: nothing blocks, and each warning has a reason of the filer's own. */
export function mayBeFiled(
  findings: readonly Finding[],
  overruled: Readonly<Record<string, string>> = {},
): boolean {
  return findings.every(
    ({ code, severity }) =>
      severity === 'note' || (severity === 'warn' && (overruled[code] ?? '').trim() !== ''),
  );
}

/** The findings with the filer's reasons beside them, as the officer's screen shows them. */
export function withReasons(
  findings: readonly Finding[],
  overruled: Readonly<Record<string, string>> = {},
): readonly (Finding & { readonly overruledBecause?: string })[] {
  return findings.map((finding) => {
    const reason = Object.hasOwn(overruled, finding.code) ? overruled[finding.code]?.trim() : undefined;
    return reason && finding.severity === 'warn' ? { ...finding, overruledBecause: reason } : finding;
  });
}

/** The text of a finding with its evidence filled in; lists are joined by commas. */
export function findingText(finding: Finding, language: Language): string {
  const text: WorkerText | undefined = KINDS.get(finding.code)?.text;
  if (!text) return finding.code;
  return say(text, language).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = finding.evidence?.[name];
    return value === undefined ? whole : Array.isArray(value) ? value.join(', ') : String(value);
  });
}

/** Every code with its severity and texts, for screens, error catalogues and tests. */
export function findingKinds(): ReadonlyMap<string, FindingKind> {
  return KINDS;
}
