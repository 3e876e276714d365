/** What a hand scanner typed into a field before its Enter. */
export type Scanned =
  | { readonly kind: 'application'; readonly applicationNo: string }
  | { readonly kind: 'card'; readonly serial: string }
  | { readonly kind: 'code'; readonly qr: string }
  | { readonly kind: 'nothing' };

/** Tells them apart by their letters: 14 digits, a blank's serial, or the long text of a QR. */
export function readScanned(typed: string): Scanned {
  const text = typed.trim();
  const short = text.toUpperCase();
  if (text === '') return { kind: 'nothing' };
  if (/^\d{14}$/.test(text)) return { kind: 'application', applicationNo: text };
  if (/^[A-Z0-9-]{6,24}$/.test(short)) return { kind: 'card', serial: short };
  return { kind: 'code', qr: text };
}
