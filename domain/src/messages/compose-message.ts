import { bangkokDate, bangkokTime } from '../calendar/bangkok-time.ts';
import { CalendarDateSchema } from '../calendar/calendar-date.ts';
import { formatDate } from '../calendar/format-date.ts';
import { bahtGrouped, type Satang } from '../money/satang.ts';
import { documentNames } from '../texts/document-names.ts';
import { fieldNames } from '../texts/field-names.ts';
import { legalTexts } from '../texts/legal-texts.ts';
import { fill, type Language, type WorkerText } from '../texts/text.ts';
import type { MessageEvent, MessageValue } from './message-events.ts';
import { messageBodies, messageFrame, messageSubjects } from './message-texts.ts';

/** What a message is made of; nothing here names a worker. */
export interface MessageContent {
  readonly event: MessageEvent;
  readonly language: Language;
  readonly applicationNo?: string | undefined;
  /** The service's names; what the case is about without a person in it. */
  readonly service?: WorkerText | undefined;
  readonly values: Readonly<Partial<Record<MessageValue, string>>>;
  /** A one-time code, for the few messages that bring one. */
  readonly code?: string | undefined;
  /** Address of the page; it holds nothing that opens anything by itself. */
  readonly link: string;
}

export interface ComposedMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The subject and the link: an SMS has room for no more. */
  readonly sms: string;
  readonly sender: string;
}

/** The message in the recipient's language, with dates in the era of that language. */
export function composeMessage(content: MessageContent): ComposedMessage {
  const { event, language, link } = content;
  const words = wordsOf(content);
  const subject = fill(messageSubjects.texts[event][language], words);
  const body = fill(messageBodies.texts[event][language], words);
  const { sender, open, footer } = messageFrame.texts;
  const lines = [subject, ...body.split('\n').filter((line) => line.trim() !== '')];
  return {
    subject,
    text: [...lines, `${open[language]}: ${link}`, '--', footer[language]].join('\n\n'),
    html: htmlOf({ language, lines, link, open: open[language], footer: footer[language] }),
    sms: `${subject} ${link}`,
    sender: sender[language],
  };
}

function wordsOf(content: MessageContent): Record<string, string> {
  const { language, values, applicationNo, service, code } = content;
  const appealBy = dayOf(values.appealBy, language);
  return {
    no: applicationNo ?? '',
    service: service?.[language] ?? '',
    code: code ?? '',
    dueOn: dayOf(values.dueOn, language),
    until: dayOf(values.until, language),
    appealBy,
    days: values.days ?? '',
    at: momentOf(values.at, language),
    amount: values.amountSatang ? bahtGrouped(Number(values.amountSatang) as Satang) : '',
    items: itemsOf(values.items, language),
    appeal: fill(legalTexts.texts.appeal[language], { days: values.days ?? '', date: appealBy }),
  };
}

function dayOf(value: string | undefined, language: Language): string {
  const date = CalendarDateSchema.safeParse(value);
  return date.success ? formatDate(date.data, language) : (value ?? '');
}

function momentOf(instant: string | undefined, language: Language): string {
  return instant ? `${formatDate(bangkokDate(instant), language)} ${bangkokTime(instant)}` : '';
}

/** `documents.photo,worker.names` as names, one a line; what has no name of its own is called by its kind. */
function itemsOf(items: string | undefined, language: Language): string {
  const names = (items ?? '')
    .split(',')
    .filter(Boolean)
    .map((item) => `• ${itemName(item, language)}`);
  return names.join('\n');
}

function itemName(item: string, language: Language): string {
  const papers: Readonly<Record<string, WorkerText>> = documentNames.texts;
  const fields: Readonly<Record<string, WorkerText>> = fieldNames.texts;
  const key = item.replace(/^documents\./, '');
  const known = Object.hasOwn(papers, key)
    ? papers[key]
    : Object.hasOwn(fields, key)
      ? fields[key]
      : undefined;
  const kind = item.startsWith('documents') ? messageFrame.texts.paper : messageFrame.texts.answer;
  return (known ?? kind)[language];
}

function htmlOf(parts: {
  readonly language: Language;
  readonly lines: readonly string[];
  readonly link: string;
  readonly open: string;
  readonly footer: string;
}): string {
  const [subject = '', ...rest] = parts.lines.map(escapeHtml);
  const link = escapeHtml(parts.link);
  const style = 'font-family:sans-serif;line-height:1.6;max-width:36rem;margin:0 auto;padding:1rem';
  return [
    `<!doctype html><html lang="${parts.language}"><meta charset="utf-8"><body style="${style}">`,
    `<h1 style="font-size:1.25rem">${subject}</h1>`,
    ...rest.map((line) => `<p>${line}</p>`),
    `<p><a href="${link}">${escapeHtml(parts.open)}</a><br>${link}</p>`,
    `<hr><p style="font-size:.875rem">${escapeHtml(parts.footer)}</p></body></html>`,
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
