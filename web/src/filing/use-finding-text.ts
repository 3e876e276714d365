import { isCalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
import { fill, say, type StaffText } from '@permit/domain/texts/text.ts';
import { useEffect, useState } from 'react';
import { useApp } from '../app/app-context.tsx';
import { findingWords, type Finding } from './finding-words.ts';
import { useItemName } from './use-item-name.ts';

type Texts = Readonly<Record<string, StaffText>>;

const NONE: Texts = {};

/** Evidence that names papers, which a person reads by name. */
const PAPERS = ['anyOf', 'kind', 'said', 'seen'];

/**
 * What a finding says, evidence and all. The words of every check come when the first finding is shown; until
 * then those of the fields are known already. `more` has the words of findings that the caller's page alone shows.
 */
export function useFindingText(more: Texts = NONE): (finding: Finding) => string {
  const { language } = useApp();
  const itemName = useItemName();
  const [texts, setTexts] = useState<Texts>({});
  useEffect(() => {
    let current = true;
    void import('./finding-texts.ts').then(
      ({ findingTexts }) => current && setTexts(findingTexts()),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [language]);
  const word = (name: string, value: unknown): string => {
    if (PAPERS.includes(name)) return itemName(`documents.${String(value)}`);
    return isCalendarDate(value) ? formatDate(value, language) : String(value);
  };
  const words = (name: string, value: unknown): string =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).map((one) => word(name, one)).join(', ');
  return ({ code, evidence = {} }) => {
    const text = texts[code] ?? more[code];
    if (!text) return findingWords(code, language);
    const filled = Object.entries(evidence).map(([name, value]) => [name, words(name, value)]);
    return fill(say(text, language), Object.fromEntries(filled) as Record<string, string>);
  };
}
