import { monthsBegun } from '../calendar/calendar-date.ts';
import type { Satang } from '../money/satang.ts';
import type { ApplicationDraft } from './application-draft.ts';
import { holds } from './condition.ts';
import type { Certainty } from './figure.ts';
import type { FeeRule, ServiceDefinition } from './service-definition.ts';

/** One line of a bill. */
export interface FeeLine {
  readonly code: string;
  /** `filing`: on the first bill, before the check; `grant`: on the second, after the grant. */
  readonly stage: 'filing' | 'grant';
  readonly satang: Satang;
  readonly certainty: Certainty;
  readonly source: string;
}

type Figure = { value: Satang; certainty: Certainty; source: string };

/** The fees of a draft under one version of a service. Where the draft has no period yet, the shortest is reckoned. */
export function feesOf(service: ServiceDefinition, draft: ApplicationDraft): readonly FeeLine[] {
  return Object.entries(service.fees)
    .filter(([, rule]) => !rule.when || holds(rule.when, draft))
    .map(([code, rule]) => {
      const { figure, times } = amountOf(rule, monthsOf(draft));
      return {
        code,
        stage: rule.stage,
        satang: (figure.value * times) as Satang,
        certainty: figure.certainty,
        source: figure.source,
      };
    });
}

/** Months begun of the asked period; 1 where none is given yet. */
function monthsOf(draft: ApplicationDraft): number {
  const { from, to } = draft.period ?? {};
  return from && to && from <= to ? monthsBegun(from, to) : 1;
}

function amountOf(rule: FeeRule, months: number): { figure: Figure; times: number } {
  const { amount } = rule;
  if (amount.per === 'request') return { figure: amount.satang, times: 1 };
  if (amount.per === 'year-begun') return { figure: amount.satang, times: Math.ceil(months / 12) };
  const step = amount.steps.find(({ upToMonths }) => months <= upToMonths) ?? amount.steps.at(-1);
  if (!step) throw new RangeError('a fee by length needs a step');
  return { figure: step.satang, times: 1 };
}
