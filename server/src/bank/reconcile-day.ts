import { bangkokInstant } from '@permit/domain/calendar/bangkok-time.ts';
import { addDays, calendarDate, type CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { reconcileDay as compare, type KnownPayment } from '@permit/domain/money/reconcile-day.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { ApiError } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { askStatement, type StatementOfDay } from './ask-bank.ts';
import { recordUnheard } from './query-bank.ts';

/**
 * Compares a day with the bank's signed statement and keeps every difference until a person clears it. What the bank
 * knows and we do not is recorded afterwards as well, so that nobody waits for a person to be believed.
 */
export async function reconcileDay(deps: Deps, day: CalendarDate): Promise<void> {
  const statement = await askStatement(deps.config, day);
  if (!statement) throw new ApiError('unavailable', { detailCode: 'no-bank' });
  await inTransaction(deps, SYSTEM, `reconcile:${day}`, (tx) => keepComparison(tx, day, statement));
  await recordUnheard(deps, statement.payments);
}

async function keepComparison(tx: Tx, day: CalendarDate, statement: StatementOfDay): Promise<void> {
  const ours = await ourPayments(tx, day);
  const differences = compare(statement.payments, ours);
  const sums = {
    bank_count: statement.payments.length,
    bank_satang: sumOf(statement.payments),
    our_count: ours.length,
    our_satang: sumOf(ours),
    statement_sha256: statement.sha256,
    made_at: tx.db.raw('clock_timestamp()'),
  };
  await tx
    .db('reconciliations')
    .insert({ day, ...sums })
    .onConflict('day')
    .merge();
  for (const { kind, bankReference, bankSatang, ourSatang } of differences) {
    await tx
      .db('reconciliation_differences')
      .insert({
        id: newId(),
        public_id: newPublicId(),
        day,
        kind,
        bank_reference: bankReference,
        bank_satang: bankSatang ?? null,
        our_satang: ourSatang ?? null,
      })
      .onConflict(['day', 'bank_reference', 'kind'])
      .ignore();
  }
  const fact = {
    act: 'day-reconciled',
    subjectKind: 'reconciliation',
    subjectId: day,
    purpose: 'reconciliation',
  };
  await recordAudit(tx, { ...fact, detail: { differences: differences.length } });
}

/** Everything that we believe the bank took on that day in Bangkok. */
async function ourPayments(tx: Tx, day: CalendarDate): Promise<KnownPayment[]> {
  const rows = await tx
    .db('payments')
    .where('paid_at', '>=', bangkokInstant(day, '00:00'))
    .where('paid_at', '<', bangkokInstant(addDays(calendarDate(day), 1), '00:00'))
    .select<{ bank_reference: string; amount_satang: number }[]>('bank_reference', 'amount_satang');
  return rows.map((row) => ({ bankReference: row.bank_reference, amountSatang: row.amount_satang }));
}

const sumOf = (payments: readonly KnownPayment[]): number =>
  payments.reduce((sum, { amountSatang }) => sum + amountSatang, 0);
