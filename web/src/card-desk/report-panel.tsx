import { StateBadge } from '@permit/ui/state-badge.tsx';
import { Table } from '@permit/ui/table.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

const FIGURES = [
  'received',
  'movedIn',
  'movedOut',
  'blank',
  'reserved',
  'issued',
  'spoiled',
  'quarantined',
  'destroyed',
] as const;

/** The balance of blanks at the end of each day, from the ledger, beside whether the blanks agree. */
export function ReportPanel(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(cardDeskTexts);
  const whole = { from: '2020-01-01', to: '2199-12-31' };
  const { value, problem, reload } = useLoad('stock-report', () => api.call('stockReport', whole));
  return (
    <section>
      <h2>{t('report')}</h2>
      <ProblemNote problem={problem} onRetry={reload} />
      {value && (
        <>
          <StateBadge
            tone={value.agreesWithBlanks ? 'good' : 'bad'}
            word={t(value.agreesWithBlanks ? 'agrees' : 'disagrees')}
          />
          <Table
            caption={t('report')}
            rows={[...value.days].reverse()}
            keyOf={({ day }) => day}
            columns={[
              { head: t('day'), cell: ({ day }) => formatDay(day, language) },
              ...FIGURES.map((figure) => ({
                head: t(figure),
                cell: (row: (typeof value.days)[number]) => row[figure],
              })),
            ]}
          />
        </>
      )}
    </section>
  );
}
