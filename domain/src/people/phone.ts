/**
 * A telephone number in E.164 (`+66812345678`), undefined where it is none. A local Thai number becomes +66:
 * mobile 0[689] + 8 digits, landline 0[2-7] + 7 digits (work-permit.md 4, unconfirmed).
 */
export function readPhone(typed: string): string | undefined {
  const bare = typed.replace(/[\s().-]/g, '').replace(/^00/, '+');
  if (/^0[689]\d{8}$/.test(bare) || /^0[2-7]\d{7}$/.test(bare)) return `+66${bare.slice(1)}`;
  if (/^\+660[2-9]/.test(bare)) return readPhone(bare.slice(3));
  return /^\+[1-9]\d{6,14}$/.test(bare) ? bare : undefined;
}

/** `+66812345678` as `081 234 5678`; foreign numbers stay in E.164. */
export function formatPhone(e164: string): string {
  const local = e164.replace(/^\+66/, '0');
  if (local.length === 10) return local.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
  return local.replace(/^(0\d)(\d{3})(\d{4})$/, '$1 $2 $3');
}
