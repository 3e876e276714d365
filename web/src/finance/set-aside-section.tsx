import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { Table } from '@permit/ui/table.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
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

type Money = Output<'listSetAsideMoney'>['money'][number];
type Problem =
  'no-such-bill' | 'amount-differs' | 'paid-after-due' | 'bill-already-paid' | 'member-already-paid';
type Chosen = { readonly money: Money; readonly back: boolean };

/** Money that a bank took and that fits no open bill: a person explains it or begins to give it back. */
export function SetAsideSection(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(financeTexts);
  const f = useTexts(frameTexts);
  const [chosen, setChosen] = useState<Chosen>();
  const { value, problem, reload } = useLoad('set-aside', () => api.call('listSetAsideMoney', {}));
  const columns = [
    { head: t('reference'), cell: (row: Money) => row.bankReference },
    { head: t('amount'), cell: (row: Money) => formatBaht(row.amountSatang) },
    { head: t('problem'), cell: (row: Money) => t(`problem_${row.problem as Problem}`) },
    { head: t('paidAt'), cell: (row: Money) => formatInstant(row.paidAt, language) },
    {
      head: t('actions'),
      cell: (money: Money) => (
        <div className="actions">
          <Button onClick={() => setChosen({ money, back: false })}>{t('explain')}</Button>
          <Button onClick={() => setChosen({ money, back: true })}>{t('giveBack')}</Button>
        </div>
      ),
    },
  ];
  const done = (): void => {
    setChosen(undefined);
    reload();
  };
  return (
    <section>
      <h2>{t('setAside')}</h2>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.money.length === 0 && <EmptyState text={t('noSetAside')} />}
      {value && value.money.length > 0 && (
        <Table
          caption={t('setAside')}
          columns={columns}
          rows={value.money}
          keyOf={({ setAsideId }) => setAsideId}
        />
      )}
      {chosen && <SettleDialog chosen={chosen} onClose={() => setChosen(undefined)} onDone={done} />}
    </section>
  );
}

function SettleDialog(props: {
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const { chosen, onClose, onDone } = props;
  const { money, back } = chosen;
  const { api } = useApp();
  const t = useTexts(financeTexts);
  const act = useAct();
  const [payeeName, setPayeeName] = useState('');
  const [payeeAccount, setPayeeAccount] = useState('');
  const settle = (reason: string): void => {
    const { setAsideId } = money;
    const input = { setAsideId, reason, ...(back ? { returnTo: { payeeName, payeeAccount } } : {}) };
    void act
      .run(`settle ${setAsideId}`, () => api.call('settleSetAsideMoney', input))
      .then((made) => made && onDone());
  };
  return (
    <ReasonDialog
      title={`${formatBaht(money.amountSatang)} · ${money.bankReference}`}
      means={back ? t('giveBackMeans') : t('explainMeans')}
      label={t('reason')}
      busy={act.busy}
      problem={act.problem}
      choices={[{ word: back ? t('giveBack') : t('explain'), look: 'primary', act: settle }]}
      onClose={onClose}
    >
      {back && <TextField id="payeeName" label={t('payee')} value={payeeName} onValue={setPayeeName} />}
      {back && (
        <TextField
          id="payeeAccount"
          label={t('account')}
          inputMode="numeric"
          value={payeeAccount}
          onValue={setPayeeAccount}
        />
      )}
    </ReasonDialog>
  );
}
