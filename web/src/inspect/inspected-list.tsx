import { Button } from '@permit/ui/button.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { Table } from '@permit/ui/table.tsx';
import { inspectTexts } from '@permit/ui/texts/inspect-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { useTexts } from '../app/use-texts.ts';
import { saveFile } from '../money/save-file.ts';
import { AnswerBadge } from '../scan/answer-badge.tsx';
import { inspectedCsv, isDoubtful, worksHere, type Inspected } from './inspected-rows.ts';

/** Everybody of a factory who was scanned, last first; kept by the inspector's own act only. */
export function InspectedList(props: {
  readonly rows: readonly Inspected[];
  readonly site: string;
  readonly onClear: () => void;
}): ReactElement {
  const { rows, site, onClear } = props;
  const { language } = useApp();
  const t = useTexts(inspectTexts);
  const bad = rows.filter((row) => isDoubtful(row, site)).length;
  const count = t('listCount', { count: rows.length, bad });
  const save = (): void =>
    saveFile('inspection.csv', new Blob([inspectedCsv(rows, site)], { type: 'text/csv;charset=utf-8' }));
  return (
    <section>
      <h2>{count}</h2>
      <p role="status" className="hidden-words">
        {count}
      </p>
      <p className="quiet">{t('listHere')}</p>
      {rows.length > 0 && (
        <>
          <Table
            caption={count}
            rows={[...rows].reverse()}
            keyOf={({ permitNo }) => permitNo}
            isCurrent={(row) => isDoubtful(row, site)}
            columns={[
              { head: t('name'), cell: ({ workerName }) => workerName },
              { head: t('answer'), cell: ({ answer }) => <AnswerBadge answer={answer} /> },
              {
                head: t('employers'),
                cell: (row) => (
                  <>
                    {row.employers.map(({ name }) => name).join(', ') || t('noEmployer')}
                    {!worksHere(row, site) && (
                      <>
                        <br />
                        <StateBadge tone="warn" word={t('otherEmployer')} />
                      </>
                    )}
                  </>
                ),
              },
              { head: t('validTo'), cell: ({ validTo }) => formatDay(validTo, language) },
            ]}
          />
          <div className="actions">
            <Button look="primary" onClick={save}>
              {t('save')}
            </Button>
            <Button onClick={onClear}>{t('clear')}</Button>
          </div>
        </>
      )}
    </section>
  );
}
