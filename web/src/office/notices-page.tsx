import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { Table } from '@permit/ui/table.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { noticeOfficeTexts } from '@permit/ui/texts/notice-office-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';
import { AskCorrection } from './ask-correction.tsx';
import { NoticeEvidence } from './notice-evidence.tsx';
import { useKeys } from './use-keys.ts';

type Row = Output<'listNotices'>['notices'][number];

/** The notices that the office owes an answer, by when it is due; everything by one key. */
export function NoticesPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(noticeOfficeTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const list = useLoad('office-notices', () => api.call('listNotices', { limit: 100 }));
  const rows = list.value?.notices ?? [];
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const current = rows[Math.min(at, rows.length - 1)];
  const notice = useLoad(`office-notice-${current?.noticeId}`, () =>
    current ? api.call('getNotice', { noticeId: current.noticeId }) : Promise.resolve(undefined),
  );
  const move = (by: number): void => setAt(Math.max(0, Math.min(rows.length - 1, at + by)));
  const settled = (words: string): void => {
    setSaid(words);
    setAsking(false);
    list.reload();
  };
  const acknowledge = async (): Promise<void> => {
    const value = notice.value;
    if (!value) return;
    const { noticeId, revision } = value;
    // Exactly what is on the screen is acknowledged: a paper that came meanwhile is looked at first.
    const papers = value.papers.length;
    const done = await act.run(`acknowledge ${noticeId}`, () =>
      api.call('acknowledgeNotice', { noticeId, revision, papers }),
    );
    if (done) settled(t('done', { number: value.noticeNo }));
    else notice.reload();
  };
  useKeys({ j: () => move(1), k: () => move(-1), a: () => void acknowledge(), r: () => setAsking(true) });
  return (
    <Page title={t('title')} wide>
      <p className="quiet">{t('keys')}</p>
      <p role="status">{said}</p>
      <ProblemNote problem={act.problem ?? notice.problem ?? list.problem} onRetry={list.reload} />
      {!list.value && !list.problem && <Skeleton label={f('loading')} />}
      {list.value && <p>{t('waiting', { count: list.value.waiting })}</p>}
      {list.value && rows.length === 0 && <EmptyState text={t('nothing')} />}
      {rows.length > 0 && (
        <NoticeTable rows={rows} current={current} onChoose={(row) => setAt(rows.indexOf(row))} />
      )}
      {notice.value && (
        <>
          <NoticeEvidence notice={notice.value} />
          <p className="quiet">{t('means')}</p>
          <div className="actions decide">
            <Button look="primary" busy={act.busy} onClick={() => void acknowledge()}>
              {t('acknowledge')} (a)
            </Button>
            <Button onClick={() => setAsking(true)}>{t('correct')} (r)</Button>
          </div>
        </>
      )}
      {asking && notice.value && (
        <AskCorrection notice={notice.value} onClose={() => setAsking(false)} onAsked={settled} />
      )}
    </Page>
  );
}

function NoticeTable(props: {
  readonly rows: readonly Row[];
  readonly current: Row | undefined;
  readonly onChoose: (row: Row) => void;
}): ReactElement {
  const { language } = useApp();
  const t = useTexts(noticeOfficeTexts);
  const nameOf = useServiceNames();
  return (
    <Table
      caption={t('title')}
      rows={props.rows}
      keyOf={({ noticeId }) => noticeId}
      isCurrent={(row) => row === props.current}
      columns={[
        {
          head: t('number'),
          cell: (row) => (
            <Button look="plain" onClick={() => props.onChoose(row)}>
              {row.noticeNo}
            </Button>
          ),
        },
        { head: t('kind'), cell: ({ serviceCode }) => nameOf(serviceCode) },
        { head: t('employer'), cell: ({ employerName }) => employerName || '—' },
        { head: t('workers'), cell: ({ workers }) => workers },
        { head: t('late'), cell: ({ daysLate }) => (daysLate > 0 ? daysLate : '—') },
        {
          head: t('due'),
          cell: ({ dueAt, overdue }) =>
            dueAt ? `${formatDay(dueAt, language)}${overdue ? ` · ${t('overdue')}` : ''}` : '—',
        },
      ]}
    />
  );
}
