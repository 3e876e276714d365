import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { Table } from '@permit/ui/table.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { moneyTexts } from '@permit/ui/texts/money-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useEffect, type ReactElement } from 'react';
import { Link, useSearch } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { formatBaht } from '../portal/money.ts';
import { HowToPay } from './how-to-pay.tsx';
import { SetAsideNotes } from './set-aside-notes.tsx';

type Group = Output<'getBillGroup'>;
type Member = Group['bills'][number];
const ASK_AGAIN_MS = 4_000;

/** One payment for many: one amount, one code, the bills in it; it notices by itself that it was paid. */
export function GroupPage({ groupId }: { readonly groupId: string }): ReactElement {
  const { api } = useApp();
  const m = useTexts(moneyTexts);
  const f = useTexts(frameTexts);
  const parts = new URLSearchParams(useSearch()).get('parts');
  const {
    value: group,
    problem,
    reload,
  } = useLoad(`group-${groupId}`, () => api.call('getBillGroup', { groupId }));
  useStateChange(group, reload);
  return (
    <Page title={group ? m('group', { number: group.number }) : m('payTogether')} back="/bills">
      <ProblemNote problem={problem} onRetry={reload} />
      {!group && !problem && <Skeleton label={f('loading')} rows={5} />}
      {parts && <p className="notice">{m('split', { count: parts })}</p>}
      {group && <GroupFacts group={group} />}
      {group?.state === 'open' && <HowToPay payable={group} subjectId={group.groupId} />}
      {group && <Members group={group} />}
    </Page>
  );
}

/**
 * Asks for the state alone, every few seconds, and for everything again only when it has changed: the members are
 * named, and each reading of names is recorded.
 */
function useStateChange(group: Group | undefined, reload: () => void): void {
  const { api } = useApp();
  const { groupId, state } = group ?? {};
  const waits = state === 'open' || state === 'changed';
  useEffect(() => {
    if (!waits) return undefined;
    const ask = async (): Promise<void> => {
      const { groups } = await api.call('listBillGroups', {});
      if (groups.find((found) => found.groupId === groupId)?.state !== state) reload();
    };
    const timer = setInterval(() => void ask().catch(() => undefined), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [api, groupId, state, waits, reload]);
}

function GroupFacts({ group }: { readonly group: Group }): ReactElement {
  const { language } = useApp();
  const t = useTexts(portalTexts);
  const m = useTexts(moneyTexts);
  const { state } = group;
  const isPaid = state === 'paid';
  return (
    <>
      <div role="status">
        <StateBadge tone={isPaid ? 'good' : 'warn'} word={isPaid ? t('paid') : t('notPaid')} />
        {(state === 'changed' || state === 'superseded' || state === 'overdue') && (
          <p className="notice notice-warn">{m(`group_${state}`)}</p>
        )}
      </div>
      <SetAsideNotes setAside={group.setAside} />
      <dl className="facts">
        <dt>{m('amount')}</dt>
        <dd className="big-number">{formatBaht(group.amountSatang)}</dd>
        <dt>{m('due')}</dt>
        <dd>{formatInstant(group.dueAt, language)}</dd>
        <dt>{t('ref')}</dt>
        <dd>
          {group.ref1} / {group.ref2}
        </dd>
      </dl>
    </>
  );
}

function Members({ group }: { readonly group: Group }): ReactElement {
  const m = useTexts(moneyTexts);
  const columns = [
    { head: m('worker'), cell: (row: Member) => <Worker row={row} /> },
    { head: m('amount'), cell: (row: Member) => formatBaht(row.amountSatang) },
    { head: m('state'), cell: (row: Member) => m(row.paidAt ? 'state_paid' : 'state_open') },
  ];
  return <Table caption={m('members')} columns={columns} rows={group.bills} keyOf={({ billId }) => billId} />;
}

function Worker({ row }: { readonly row: Member }): ReactElement {
  const m = useTexts(moneyTexts);
  return (
    <>
      <Link href={`/bills/${row.billId}`}>{row.workerName || m('openBill')}</Link>
      <br />
      {row.applicationNo}
    </>
  );
}
