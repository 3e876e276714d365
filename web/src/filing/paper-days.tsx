import { askedDays } from '@permit/domain/catalogue/paper-days.ts';
import type { DocumentRule } from '@permit/domain/catalogue/service-definition.ts';
import { DateField } from '@permit/ui/date-field.tsx';
import { paperDaysTexts } from '@permit/ui/texts/paper-days-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';
import type { Service } from './service.ts';
import { usePaperName } from './use-item-name.ts';

/** The days of a paper as its filer says them. */
export interface SaidDays {
  readonly issued?: string;
  readonly expires?: string;
}

/** Asks for the days that the demand is judged by; nothing where the form asks for them. */
export function PaperDays(props: {
  readonly id: string;
  readonly kind: string;
  readonly rule: DocumentRule;
  readonly fields: Service['fields'];
  readonly days: SaidDays;
  readonly onDays: (days: SaidDays) => void;
}): ReactElement {
  const { id, kind, rule, fields, days, onDays } = props;
  const { language } = useApp();
  const t = useTexts(paperDaysTexts);
  const words = useDateWords(false);
  const paperName = usePaperName();
  const asked = askedDays(rule, kind, fields);
  return (
    <>
      {(['issued', 'expires'] as const)
        .filter((day) => asked[day])
        .map((day) => (
          <DateField
            key={`${day} ${language}`}
            id={`${id}-${day}`}
            label={`${paperName([kind])} · ${t(day === 'issued' && kind === 'photo' ? 'taken' : day)}`}
            hint={t('before')}
            language={language}
            words={words}
            value={days[day] ?? ''}
            onValue={(value) => onDays({ ...days, [day]: value })}
          />
        ))}
    </>
  );
}
