import { countedFilingTexts } from '@permit/ui/texts/counted-filing-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { useTexts } from '../app/use-texts.ts';

type Counted = NonNullable<Output<'getApplication'>['countedFiling']>;

/** That a case counts as filed earlier than it came, by which "I tried", and which outage of ours bears it out. */
export function CountedFiling({ counted }: { readonly counted: Counted }): ReactElement {
  const { language } = useApp();
  const t = useTexts(countedFilingTexts);
  const { at, attemptCode, outage } = counted;
  const to = outage.endedAt ? formatInstant(outage.endedAt, language) : t('now');
  return (
    <div className="notice notice-good" role="status">
      <p>
        <strong>{t('counted', { time: formatInstant(at, language), code: attemptCode })}</strong>
      </p>
      <p>
        {t('outage', { from: formatInstant(outage.startedAt, language), to })}
        {outage.note && `: ${outage.note}`}
      </p>
    </div>
  );
}
