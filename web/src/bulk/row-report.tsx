import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { Select } from '@permit/ui/select.tsx';
import { Table } from '@permit/ui/table.tsx';
import { bulkTexts } from '@permit/ui/texts/bulk-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { TextField } from '@permit/ui/text-field.tsx';
import { reportTexts } from '@permit/domain/texts/row-fault-texts.ts';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { ApiClient, Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { faultWords } from './fault-words.ts';

type Row = Output<'listBulkRows'>['rows'][number];
/** One reason at one place of a row. */
type Line = Row & Row['faults'][number] & { readonly key: string };

/** Lines that the page shows before somebody asks for more; the download has them all. */
const SHOWN_AT_ONCE = 50;

/** What is to be mended, by row, column and reason. */
export function RowReport({ runId }: { readonly runId: string }): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(bulkTexts);
  const f = useTexts(frameTexts);
  const r = useTexts(reportTexts);
  const itemName = useItemName();
  const { value: lines, problem, reload } = useLoad(`rows-${runId}`, () => faultyLines(api, runId));
  const [severity, setSeverity] = useState('refused');
  const [column, setColumn] = useState('');
  const [code, setCode] = useState('');
  const [row, setRow] = useState('');
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  if (problem) return <ProblemNote problem={problem} onRetry={reload} />;
  if (!lines) return <Skeleton label={f('loading')} />;
  const shown = lines.filter(
    (line) =>
      (!severity || line.severity === severity) &&
      (!column || line.column === column) &&
      (!code || line.code === code) &&
      (!row.trim() || String(line.row) === row.trim()),
  );
  const columnName = (path: string) => (path ? itemName(path) : t('wholeRow'));
  const options = (values: readonly string[], nameOf: (value: string) => string) =>
    [...new Set(values)].map((value) => ({ value, label: nameOf(value) }));
  return (
    <section className="bulk-rows" aria-labelledby="rows-heading">
      <h2 id="rows-heading">{t('toMend')}</h2>
      <div className="bulk-filters">
        <Select
          id="filter-outcome"
          label={r('outcome')}
          nothing={t('all')}
          value={severity}
          onValue={setSeverity}
          options={[
            { value: 'refused', label: r('refused') },
            { value: 'remark', label: t('remarks') },
          ]}
        />
        <Select
          id="filter-column"
          label={r('column')}
          nothing={t('all')}
          value={column}
          onValue={setColumn}
          options={options(lines.map((line) => line.column).filter(Boolean), columnName)}
        />
        <Select
          id="filter-reason"
          label={r('reason')}
          nothing={t('all')}
          value={code}
          onValue={setCode}
          options={options(
            lines.map((line) => line.code),
            (value) => faultWords(value, language),
          )}
        />
        <TextField id="filter-row" label={r('row')} inputMode="numeric" value={row} onValue={setRow} />
      </div>
      <p role="status">{t('shown', { shown: Math.min(shown.length, most), total: lines.length })}</p>
      {shown.length === 0 ? (
        <EmptyState text={t('nothingToMend')} />
      ) : (
        <Table<Line>
          caption={t('report')}
          keyOf={({ key }) => key}
          rows={shown.slice(0, most)}
          columns={[
            { head: r('row'), cell: ({ row: no }) => no },
            { head: r('column'), cell: ({ column: path }) => columnName(path) },
            { head: r('reason'), cell: (line) => faultWords(line.code, language) },
            {
              head: r('outcome'),
              cell: ({ outcome, applicationId }) =>
                applicationId ? (
                  <Link href={`/cases/${applicationId}`}>{outcome ? r(outcome) : t('openReport')}</Link>
                ) : (
                  outcome && r(outcome)
                ),
            },
          ]}
        />
      )}
      {shown.length > most && <Button onClick={() => setMost(most + SHOWN_AT_ONCE)}>{f('more')}</Button>}
    </section>
  );
}

async function faultyLines(api: ApiClient, runId: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (let after: number | undefined = 0; after !== undefined;) {
    const page: Output<'listBulkRows'> = await api.call('listBulkRows', {
      runId,
      faulty: 'true',
      after,
      limit: 200,
    });
    for (const row of page.rows)
      row.faults.forEach((fault, index) => lines.push({ ...row, ...fault, key: `${row.row}-${index}` }));
    after = page.next;
  }
  return lines;
}
