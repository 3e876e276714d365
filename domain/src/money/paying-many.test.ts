import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../calendar/calendar-date.ts';
import { bankPauseOn } from './bank-pause.ts';
import { groupBillNumber, isRef1, ref1Of } from './bill-refs.ts';
import { paymentLimitOn, PAYMENT_LIMITS } from './payment-limits.ts';
import { planPayment } from './plan-payment.ts';
import { receiptNumber, receiptSeries } from './receipt-numbering.ts';
import { reconcileDay } from './reconcile-day.ts';
import { decideRefundRequest, decideTwoPersons } from './refund-rules.ts';
import type { Satang } from './satang.ts';
import { splitBills } from './split-bills.ts';

const DUE = new Date('2026-12-11T13:00:00Z');
const IN_TIME = new Date('2026-12-11T12:59:59Z');
const LATE = new Date(DUE.getTime() + 1);
const aBill = (billId: string, amountSatang: number, isPaid = false) => ({ billId, amountSatang, isPaid });
const target = (bills: ReturnType<typeof aBill>[]) => ({
  totalSatang: bills.reduce((sum, { amountSatang }) => sum + amountSatang, 0),
  dueAt: DUE,
  bills,
});

describe('planning a payment', () => {
  test('every satang pays a bill once or is set aside, whatever was paid before', () => {
    const bills = fc.array(fc.record({ satang: fc.integer({ min: 1, max: 1e7 }), isPaid: fc.boolean() }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(bills, fc.integer({ min: -2, max: 2 }), fc.boolean(), (given, off, late) => {
        const members = given.map(({ satang, isPaid }, at) => aBill(String(at), satang, isPaid));
        const whole = target(members);
        const amountSatang = Math.max(1, whole.totalSatang + off);
        const paidAt = late ? LATE : IN_TIME;
        const plan = planPayment(whole, { amountSatang, paidAt });
        const paid = members.filter(({ billId }) => plan.pays.includes(billId));
        expect(paid.every(({ isPaid }) => !isPaid)).toBe(true);
        const used = paid.reduce((sum, bill) => sum + bill.amountSatang, 0);
        expect(used + (plan.setAside?.satang ?? 0)).toBe(amountSatang);
        if (late || amountSatang !== whole.totalSatang) expect(plan.pays).toEqual([]);
      }),
    );
  });

  test.each([
    ['no bill', { amountSatang: 100, paidAt: IN_TIME }, undefined, 'no-such-bill'],
    ['another amount', { amountSatang: 99, paidAt: IN_TIME }, target([aBill('a', 100)]), 'amount-differs'],
    ['late', { amountSatang: 100, paidAt: LATE }, target([aBill('a', 100)]), 'paid-after-due'],
    [
      'a paid bill',
      { amountSatang: 100, paidAt: IN_TIME },
      target([aBill('a', 100, true)]),
      'bill-already-paid',
    ],
  ])('%s: the whole is set aside', (_, money, meant, problem) => {
    expect(planPayment(meant, money)).toEqual({
      pays: [],
      setAside: { satang: money.amountSatang, problem },
    });
  });

  test('a member that was paid alone is not paid again: its part is set aside', () => {
    const plan = planPayment(target([aBill('a', 100, true), aBill('b', 250)]), {
      amountSatang: 350,
      paidAt: DUE,
    });
    expect(plan).toEqual({ pays: ['b'], setAside: { satang: 100, problem: 'member-already-paid' } });
  });
});

test('splitting keeps every bill once, in order, and no part above the limit but a bill that is above it alone', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 60 });
  const limits = fc.record({
    maxSatang: fc.integer({ min: 1, max: 3_000 }).map((satang) => satang as Satang),
    maxBills: fc.integer({ min: 1, max: 10 }),
  });
  fc.assert(
    fc.property(amounts, limits, (given, limit) => {
      const bills = given.map((amountSatang, at) => ({ billId: String(at), amountSatang }));
      const parts = splitBills(bills, limit);
      expect(parts.flat()).toEqual(bills);
      for (const part of parts) {
        const sum = part.reduce((total, { amountSatang }) => total + amountSatang, 0);
        expect(part.length <= limit.maxBills && (part.length === 1 || sum <= limit.maxSatang)).toBe(true);
      }
    }),
  );
});

