import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { bulkTexts } from '@permit/ui/texts/bulk-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';

type Run = Output<'listBulkRuns'>['runs'][number];

/** What the person has had done for many at once, newest first. */
export function RunListPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(bulkTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('bulk-runs', () => api.call('listBulkRuns', {}));
  return (
    <Page title={t('manyAtOnce')} back="/cases">
      <ProblemNote problem={problem} onRetry={reload} />
      <div className="actions">
        <Link className="button button-primary" href="/bulk/new">
          {t('newImport')}
        </Link>
      </div>
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.runs.length === 0 && <EmptyState text={t('noRuns')} />}
      <ul className="tiles">
        {value?.runs.map((run) => (
          <RunCard key={run.runId} run={run} />
        ))}
      </ul>
    </Page>
  );
}

function RunCard({ run }: { readonly run: Run }): ReactElement {
  const { language } = useApp();
  const t = useTexts(bulkTexts);
  const nameOf = useServiceNames();
  const { drafted = 0, submitted = 0, answered = 0, refused = 0 } = run.outcomes;
  return (
    <li className="case-card">
      <h2>{run.serviceCode ? nameOf(run.serviceCode) : t(run.kind)}</h2>
      <p>
        {formatInstant(run.startedAt, language)}
        <br />
        {t('taken', { count: drafted + submitted + answered })} · {t('refusedCount', { count: refused })}
        {!run.finishedAt && (
          <>
            <br />
            {t('underWay', { done: run.rowsDone, total: run.rowsTotal })}
          </>
        )}
      </p>
      <div className="actions">
        <Link className="button" href={`/bulk/${run.runId}`}>
          {t('openReport')}
          <span className="hidden-words"> {formatInstant(run.startedAt, language)}</span>
        </Link>
      </div>
    </li>
  );
}
