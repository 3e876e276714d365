import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Holidays } from '../calendar/working-days.ts';
import type { ApplicationDraft } from '../catalogue/application-draft.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import type { Citation } from '../dossier/cite-dossier.ts';
import type { WorkerText } from '../texts/text.ts';
import type { LastPermit, OldPermitSearch, OpenRequest } from './known-cases.ts';

/**
 * `block`: cannot be read or stored, or impossible by official text; the filer must mend it. `warn`: the filer
 * may overrule it with a reason that the officer sees. `note`: told, nothing to do.
 */
export type Severity = 'block' | 'warn' | 'note';

/** What a check tells; small values that explain themselves on the officer's screen. */
export type Evidence = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** One result shape for drafts, officers' screens and imports. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Dotted path in the draft, or `documents.KEY` for a demand of papers. */
  readonly field?: string;
  readonly evidence?: Evidence;
}

/** Everything a check may look at; gathered by the caller, so that checks stay pure. */
export interface CheckContext {
  readonly service: ServiceDefinition;
  readonly draft: ApplicationDraft;
  /** The business day in Bangkok, and the time `HH:MM` where hours matter. */
  readonly today: CalendarDate;
  readonly time?: string;
  /** When the case was filed, for what the law counts to that moment; absent for a draft, which would be filed today. */
  readonly filed?: { readonly on: CalendarDate; readonly at: string };
  readonly holidays: Holidays;
  /** Requests still open that may be of the same person. */
  readonly openRequests?: readonly OpenRequest[];
  /** The permit held now, for renewal, change and replacement. */
  readonly lastPermit?: LastPermit;
  /** What the registers answered for the old permit's number; absent where there was none to ask. */
  readonly oldPermitSearch?: OldPermitSearch;
  /** Demands that a paper of the employer's dossier answers. */
  readonly citations?: readonly Citation[];
}

/** What a check may find: the severity and the text a worker reads; `{name}` stands for evidence. */
export interface FindingKind {
  readonly severity: Severity;
  readonly text: WorkerText;
}

export interface Check<Code extends string = string> {
  readonly name: string;
  readonly findings: Readonly<Record<Code, FindingKind>>;
  readonly run: (context: CheckContext) => readonly Finding[];
}

/** Makes one finding of a check with the severity its table gives. */
export type Tell<Code extends string> = (code: Code, field?: string, evidence?: Evidence) => Finding;

/** Declares a check: its findings as a table, its rule as a function that can only tell what the table holds. */
export function defineCheck<Code extends string>(check: {
  name: string;
  findings: Record<Code, FindingKind>;
  run: (context: CheckContext, tell: Tell<Code>) => readonly Finding[];
}): Check<Code> {
  const tell: Tell<Code> = (code, field, evidence) => ({
    code,
    severity: check.findings[code].severity,
    ...(field === undefined ? {} : { field }),
    ...(evidence === undefined ? {} : { evidence }),
  });
  return { name: check.name, findings: check.findings, run: (context) => check.run(context, tell) };
}
