import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { outageTexts } from '@permit/ui/texts/outage-texts.ts';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

type Outage = Output<'listOutages'>['outages'][number];

/** What does not work now and what did not before; for everybody, and the way to an "I tried" receipt. */
export function OutagesPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(outageTexts);
  const f = useTexts(frameTexts);
  const log = useLoad('outages', () => api.call('listOutages', {}));
  const open = log.value?.outages.filter(({ endedAt }) => !endedAt) ?? [];
  const over = log.value?.outages.filter(({ endedAt }) => endedAt) ?? [];
  return (
    <Page title={t('title')} back="/">
      <ProblemNote problem={log.problem} onRetry={log.reload} />
      {!log.value && !log.problem && <Skeleton label={f('loading')} />}
      {log.value && (
        <p className={`notice ${open.length > 0 ? 'notice-bad' : 'notice-good'}`} role="status">
          {open.length > 0 ? t('nowDown') : t('allWell')}
        </p>
      )}
      <OutageList outages={open} />
      <div className="actions">
        <Link className="button button-primary" href="/tried">
          {t('triedTitle')}
        </Link>
      </div>
      {log.value && <h2>{t('log')}</h2>}
      {log.value && over.length === 0 && <EmptyState text={t('none')} />}
      <OutageList outages={over} />
    </Page>
  );
}

/** Outages as cards: what they touched, from when to when, and how many deadlines were moved. */
export function OutageList({ outages }: { readonly outages: readonly Outage[] }): ReactElement {
  const { language } = useApp();
  const t = useTexts(outageTexts);
  return (
    <ul className="tiles">
      {outages.map((outage) => (
        <li className="case-card" key={outage.outageId}>
          <h2>{outage.affected.map((one) => t(one)).join(', ')}</h2>
          <p>
            {t('since', { time: formatInstant(outage.startedAt, language) })}
            {outage.endedAt && ` ${t('until', { time: formatInstant(outage.endedAt, language) })}`}
          </p>
          {outage.note && <p>{outage.note}</p>}
          {outage.deadlinesMoved > 0 && <p>{t('moved', { count: outage.deadlinesMoved })}</p>}
        </li>
      ))}
    </ul>
  );
}
