import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { Table } from '@permit/ui/table.tsx';
import { financeTexts } from '@permit/ui/texts/finance-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { formatBaht } from '../portal/money.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type Refund = Output<'listRefunds'>['refunds'][number];

/** Refunds that wait for a decision or for their pay-out; the second step is another person's. */
export function RefundsSection(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(financeTexts);
  const f = useTexts(frameTexts);
  const [chosen, setChosen] = useState<Refund>();
  const { value, problem, reload } = useLoad('refunds', () => api.call('listRefunds', {}));
  const waiting = value?.refunds.filter(({ state }) => state === 'requested' || state === 'approved');
  const columns = [
    { head: t('number'), cell: (row: Refund) => row.number },
    { head: t('amount'), cell: (row: Refund) => formatBaht(row.amountSatang) },
    { head: t('reason'), cell: (row: Refund) => row.reason },
    { head: t('due'), cell: (row: Refund) => (row.dueAt ? formatInstant(row.dueAt, language) : '') },
    { head: t('actions'), cell: (row: Refund) => <NextStep row={row} onChoose={setChosen} /> },
  ];
  const close = (): void => setChosen(undefined);
  const done = (): void => {
    close();
    reload();
  };
  return (
    <section>
      <h2>{t('refunds')}</h2>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {waiting?.length === 0 && <EmptyState text={t('noRefunds')} />}
      {waiting && waiting.length > 0 && (
        <Table caption={t('refunds')} columns={columns} rows={waiting} keyOf={({ refundId }) => refundId} />
      )}
      {chosen && <RefundDialog refund={chosen} onClose={close} onDone={done} />}
    </section>
  );
}

function NextStep({
  row,
  onChoose,
}: {
  readonly row: Refund;
  readonly onChoose: (row: Refund) => void;
}): ReactElement {
  const t = useTexts(financeTexts);
  if (row.mine) return <span className="quiet">{t('waitsForAnother')}</span>;
  return (
    <Button onClick={() => onChoose(row)}>{row.state === 'requested' ? t('decide') : t('payOut')}</Button>
  );
}

function RefundDialog(props: {
  readonly refund: Refund;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const { refund, onClose, onDone } = props;
  const { refundId, state } = refund;
  const { api } = useApp();
  const t = useTexts(financeTexts);
  const act = useAct();
  const { value, problem } = useLoad(`refund-${refundId}`, () => api.call('getRefund', { refundId }));
  const decide = (approve: boolean) => (note: string) =>
    void act
      .run(`decide ${refundId}`, () => api.call('decideRefund', { refundId, approve, note }))
      .then((made) => made && onDone());
  const payOut = (transferReference: string): void =>
    void act
      .run(`pay out ${refundId}`, () => api.call('payOutRefund', { refundId, transferReference }))
      .then((made) => made && onDone());
  const choices =
    state === 'requested'
      ? [
          { word: t('approve'), look: 'primary' as const, act: decide(true) },
          { word: t('refuse'), look: 'danger' as const, act: decide(false) },
        ]
      : [{ word: t('paidOut'), look: 'primary' as const, act: payOut }];
  return (
    <ReasonDialog
      title={`${refund.number} · ${formatBaht(refund.amountSatang)}`}
      means={state === 'requested' ? t('approveMeans') : t('payOut')}
      label={state === 'requested' ? t('note') : t('transferReference')}
      busy={act.busy}
      problem={act.problem ?? problem}
      choices={choices}
      onClose={onClose}
    >
      {value && (
        <dl className="facts">
          <dt>{t('payee')}</dt>
          <dd>{value.payeeName}</dd>
          <dt>{t('account')}</dt>
          <dd>
            {value.payeeAccount} {value.payeeBank}
          </dd>
          <dt>{t('reason')}</dt>
          <dd>{value.reason}</dd>
        </dl>
      )}
    </ReasonDialog>
  );
}