test('the limit is the newest that has begun, and says how sure we are of it', () => {
  const later = { ...PAYMENT_LIMITS[0]!, effectiveFrom: calendarDate('2027-01-01'), maxBills: 7 };
  const limits = [...PAYMENT_LIMITS, later];
  expect(paymentLimitOn(calendarDate('2026-12-31'), limits).maxBills).toBe(PAYMENT_LIMITS[0]!.maxBills);
  expect(paymentLimitOn(calendarDate('2027-01-01'), limits).maxBills).toBe(7);
  expect(() => paymentLimitOn(calendarDate('2020-01-01'), limits)).toThrow(RangeError);
  expect(PAYMENT_LIMITS.every(({ certainty, source }) => certainty !== 'certain' && source.length > 3)).toBe(
    true,
  );
});

test('a bill of many has references of the same form, and a number that no application has', () => {
  expect(groupBillNumber(2569, 12)).toBe('69900000000012');
  expect(isRef1(ref1Of(groupBillNumber(2569, 12), 1))).toBe(true);
  expect(() => groupBillNumber(2569, 0)).toThrow(RangeError);
});

test.each([
  ['2026-11-20T16:29:59Z', false],
  ['2026-11-20T16:30:00Z', true],
  ['2026-11-20T16:59:59Z', true],
  ['2026-11-20T17:00:00Z', false],
])('the bank pause at %s: %p', (at, now) => {
  expect(bankPauseOn(at).now).toBe(now);
});

test('the pause ends at midnight in Bangkok', () => {
  const { from, until } = bankPauseOn('2026-11-20T03:00:00Z');
  expect([from.toISOString(), until.toISOString()]).toEqual([
    '2026-11-20T16:30:00.000Z',
    '2026-11-20T17:00:00.000Z',
  ]);
});

test('receipt numbers run in a series by year or by day, as the data says', () => {
  const numbering = { effectiveFrom: calendarDate('2026-01-01'), prefix: 'R', digits: 4 } as const;
  const rule = { ...numbering, certainty: 'assumed', source: 'test' } as const;
  const day = calendarDate('2026-11-20');
  expect(receiptSeries(day, { ...rule, restarts: 'each-year' })).toBe('R69');
  expect(receiptSeries(day, { ...rule, restarts: 'each-day' })).toBe('R691120');
  expect(receiptNumber('R69', 45, { ...rule, restarts: 'each-year' })).toBe('R69-0045');
  expect(() => receiptNumber('R69', 10_000, { ...rule, restarts: 'each-year' })).toThrow(RangeError);
});

test('a day is reconciled both ways', () => {
  const bank = [
    { bankReference: 'B1', amountSatang: 100 },
    { bankReference: 'B2', amountSatang: 200 },
    { bankReference: 'B3', amountSatang: 300 },
  ];
  const ours = [
    bank[0]!,
    { bankReference: 'B2', amountSatang: 201 },
    { bankReference: 'X', amountSatang: 5 },
  ];
  expect(reconcileDay(bank, ours)).toEqual([
    { kind: 'amount-differs', bankReference: 'B2', bankSatang: 200, ourSatang: 201 },
    { kind: 'bank-only', bankReference: 'B3', bankSatang: 300 },
    { kind: 'ours-only', bankReference: 'X', ourSatang: 5 },
  ]);
  expect(reconcileDay(bank, bank)).toEqual([]);
});

test('a refund needs a paid bill, no other refund, and two persons', () => {
  expect(decideRefundRequest({ paid: false, hasLiveRefund: false })).toMatchObject({ code: 'bill-not-paid' });
  expect(decideRefundRequest({ paid: true, hasLiveRefund: true })).toMatchObject({ code: 'refund-runs' });
  expect(decideRefundRequest({ paid: true, hasLiveRefund: false }).allowed).toBe(true);
  expect(decideTwoPersons('p1', 'p1')).toMatchObject({ code: 'same-person' });
  expect(decideTwoPersons('p1', undefined)).toMatchObject({ code: 'same-person' });
  expect(decideTwoPersons('p1', 'p2').allowed).toBe(true);
});
