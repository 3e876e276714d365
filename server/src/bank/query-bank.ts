import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { addDays } from '@permit/domain/calendar/calendar-date.ts';
import type { BankReport } from '@permit/domain/contract/bank-report.ts';
import { keepReport } from '../bills/record-payment.ts';
import { inTransaction, SYSTEM } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { askStatement } from './ask-bank.ts';

/**
 * Makes the act that asks the bank for payments we did not hear of: today's and, until noon, yesterday's. It keeps how
 * far each day was read in memory only; a restart reads the day again, and what is known already changes nothing.
 */
export function bankQuery(deps: Deps): () => Promise<number> {
  const seen = new Map<string, number>();
  return async () => {
    let recorded = 0;
    for (const day of daysToAsk(deps)) {
      const after = seen.get(day) ?? 0;
      const statement = await askStatement(deps.config, day, after);
      if (!statement) return recorded;
      recorded += await recordUnheard(deps, statement.payments);
      seen.set(day, after + statement.payments.length);
    }
    return recorded;
  };
}

const NOON_MS = 12 * 3_600_000;

/** By both clocks: a demo's business day is not the bank's day. */
function daysToAsk({ clock }: Deps): string[] {
  const days = [clock.business(), clock.now()].flatMap((now) => {
    const today = bangkokDate(now);
    return bangkokDate(now.getTime() - NOON_MS) === today ? [today] : [addDays(today, -1), today];
  });
  return [...new Set(days)];
}

/** Records what the bank tells and we do not know, each in a transaction of its own; answers how many. */
export async function recordUnheard(deps: Deps, payments: readonly BankReport[]): Promise<number> {
  const unheard = await unknownOf(deps, payments);
  for (const report of unheard) {
    const { bankReference } = report;
    const { outcome } = await inTransaction(deps, SYSTEM, `bank:${bankReference}`, (tx) =>
      keepReport(tx, report, 'asked'),
    );
    deps.log.warn({ bankReference, outcome }, 'a payment that the bank had not reported was found by asking');
  }
  return unheard.length;
}

async function unknownOf(deps: Deps, payments: readonly BankReport[]): Promise<BankReport[]> {
  if (payments.length === 0) return [];
  const references = payments.map(({ bankReference }) => bankReference);
  const known = await inTransaction(deps, SYSTEM, 'bank-query', (tx) =>
    tx
      .db('payments')
      .whereIn('bank_reference', references)
      .select<{ bank_reference: string }[]>('bank_reference'),
  );
  const heard = new Set(known.map(({ bank_reference }) => bank_reference));
  return payments.filter(({ bankReference }) => !heard.has(bankReference));
}
