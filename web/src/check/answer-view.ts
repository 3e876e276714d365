import { formatDate } from '@permit/domain/calendar/format-date.ts';
import { isCalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { VerifierAnswer } from '@permit/domain/cards/verify-permit-qr.ts';
import { fill } from '@permit/domain/texts/text.ts';
import { ANSWER_TONES } from '@permit/ui/answer-tones.ts';
import { TONE_SHAPES, type Tone } from '@permit/ui/tone-shapes.ts';
import { adviceTexts, answerTexts, checkTexts, type CheckLanguage } from '@permit/ui/texts/check-texts.ts';
import { element } from './element.ts';

const ADVICE = { good: 'good', warn: 'ask', bad: 'bad', quiet: 'unread' } as const;

/** The answer as word, colour and shape, with what to compare and how fresh it is. */
export function answerView(answer: VerifierAnswer, language: CheckLanguage): HTMLElement {
  const tone = ANSWER_TONES[answer.answer];
  const view = element('section', { class: `answer answer-${tone}`, tabindex: '-1' });
  view.append(toneShape(tone), element('h2', {}, answerTexts[answer.answer][language]));
  const permit = 'facts' in answer ? answer : undefined;
  if (permit?.specimen) view.append(element('p', { class: 'specimen' }, checkTexts.specimen[language]));
  view.append(element('p', { class: 'advice' }, adviceTexts[ADVICE[tone]][language]));
  if (permit?.lookOnline && ADVICE[tone] === 'good') view.append(element('p', {}, adviceTexts.ask[language]));
  if (permit) view.append(factsView(permit, language), freshness(permit.list, language));
  return view;
}

type Permit = Extract<VerifierAnswer, { facts: unknown }>;

function factsView({ facts, since }: Permit, language: CheckLanguage): HTMLElement {
  const list = element('dl', { class: 'facts' });
  const year = facts.birthYear;
  const rows: (readonly [keyof typeof checkTexts, string | undefined])[] = [
    ['name', facts.fullName],
    ['otherName', facts.secondaryFullName],
    ['birthYear', year === undefined ? undefined : yearWords(year, language)],
    ['nationality', facts.nationality],
    ['validTo', dayWords(facts.permit.validTo, language)],
    ['since', since && dayWords(since, language)],
  ];
  for (const [key, value] of rows)
    if (value) list.append(element('dt', {}, checkTexts[key][language]), element('dd', {}, value));
  return list;
}

/** Both eras in Thai: a passport shows the common one. */
function yearWords(year: number, language: CheckLanguage): string {
  return language === 'th' ? `พ.ศ. ${year + 543} (ค.ศ. ${year})` : String(year);
}

function dayWords(day: string, language: CheckLanguage): string {
  return isCalendarDate(day) ? formatDate(day, language) : day;
}

function freshness(list: Permit['list'], language: CheckLanguage): HTMLElement {
  if (list.state === 'none') return element('p', { class: 'quiet' }, checkTexts.listNone[language]);
  const stale = list.state === 'stale' ? ` · ${checkTexts.listStale[language]}` : '';
  const age = fill(checkTexts.listAge[language], { age: ageWords(list.ageSeconds, language) });
  return element('p', { class: 'quiet' }, age + stale);
}

/** An age in the largest unit that is not nought. */
export function ageWords(seconds: number, language: CheckLanguage): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return fill(checkTexts.minutes[language], { count: minutes });
  const hours = Math.round(minutes / 60);
  if (hours < 48) return fill(checkTexts.hours[language], { count: hours });
  return fill(checkTexts.days[language], { count: Math.round(hours / 24) });
}

/** The tone as a drawn shape, beside words that say the same. */
export function toneShape(tone: Tone): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', TONE_SHAPES[tone]);
  path.setAttribute('fill-rule', 'evenodd');
  path.setAttribute('fill', 'currentColor');
  svg.append(path);
  return svg;
}
