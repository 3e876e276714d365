import { bangkokDate, bangkokTime } from '@permit/domain/calendar/bangkok-time.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
import type { TrustList } from '@permit/domain/cards/trust-list.ts';
import { openReceipt, RECEIPT_PREFIX, type ReceiptReading } from '@permit/domain/receipts/signed-receipt.ts';
import { answerTexts, checkTexts, receiptTexts, type CheckLanguage } from '@permit/ui/texts/check-texts.ts';
import { toneShape } from './answer-view.ts';
import { element } from './element.ts';
import { webVerifySignature } from './web-crypto-ports.ts';

/** What the code of a receipt says; `specimen` where a demonstration signed it. */
export type ReadReceipt = ReceiptReading & { readonly specimen: boolean };

export const isReceipt = (text: string): boolean => text.startsWith(RECEIPT_PREFIX);

/** Reads a receipt against the keys that sign receipts; those of the cards are not believed here. */
export async function readReceipt(text: string, trustList: TrustList): Promise<ReadReceipt> {
  const keys = trustList.receiptKeys ?? [];
  const reading = await openReceipt(text, { trustList: { keys }, verifySignature: webVerifySignature });
  const key = reading.ok ? keys.find(({ keyId }) => keyId === reading.keyId) : undefined;
  return { ...reading, specimen: key?.specimen === true };
}

/** Genuine or not; of a genuine one its number and when it was given, to be held against the paper. */
export function receiptView(reading: ReadReceipt, language: CheckLanguage): HTMLElement {
  const tone = reading.ok ? 'good' : reading.code === 'malformed' ? 'quiet' : 'bad';
  const view = element('section', { class: `answer answer-${tone}`, tabindex: '-1' });
  view.append(toneShape(tone), element('h2', {}, headOf(reading, language)));
  if (reading.specimen) view.append(element('p', { class: 'specimen' }, checkTexts.specimen[language]));
  if (!reading.ok) {
    const advice = reading.code === 'malformed' ? receiptTexts.unread : receiptTexts.doNotTrust;
    view.append(element('p', { class: 'advice' }, advice[language]));
    return view;
  }
  view.append(
    element('p', { class: 'advice' }, receiptTexts[reading.claims.kind][language]),
    factsView(reading, language),
    element('p', {}, receiptTexts.means[language]),
  );
  return view;
}

function headOf(reading: ReadReceipt, language: CheckLanguage): string {
  if (reading.ok) return receiptTexts.genuine[language];
  return (reading.code === 'malformed' ? answerTexts.malformed : receiptTexts.notGenuine)[language];
}

function factsView({ claims }: Extract<ReadReceipt, { ok: true }>, language: CheckLanguage): HTMLElement {
  const at = new Date(claims.receivedAt * 1000).toISOString();
  const rows: (readonly [string, string])[] = [
    [receiptTexts.number[language], claims.number],
    [receiptTexts.receivedAt[language], `${formatDate(bangkokDate(at), language)} ${bangkokTime(at)}`],
    [receiptTexts.service[language], claims.serviceCode],
    ...(['revision', 'addition', 'papers'] as const).flatMap((name) =>
      (claims[name] ?? 0) > (name === 'revision' ? 1 : 0)
        ? [[receiptTexts[name][language], String(claims[name])] as const]
        : [],
    ),
  ];
  const list = element('dl', { class: 'facts' });
  for (const [name, value] of rows) list.append(element('dt', {}, name), element('dd', {}, value));
  return list;
}
