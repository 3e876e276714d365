import type { DateWords } from '@permit/ui/date-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { useTexts } from './use-texts.ts';

/** The words of a date field; `unknownDay` where only a year may be known. */
export function useDateWords(unknownDay: boolean): DateWords {
  const t = useTexts(frameTexts);
  return {
    day: t('day'),
    month: t('month'),
    year: t('year'),
    nothing: t('choose'),
    ...(unknownDay ? { dayUnknown: t('dayUnknown') } : {}),
  };
}
