import { bangkokTime } from '@permit/domain/calendar/bangkok-time.ts';
import { isCalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
import type { Language } from '@permit/domain/texts/text.ts';
import { create } from 'qrcode';
import type { Output } from '../api/api-client.ts';
import { element } from '../check/element.ts';
import { codeAge } from './code-age.ts';
import type { PhoneCode } from './kept-code.ts';
import type { WordKey } from './words.ts';

export interface CardWords {
  readonly t: (key: WordKey, values?: Record<string, string | number>) => string;
  readonly language: () => Language;
}

type Permit = Output<'listPermits'>['permits'][number];

const STATE_WORDS: Readonly<Record<string, WordKey>> = {
  temporary: 'temporary',
  active: 'active',
  'renewal-pending': 'pending',
};

/** The code large enough for any scanner, how old it is, and how long it can be shown without a network. */
export function cardView(
  words: CardWords,
  card: { code: PhoneCode; nowMs: number; online: boolean; onRenew: () => void },
): HTMLElement {
  const { code, nowMs, online, onRenew } = card;
  const { t, language } = words;
  const age = codeAge(code, nowMs);
  const view = element('section', { 'aria-live': 'polite' });
  if (age.state === 'ended') view.append(element('p', { class: 'answer answer-warn' }, t('expired')));
  else {
    view.append(element('p', { class: 'card-state' }, t(STATE_WORDS[code.state] ?? 'active')));
    view.append(qrPicture(code.qr, t('qrLabel')));
  }
  const facts = element('dl', { class: 'facts' });
  const validTo = isCalendarDate(code.validTo) ? formatDate(code.validTo, language()) : code.validTo;
  for (const [name, value] of [
    [t('permitNo'), code.permitNo],
    [t('validTo'), validTo],
  ] as const)
    facts.append(element('dt', {}, name), element('dd', {}, value));
  view.append(facts);
  if (age.state !== 'ended') {
    view.append(element('p', { class: 'card-age' }, t('age', { age: ageWords(age.minutes, t) })));
    view.append(element('p', { class: 'quiet' }, t('worksUntil', { time: bangkokTime(code.expiresAt) })));
  }
  view.append(element('p', { class: 'quiet' }, online ? t('online') : t('offline')));
  const button = element('button', { class: 'primary' }, t('refresh'));
  button.onclick = onRenew;
  view.append(button);
  return view;
}

function ageWords(minutes: number, t: CardWords['t']): string {
  return minutes < 60 ? t('minutes', { count: minutes }) : t('hours', { count: Math.floor(minutes / 60) });
}

/** An account with more than one permit in force: an employer who helps, or a family. */
export function chooseView(
  { t }: CardWords,
  permits: readonly Permit[],
  onChoose: (permit: Permit) => void,
): HTMLElement {
  const view = element('section');
  view.append(element('h2', {}, t('choose')));
  const list = element('ul', { class: 'choices' });
  for (const permit of permits) {
    const button = element('button', {}, permit.permitNo);
    button.onclick = () => onChoose(permit);
    const item = element('li');
    item.append(button);
    list.append(item);
  }
  view.append(list);
  return view;
}

const QUIET_ZONE = 4;
const SVG = 'http://www.w3.org/2000/svg';

/** Dark on white whatever the theme, with the quiet zone of ISO/IEC 18004. */
function qrPicture(text: string, label: string): SVGElement {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const side = size + 2 * QUIET_ZONE;
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({
    class: 'qr',
    viewBox: `0 0 ${side} ${side}`,
    role: 'img',
    'aria-label': label,
    'shape-rendering': 'crispEdges',
  }))
    svg.setAttribute(name, value);
  const ground = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({ width: side, height: side, fill: '#fff' }))
    ground.setAttribute(name, String(value));
  const path = document.createElementNS(SVG, 'path');
  const dark = Array.from(data.keys()).filter((index) => data[index]);
  path.setAttribute(
    'd',
    dark.map((at) => `M${(at % size) + QUIET_ZONE} ${Math.floor(at / size) + QUIET_ZONE}h1v1h-1z`).join(''),
  );
  svg.append(ground, path);
  return svg;
}
