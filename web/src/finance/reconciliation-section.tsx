import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { Table } from '@permit/ui/table.tsx';
import { financeTexts } from '@permit/ui/texts/finance-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { formatBaht } from '../portal/money.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type Day = Output<'listReconciliations'>['days'][number];
type Difference = Output<'listDifferences'>['differences'][number];

/** Each day against the bank's statement, and what nobody has explained yet. */
export function ReconciliationSection(): ReactElement {
  const { api } = useApp();
  const t = useTexts(financeTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const { value, problem, reload } = useLoad('reconciliation', async () => ({
    ...(await api.call('listReconciliations', {})),
    ...(await api.call('listDifferences', {})),
  }));
  const compare = (): void =>
    void act
      .run('compare', () => api.call('reconcileDay', { day: bangkokDate(Date.now()) }))
      .then((made) => made && reload());
  return (
    <section>
      <h2>{t('reconciliation')}</h2>
      <ProblemNote problem={problem ?? act.problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      <div className="actions">
        <Button busy={act.busy} onClick={compare}>
          {t('compare')}
        </Button>
      </div>
      {value && <Days days={value.days} />}
      {value && <Differences differences={value.differences} onCleared={reload} />}
    </section>
  );
}

function Days({ days }: { readonly days: readonly Day[] }): ReactElement {
  const { language } = useApp();
  const t = useTexts(financeTexts);
  if (days.length === 0) return <EmptyState text={t('noDays')} />;
  const items = (count: number, satang: number) => t('items', { count, amount: formatBaht(satang) });
  const columns = [
    { head: t('day'), cell: (row: Day) => formatDay(row.day, language) },
    { head: t('bankSays'), cell: (row: Day) => items(row.bankCount, row.bankSatang) },
    { head: t('weSay'), cell: (row: Day) => items(row.ourCount, row.ourSatang) },
    { head: t('open'), cell: (row: Day) => row.openDifferences },
  ];
  return <Table caption={t('reconciliation')} columns={columns} rows={days} keyOf={({ day }) => day} />;
}

function Differences(props: {
  readonly differences: readonly Difference[];
  readonly onCleared: () => void;
}): ReactElement {
  const { differences, onCleared } = props;
  const { language } = useApp();
  const t = useTexts(financeTexts);
  const [chosen, setChosen] = useState<Difference>();
  const baht = (satang: number | undefined) => (satang === undefined ? '' : formatBaht(satang));
  const columns = [
    { head: t('day'), cell: (row: Difference) => formatDay(row.day, language) },
    { head: t('problem'), cell: (row: Difference) => t(`kind_${row.kind}`) },
    { head: t('reference'), cell: (row: Difference) => row.bankReference },
    { head: t('bankSays'), cell: (row: Difference) => baht(row.bankSatang) },
    { head: t('weSay'), cell: (row: Difference) => baht(row.ourSatang) },
    {
      head: t('actions'),
      cell: (row: Difference) => <Button onClick={() => setChosen(row)}>{t('clear')}</Button>,
    },
  ];
  const done = (): void => {
    setChosen(undefined);
    onCleared();
  };
  return (
    <>
      <h3>{t('differences')}</h3>
      {differences.length === 0 && <EmptyState text={t('noDifferences')} />}
      {differences.length > 0 && (
        <Table
          caption={t('differences')}
          columns={columns}
          rows={differences}
          keyOf={({ differenceId }) => differenceId}
        />
      )}
      {chosen && <ClearDialog difference={chosen} onClose={() => setChosen(undefined)} onDone={done} />}
    </>
  );
}

function ClearDialog(props: {
  readonly difference: Difference;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const { difference, onClose, onDone } = props;
  const { api } = useApp();
  const t = useTexts(financeTexts);
  const act = useAct();
  const clear = (reason: string): void =>
    void act
      .run(`clear ${difference.differenceId}`, () =>
        api.call('clearDifference', { differenceId: difference.differenceId, reason }),
      )
      .then((made) => made && onDone());
  return (
    <ReasonDialog
      title={t('clear')}
      means={t(`kind_${difference.kind}`)}
      label={t('reason')}
      busy={act.busy}
      problem={act.problem}
      choices={[{ word: t('clear'), look: 'primary', act: clear }]}
      onClose={onClose}
    />
  );
}
