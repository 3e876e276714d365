import { isCalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
import type { CwtClaims } from '@permit/domain/cards/claim-169.ts';
import type { VerifierAnswer } from '@permit/domain/cards/verify-permit-qr.ts';
import { checkTexts, paperTexts, type CheckLanguage } from '@permit/ui/texts/check-texts.ts';
import { element } from './element.ts';

/** What a good code says that is no permit but a paper of ours (decision 0011); undefined for every other answer. */
export function paperIn(answer: VerifierAnswer): CwtClaims | undefined {
  const claims = 'claims' in answer && answer.signatureGood ? answer.claims : undefined;
  return claims?.paper && claims;
}

/** The facts of the paper, to be held against what is printed on it. */
export function paperView(claims: CwtClaims, language: CheckLanguage): HTMLElement {
  const { paper, identity } = claims;
  const view = element('section', { class: 'answer answer-good', tabindex: '-1' });
  view.append(element('h2', {}, paperTexts.genuine[language]));
  if (!paper) return view;
  const day = isCalendarDate(paper.issuedOn) ? formatDate(paper.issuedOn, language) : paper.issuedOn;
  const amount = paper.satang === undefined ? undefined : (paper.satang / 100).toFixed(2);
  const rows: (readonly [string, string | undefined])[] = [
    [paperTexts.number[language], paper.number],
    [paperTexts.issuedOn[language], day],
    [paperTexts.amount[language], amount],
    [checkTexts.name[language], identity.fullName],
  ];
  const list = element('dl', { class: 'facts' });
  for (const [name, value] of rows) if (value) list.append(element('dt', {}, name), element('dd', {}, value));
  view.append(element('p', { class: 'advice' }, paperTexts[paper.kind][language]), list);
  view.append(element('p', {}, paperTexts.compare[language]));
  return view;
}
