import { valueAt } from '@permit/domain/catalogue/condition.ts';
import { isCalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { BUDDHIST_OFFSET, formatDate } from '@permit/domain/calendar/format-date.ts';
import type { FieldRule } from '@permit/domain/catalogue/service-definition.ts';
import type { Language } from '@permit/domain/texts/text.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { useTexts } from '../app/use-texts.ts';
import { formatBaht } from '../portal/money.ts';
import { choiceOptions, countryName, provinceOptions } from './field-options.ts';
import type { StepProps } from './filing-page.tsx';
import { stepsOf } from './filing-steps.ts';
import { useItemName } from './use-item-name.ts';

/** Every answer in words, page by page, each with the way back to it. */
export function Answers(props: StepProps & { readonly address: (step: string) => string }): ReactElement {
  const { service, saved, address, documents } = props;
  const { language } = useApp();
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const itemName = useItemName();
  return (
    <div className="answers">
      {stepsOf(service, saved.draft)
        .filter(({ name }) => name !== 'check')
        .map((step) => (
          <section key={step.name}>
            <h2>
              {t(step.title)}
              <Link href={address(step.name)}>
                {f('change')}
                <span className="hidden-words"> {t(step.title)}</span>
              </Link>
            </h2>
            <dl className="facts">
              {step.fields.map(({ path, rule }) => (
                <div key={path} style={{ display: 'contents' }}>
                  <dt>{itemName(path)}</dt>
                  <dd>{answerWords(valueAt(saved.draft, path), rule, language) || f('notGiven')}</dd>
                </div>
              ))}
            </dl>
            {step.name === 'documents' && (
              <ul>
                {documents.map(({ documentId, kind }) => (
                  <li key={documentId}>{itemName(`documents.${kind}`)}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
    </div>
  );
}

/** A value as a person reads it; empty where nothing was given. */
export function answerWords(value: unknown, rule: Pick<FieldRule, 'kind'>, language: Language): string {
  if (value === undefined || value === null || value === '') return '';
  if (rule.kind === 'birth-date') return dateWords((value as { date: string }).date, language);
  if (rule.kind === 'satang') return formatBaht(Number(value));
  const text = String(value);
  if (rule.kind === 'date') return dateWords(text, language);
  if (rule.kind === 'choice') return choiceOptions([text], language)[0]!.label;
  if (rule.kind === 'nationality') return countryName(text, language);
  if (rule.kind === 'place-code')
    return provinceOptions(language).find((option) => option.value === text)?.label ?? text;
  return text;
}

/** `2026-11-20`, `2026-11` or `2026`, in the era of the language. */
export function dateWords(date: string, language: Language): string {
  if (isCalendarDate(date)) return formatDate(date, language);
  const [year = '', month] = date.split('-');
  if (!/^\d{4}$/.test(year)) return date;
  const shown = language === 'th' ? `พ.ศ. ${Number(year) + BUDDHIST_OFFSET}` : year;
  return month ? `${month}/${shown}` : shown;
}
