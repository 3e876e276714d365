import { eventText } from '@permit/domain/texts/machine-state-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { Table } from '@permit/ui/table.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { lifecycleOfficeTexts } from '@permit/ui/texts/lifecycle-office-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

type Attention = Output<'listAttention'>;
type Item = Attention['items'][number];
type Kind = Item['kind'];

/** Everything within the caller's reach that waits beyond its time, was set aside or failed, and who has to act. */
export function AttentionPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const f = useTexts(frameTexts);
  const [kind, setKind] = useState<Kind>();
  const { value, problem, reload } = useLoad(`attention-${kind ?? ''}`, () =>
    api.call('listAttention', kind ? { kind } : {}),
  );
  return (
    <Page title={t('attention')} wide>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value && (
        <>
          <Kinds counts={value.counts} chosen={kind} onKind={setKind} />
          {value.items.length === 0 ? (
            <EmptyState text={t('nothingWaits')} />
          ) : (
            <Items items={value.items} onDone={reload} />
          )}
        </>
      )}
    </Page>
  );
}

function Kinds(props: {
  readonly counts: Attention['counts'];
  readonly chosen: Kind | undefined;
  readonly onKind: (kind: Kind | undefined) => void;
}): ReactElement {
  const t = useTexts(lifecycleOfficeTexts);
  const { counts, chosen, onKind } = props;
  return (
    <div className="actions" role="group" aria-label={t('kind')}>
      <Button look={chosen ? 'secondary' : 'primary'} onClick={() => onKind(undefined)}>
        {t('all')}
      </Button>
      {counts.map(({ kind, count }) => (
        <Button key={kind} look={chosen === kind ? 'primary' : 'secondary'} onClick={() => onKind(kind)}>
          {t(`kind_${kind}`)} {count}
        </Button>
      ))}
    </div>
  );
}

/** Of which machine the state of a kind is; problem codes have no words of their own and are shown as they are. */
const MACHINE: Readonly<Partial<Record<Kind, string>>> = {
  'case-overdue': 'application',
  'ended-in-outage': 'application',
  'card-uncollected': 'application',
  'appeal-overdue': 'application',
  'order-appeal-overdue': 'permit-order',
  'permit-end-waits': 'permit-end',
  'correction-waits': 'correction',
  'capture-held': 'capture',
  'visit-left-open': 'visit',
  'notice-overdue': 'notice',
  'refund-overdue': 'refund',
  'capture-waits': 'capture',
  'print-waits': 'print-order',
  'card-waits': 'card',
  'message-waits': 'message',
  'dossier-waits': 'dossier-paper',
};

function Items({
  items,
  onDone,
}: {
  readonly items: readonly Item[];
  readonly onDone: () => void;
}): ReactElement {
  const { language } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const stateOf = ({ kind, state }: Item): string => {
    const text = eventText(MACHINE[kind] ?? '', state);
    return text ? say(text, language) : state;
  };
  return (
    <Table
      caption={t('attention')}
      rows={items}
      keyOf={({ kind, subject, since }) => `${kind} ${subject} ${since}`}
      columns={[
        { head: t('kind'), cell: ({ kind }) => t(`kind_${kind}`) },
        { head: t('number'), cell: ({ number, subject }) => number ?? subject },
        { head: t('state'), cell: stateOf },
        { head: t('waitsFor'), cell: ({ waitsFor }) => t(`who_${waitsFor}` as 'who_filer') },
        { head: t('since'), cell: ({ since }) => formatInstant(since, language) },
        { head: t('due'), cell: ({ dueAt }) => (dueAt ? formatInstant(dueAt, language) : '—') },
        { head: t('remedy'), cell: (item) => <Remedy item={item} onDone={onDone} /> },
      ]}
    />
  );
}

function Remedy({ item, onDone }: { readonly item: Item; readonly onDone: () => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const act = useAct();
  const words = t(`remedy_${item.remedy}` as 'remedy_adjudicate');
  if (item.kind !== 'job-failed') return <>{words}</>;
  const jobId = item.subject;
  const retry = async (): Promise<void> => {
    const done = await act.run(`retry ${jobId}`, () => api.call('retryJob', { jobId }));
    if (done) onDone();
  };
  return (
    <>
      {words} <ProblemNote problem={act.problem} />
      <Button busy={act.busy} onClick={() => void retry()}>
        {t('retry')}
      </Button>
    </>
  );
}
