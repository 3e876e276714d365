import type { Satang } from './satang.ts';

const DIGITS = ['', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'] as const;
const PLACES = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'] as const;
const MILLION = 1_000_000;

/** The amount in Thai words as receipts and cheques carry it: 1,821.50 is `หนึ่งพันแปดร้อยยี่สิบเอ็ดบาทห้าสิบสตางค์`. */
export function bahtWords(amount: Satang): string {
  const [baht, satang] = [Math.floor(amount / 100), amount % 100];
  const whole = baht > 0 || satang === 0 ? `${numberWords(baht)}บาท` : '';
  return whole + (satang === 0 ? 'ถ้วน' : `${numberWords(satang)}สตางค์`);
}

/** Millions are counted on by the word itself: ล้านล้าน is a million millions. */
function numberWords(value: number): string {
  if (value === 0) return 'ศูนย์';
  const millions = Math.floor(value / MILLION);
  return (millions > 0 ? `${numberWords(millions)}ล้าน` : '') + belowMillion(value % MILLION, millions > 0);
}

function belowMillion(value: number, follows: boolean): string {
  const digits = [...String(value)].map(Number);
  return digits.map((digit, at) => place(digit, digits.length - 1 - at, follows || at > 0)).join('');
}

/** One digit at its place; ยี่ for two tens, no หนึ่ง before ten, เอ็ด for a one that ends a longer number. */
function place(digit: number, power: number, follows: boolean): string {
  if (digit === 0) return '';
  if (power === 1) return `${digit === 1 ? '' : digit === 2 ? 'ยี่' : DIGITS[digit]}สิบ`;
  if (power === 0 && digit === 1 && follows) return 'เอ็ด';
  return `${DIGITS[digit]}${PLACES[power]}`;
}
