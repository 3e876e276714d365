import { csvFile } from '@permit/domain/bulk/csv-line.ts';
import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { Table } from '@permit/ui/table.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { oldRegisterTexts } from '@permit/ui/texts/old-register-texts.ts';
import type { ReactElement } from 'react';
import type { ApiClient, Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { faultWords } from '../bulk/fault-words.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { saveFile } from '../money/save-file.ts';
import { usePages } from './use-pages.ts';

type Fault = Output<'listOldPermitFaults'>['faults'][number];
const PAGE = 100;
/** A report of more lines than this is a wrong file, not a list to mend. */
const MOST_SAVED = 50_000;

/** Lines that were not taken, by line, column and reason; saved as a file for whoever mends the register. */
export function FaultList({
  importId,
  total,
}: {
  readonly importId: string;
  readonly total: number;
}): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(oldRegisterTexts);
  const f = useTexts(frameTexts);
  const itemName = useItemName();
  const saving = useAct();
  const { rows, problem, reload, act, more } = usePages<Fault>(`faults-${importId}`, async (after) => {
    const page = await api.call('listOldPermitFaults', { importId, after, limit: PAGE });
    return { rows: page.faults, next: page.next };
  });
  const lineOf = ({ line, column, code }: Fault): readonly [number, string, string] => [
    line,
    itemName(column),
    faultWords(code, language),
  ];
  const save = async (): Promise<void> => {
    const faults = await saving.run('save faults', () => allFaults(api, importId));
    if (!faults) return;
    const csv = csvFile([[t('line'), t('column'), t('reason')], ...faults.map(lineOf)]);
    saveFile('register-report.csv', new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <section className="bulk-rows">
      <h2>
        {t('faults')} ({total.toLocaleString('en')})
      </h2>
      <ProblemNote problem={problem ?? saving.problem} onRetry={reload} />
      {!rows && !problem && <Skeleton label={f('loading')} />}
      {rows?.length === 0 && <EmptyState text={t('noFaults')} />}
      {rows && rows.length > 0 && (
        <>
          <Table
            caption={t('faults')}
            rows={rows}
            keyOf={({ line, column, code }) => `${line} ${column} ${code}`}
            columns={[
              { head: t('line'), cell: (fault) => lineOf(fault)[0] },
              { head: t('column'), cell: (fault) => lineOf(fault)[1] },
              { head: t('reason'), cell: (fault) => lineOf(fault)[2] },
            ]}
          />
          <div className="actions">
            {more && (
              <Button busy={act.busy} onClick={() => void more()}>
                {t('more')}
              </Button>
            )}
            <Button busy={saving.busy} onClick={() => void save()}>
              {t('save')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

async function allFaults(api: ApiClient, importId: string): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (let after: number | undefined = 0; after !== undefined && faults.length < MOST_SAVED;) {
    const page: Output<'listOldPermitFaults'> = await api.call('listOldPermitFaults', {
      importId,
      after,
      limit: 200,
    });
    faults.push(...page.faults);
    after = page.next;
  }
  return faults;
}
