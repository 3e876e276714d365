import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRef1, isRef2, ref1Of, ref2Of } from './bill-refs.ts';
import { crc16, payInBarcode, promptPayBill } from './promptpay.ts';
import { baht, bahtGrouped, bahtText, sumSatang } from './satang.ts';

test('money is whole satang', () => {
  expect(baht(1800)).toBe(180_000);
  expect(baht(0.25)).toBe(25);
  expect(() => baht(0.001)).toThrow(RangeError);
  expect(() => baht(-1)).toThrow(RangeError);
  expect(bahtText(baht(1800.5))).toBe('1800.50');
  expect(bahtGrouped(baht(1234567.89))).toBe('1,234,567.89');
  expect(bahtGrouped(baht(900))).toBe('900.00');
  expect(sumSatang([baht(100), baht(900)])).toBe(100_000);
});

test('Ref 1 has 18 digits and Ref 2 has 15, each with its check', () => {
  expect(ref1Of('69120000000001', 2)).toMatch(/^6912000000000102\d{2}$/);
  expect(isRef1(ref1Of('69120000000001', 2))).toBe(true);
  expect(isRef2(ref2Of(1))).toBe(true);
  expect(ref2Of(9_999_999_999_999)).toHaveLength(15);
  expect(() => ref1Of('6912', 1)).toThrow(RangeError);
  expect(() => ref2Of(0)).toThrow(RangeError);
});

test('one wrong digit or two swapped ones in a reference are noticed', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{14}$/),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
      (applicationNo, bill, at, shift) => {
        const ref = ref1Of(applicationNo, bill);
        const digits = [...ref];
        const wrong = digits.with(at, String((Number(digits[at]) + shift) % 10)).join('');
        const swapped = digits
          .with(at, digits[at + 1] ?? '')
          .with(at + 1, digits[at] ?? '')
          .join('');
        expect(isRef1(wrong)).toBe(false);
        expect(isRef1(swapped)).toBe(swapped === ref);
      },
    ),
  );
});

test('the CRC is CRC-16/CCITT-FALSE: its published check value', () => {
  expect(crc16('123456789')).toBe('29B1');
});

const bill = {
  billerId: '099400015951000',
  ref1: '691200000000010132',
  ref2: '000000000000195',
  amount: baht(1800),
};

test('a bill QR holds tag 30, baht, amount and country, and its own CRC', () => {
  const text = promptPayBill(bill);
  expect(text.startsWith('000201010212')).toBe(true);
  expect(text).toContain(
    '0016A000000677010112' + '0115099400015951000' + '0218691200000000010132' + '0315000000000000195',
  );
  expect(text).toContain('5303764' + '54071800.00' + '5802TH' + '6304');
  expect(crc16(text.slice(0, -4))).toBe(text.slice(-4));
});

test('a pay-in bar code carries the amount in satang', () => {
  expect(payInBarcode(bill)).toBe('|099400015951000\r691200000000010132\r000000000000195\r180000');
});

test('what a bank would refuse is never drawn', () => {
  expect(() => promptPayBill({ ...bill, billerId: '1' })).toThrow(RangeError);
  expect(() => promptPayBill({ ...bill, ref1: 'a|b' })).toThrow(RangeError);
  expect(() => promptPayBill({ ...bill, amount: baht(0) })).toThrow(RangeError);
});
