import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { Radios } from '@permit/ui/select.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { Table } from '@permit/ui/table.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { moneyTexts } from '@permit/ui/texts/money-texts.ts';
import { useState, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { formatBaht } from '../portal/money.ts';

type Row = Output<'listBills'>['bills'][number];
const STATES = ['open', 'overdue', 'paid'] as const;
type State = (typeof STATES)[number];

/** Every bill of the filer, over all workers; several chosen ones are paid at once. */
export function BillsPage(): ReactElement {
  const { api } = useApp();
  const m = useTexts(moneyTexts);
  const f = useTexts(frameTexts);
  const [state, setState] = useState<State>('open');
  const { value, problem, reload } = useLoad(`bills-${state}`, () =>
    api.call('listBills', { state, limit: 200 }),
  );
  const options = STATES.map((name) => ({ value: name, label: m(`state_${name}`) }));
  return (
    <Page title={f('bills')} wide>
      <p>{m('billsLead')}</p>
      <p>
        <Link href="/papers/together">{m('downloadMany')}</Link>
      </p>
      <Radios
        id="state"
        label={m('show')}
        options={options}
        value={state}
        onValue={(next) => setState(next as State)}
      />
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} rows={5} />}
      {value?.bills.length === 0 && <EmptyState text={m('noBills')} />}
      {value && value.bills.length > 0 && <Bills key={state} rows={value.bills} payable={state === 'open'} />}
      <BegunPayments />
    </Page>
  );
}

function Bills({
  rows,
  payable,
}: {
  readonly rows: readonly Row[];
  readonly payable: boolean;
}): ReactElement {
  const m = useTexts(moneyTexts);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (billId: string): void => {
    const next = new Set(chosen);
    if (!next.delete(billId)) next.add(billId);
    setChosen(next);
  };
  const columns = [
    ...(payable
      ? [{ head: m('choose'), cell: (row: Row) => <Choice row={row} chosen={chosen} onToggle={toggle} /> }]
      : []),
    { head: m('worker'), cell: (row: Row) => <Worker row={row} /> },
    { head: m('amount'), cell: (row: Row) => formatBaht(row.amountSatang) },
  ];
  const f = useTexts(frameTexts);
  return (
    <>
      <Table caption={f('bills')} columns={columns} rows={rows} keyOf={({ billId }) => billId} />
      {payable && (
        <PayTogether
          rows={rows}
          chosen={chosen}
          onAll={() => setChosen(new Set(rows.map(({ billId }) => billId)))}
        />
      )}
    </>
  );
}

function Choice(props: {
  readonly row: Row;
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (billId: string) => void;
}): ReactElement {
  const { row, chosen, onToggle } = props;
  const m = useTexts(moneyTexts);
  const name = `${row.workerName} ${row.applicationNo ?? ''}`.trim();
  return (
    <label className="choice">
      <input type="checkbox" checked={chosen.has(row.billId)} onChange={() => onToggle(row.billId)} />
      <span className="hidden-words">{m('chooseOne', { name })}</span>
    </label>
  );
}

/** One column on a telephone too: who, which case, until when. */
function Worker({ row }: { readonly row: Row }): ReactElement {
  const { language } = useApp();
  const m = useTexts(moneyTexts);
  return (
    <>
      <Link href={`/bills/${row.billId}`}>{row.workerName || m('openBill')}</Link>
      <br />
      {row.applicationNo}
      <br />
      <span className="quiet">
        {m('due')} {formatInstant(row.dueAt, language)}
      </span>
    </>
  );
}

function PayTogether(props: {
  readonly rows: readonly Row[];
  readonly chosen: ReadonlySet<string>;
  readonly onAll: () => void;
}): ReactElement {
  const { rows, chosen, onAll } = props;
  const { api } = useApp();
  const [, go] = useLocation();
  const m = useTexts(moneyTexts);
  const act = useAct();
  const picked = rows.filter(({ billId }) => chosen.has(billId));
  const amount = formatBaht(picked.reduce((sum, { amountSatang }) => sum + amountSatang, 0));
  const pay = async (): Promise<void> => {
    const billIds = picked.map(({ billId }) => billId);
    const made = await act.run(`pay ${billIds.join(' ')}`, (key) => api.call('payBills', { billIds }, key));
    const [first] = made?.groups ?? [];
    if (first)
      go(
        `/bills/together/${first.groupId}${made && made.groups.length > 1 ? `?parts=${made.groups.length}` : ''}`,
      );
  };
  return (
    <>
      <ProblemNote problem={act.problem} />
      <div className="actions">
        <Button onClick={onAll}>{m('chooseAll')}</Button>
        {picked.length > 0 && (
          <Button look="primary" busy={act.busy} onClick={() => void pay()}>
            {m('payTogether')}
          </Button>
        )}
        <span role="status">{picked.length > 0 && m('chosen', { count: picked.length, amount })}</span>
      </div>
    </>
  );
}

const TONES = { open: 'warn', changed: 'warn', paid: 'good', overdue: 'bad', superseded: 'quiet' } as const;

/** Payments for many that were begun and are not over. */
function BegunPayments(): ReactElement | null {
  const { api } = useApp();
  const m = useTexts(moneyTexts);
  const { value } = useLoad('bill-groups', () => api.call('listBillGroups', {}));
  const waiting = value?.groups.filter(({ state }) => state === 'open' || state === 'changed') ?? [];
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>{m('begun')}</h2>
      <ul className="tiles">
        {waiting.map(({ groupId, number, amountSatang, state }) => (
          <li key={groupId}>
            <Link className="tile" href={`/bills/together/${groupId}`}>
              {m('group', { number })}
              <span className="quiet">{formatBaht(amountSatang)}</span>
              <StateBadge tone={TONES[state]} word={m('state_open')} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
