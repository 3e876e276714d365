import { bahtText, type Satang } from './satang.ts';

/** A bill that any Thai bank application can pay by QR. */
export interface BillPayment {
  /** Tax number of the payee with a suffix, 15 digits. */
  readonly billerId: string;
  readonly ref1: string;
  readonly ref2: string;
  readonly amount: Satang;
}

const BILL_PAYMENT_AID = 'A000000677010112';

/** One data object of EMVCo's merchant-presented QR: two digits of tag, two of length, the value. */
function object(tag: string, value: string): string {
  if (value.length > 99) throw new RangeError(`tag ${tag} is longer than 99`);
  return tag + String(value.length).padStart(2, '0') + value;
}

/** CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF, not reflected) over ASCII, four hexadecimal capitals. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index) << 8;
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/**
 * The text of a PromptPay bill QR, tag 30 (work-permit.md 4): AID, biller, Ref 1 and Ref 2, baht, amount, TH, CRC.
 * One amount and one use, so the point of initiation is 12. Throws RangeError on references a bank would refuse.
 */
export function promptPayBill(bill: BillPayment): string {
  requireReferences(bill);
  const merchant = [
    object('00', BILL_PAYMENT_AID),
    object('01', bill.billerId),
    object('02', bill.ref1),
    object('03', bill.ref2),
  ].join('');
  const text = [
    object('00', '01'),
    object('01', '12'),
    object('30', merchant),
    object('53', '764'),
    object('54', bahtText(bill.amount)),
    object('58', 'TH'),
    '6304',
  ].join('');
  return text + crc16(text);
}

/** The bar code of a pay-in slip: `|biller CR ref1 CR ref2 CR satang`. */
export function payInBarcode(bill: BillPayment): string {
  requireReferences(bill);
  return `|${[bill.billerId, bill.ref1, bill.ref2, String(bill.amount)].join('\r')}`;
}

function requireReferences({ billerId, ref1, ref2, amount }: BillPayment): void {
  if (!/^\d{15}$/.test(billerId)) throw new RangeError('biller id is not 15 digits');
  if (![ref1, ref2].every((ref) => /^[0-9A-Z]{1,20}$/.test(ref)))
    throw new RangeError('reference is not 1 to 20 characters');
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new RangeError('amount is not whole satang');
}
