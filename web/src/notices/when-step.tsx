import { DateField } from '@permit/ui/date-field.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { noticeTexts } from '@permit/ui/texts/notice-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';
import { WITH_REASON } from './notice-draft.ts';
import type { StepProps } from './step-props.ts';

/** The day that the clock starts with, the reason where the law wants one, and the day of trying where we failed. */
export function WhenStep({ draft, onDraft, errorOf }: StepProps): ReactElement {
  const { language } = useApp();
  const t = useTexts(noticeTexts);
  const words = useDateWords(false);
  return (
    <>
      <DateField
        key={language}
        id="day"
        label={t('day')}
        hint={draft.serviceCode === 'H50' ? t('dayHintRefusal') : t('dayHint')}
        language={language}
        words={words}
        value={draft.day}
        error={errorOf('day')}
        onValue={(day) => onDraft({ day })}
      />
      {WITH_REASON.includes(draft.serviceCode) && (
        <TextField
          id="reason"
          label={t('reason')}
          value={draft.reason}
          long
          maxLength={2000}
          onValue={(reason) => onDraft({ reason })}
        />
      )}
      <TextField
        id="attemptCode"
        label={t('attemptCode')}
        value={draft.attemptCode}
        autoComplete="off"
        maxLength={12}
        onValue={(attemptCode) => onDraft({ attemptCode })}
      />
    </>
  );
}
