import { z } from 'zod';

/**
 * References of a bill: Ref 1 has 18 digits, Ref 2 has 15 [O, work-permit.md 2.6]. What their digits mean is not
 * published; ours: Ref 1 = application number (14) + bill of the case (2) + check (2), Ref 2 = running number of
 * the bill (13) + check (2), so that a mistyped reference is noticed before money moves.
 */
export const Ref1Schema = z.string().regex(/^\d{18}$/);
export const Ref2Schema = z.string().regex(/^\d{15}$/);

/** Two check digits by ISO 7064 mod 97-10: finds every single wrong digit and every swapped pair. */
function checkDigits(digits: string): string {
  const rest = [...`${digits}00`].reduce((value, digit) => (value * 10 + Number(digit)) % 97, 0);
  return String(98 - rest).padStart(2, '0');
}

function checks(reference: string): boolean {
  return [...reference].reduce((value, digit) => (value * 10 + Number(digit)) % 97, 0) === 1;
}

/** `billOfCase` counts the bills of one case, 1 to 99. Throws RangeError on anything else than 14 digits. */
export function ref1Of(applicationNo: string, billOfCase: number): string {
  if (!/^\d{14}$/.test(applicationNo) || !Number.isInteger(billOfCase) || billOfCase < 1 || billOfCase > 99)
    throw new RangeError('Ref 1 needs 14 digits and a bill from 1 to 99');
  const body = applicationNo + String(billOfCase).padStart(2, '0');
  return body + checkDigits(body);
}

/** `billNo` is the running number of the bill over all cases. */
export function ref2Of(billNo: number): string {
  if (!Number.isSafeInteger(billNo) || billNo < 1 || billNo >= 1e13)
    throw new RangeError('bill number out of range');
  const body = String(billNo).padStart(13, '0');
  return body + checkDigits(body);
}

export function isRef1(text: string): boolean {
  return Ref1Schema.safeParse(text).success && checks(text);
}

export function isRef2(text: string): boolean {
  return Ref2Schema.safeParse(text).success && checks(text);
}

/** Stands where an application number has its service group, so that no group bill looks like a case. */
const GROUP_OF_BILLS = '90';

/** 14 digits for a bill of many: Buddhist year (2), 90, running number (10). */
export function groupBillNumber(buddhistYear: number, running: number): string {
  if (!Number.isSafeInteger(running) || running < 1 || running >= 1e10)
    throw new RangeError('group bill number out of range');
  const year = String(buddhistYear % 100).padStart(2, '0');
  return `${year}${GROUP_OF_BILLS}${String(running).padStart(10, '0')}`;
}
