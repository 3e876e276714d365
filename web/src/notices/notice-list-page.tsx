import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { noticeTexts } from '@permit/ui/texts/notice-texts.ts';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';
import { NoticeStateBadge } from './notice-state.tsx';
import './notice-operations.ts';

type Row = Output<'listNotices'>['notices'][number];

/** Everything that the person has told, newest first. */
export function NoticeListPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(noticeTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const first = useLoad('notices', () => api.call('listNotices', {}));
  const [later, setLater] = useState<readonly Row[]>([]);
  const [next, setNext] = useState<string>();
  const rows = [...(first.value?.notices ?? []), ...later];
  const after = later.length > 0 ? next : first.value?.next;
  const more = async (): Promise<void> => {
    const page = await act.run('more', () => api.call('listNotices', after ? { after } : {}));
    if (!page) return;
    setLater([...later, ...page.notices]);
    setNext(page.next);
  };
  return (
    <Page title={t('myNotices')} back="/">
      <ProblemNote problem={first.problem ?? act.problem} onRetry={first.reload} />
      <div className="actions">
        <Link className="button button-primary" href="/notices/new">
          {t('newNotice')}
        </Link>
      </div>
      {!first.value && !first.problem && <Skeleton label={f('loading')} />}
      {first.value && rows.length === 0 && <EmptyState text={t('noNotices')} />}
      <ul className="tiles">
        {rows.map((row) => (
          <NoticeCard key={row.noticeId} row={row} />
        ))}
      </ul>
      {after && (
        <Button busy={act.busy} onClick={() => void more()}>
          {f('more')}
        </Button>
      )}
    </Page>
  );
}

function NoticeCard({ row }: { readonly row: Row }): ReactElement {
  const { language } = useApp();
  const t = useTexts(noticeTexts);
  const nameOf = useServiceNames();
  return (
    <li className="case-card">
      <h2>{nameOf(row.serviceCode)}</h2>
      <p>
        {row.employerName && (
          <>
            {row.employerName}
            <br />
          </>
        )}
        {t('workersCount', { count: row.workers })}
        <br />
        {t('noticeNo')}: {row.noticeNo}
        <br />
        {t('receivedOn')} {formatInstant(row.receivedAt, language)}
        {row.daysLate > 0 && ` · ${t('late', { days: row.daysLate })}`}
      </p>
      <NoticeStateBadge state={row.state} />
      <div className="actions">
        <Link className="button" href={`/notices/${row.noticeId}`}>
          {t('open')}
          <span className="hidden-words"> {row.noticeNo}</span>
        </Link>
      </div>
    </li>
  );
}
