import { Button } from '@permit/ui/button.tsx';
import { ProgressBar, Skeleton } from '@permit/ui/progress-bar.tsx';
import { bulkTexts } from '@permit/ui/texts/bulk-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { useEffect, type ReactElement } from 'react';
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
import { saveFile } from '../money/save-file.ts';
import { faultWords } from './fault-words.ts';
import { RowReport } from './row-report.tsx';
import './bulk.css';

type Run = Output<'getBulkRun'>;

const ASK_AGAIN_MS = 1_500;

/** How far a run is, and what became of its rows. The page may be left: the work goes on without it. */
export function RunPage({ runId }: { readonly runId: string }): ReactElement {
  const { api, language, online } = useApp();
  const t = useTexts(bulkTexts);
  const f = useTexts(frameTexts);
  const nameOf = useServiceNames();
  const { value: run, problem, reload } = useLoad(`bulk-${runId}`, () => api.call('getBulkRun', { runId }));
  const ended = run?.finishedAt !== undefined;
  useEffect(() => {
    if (ended || !online || problem) return;
    const timer = setInterval(reload, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [ended, online, problem, reload]);
  return (
    <Page title={run?.serviceCode ? nameOf(run.serviceCode) : t('report')} caption={t('report')} back="/bulk">
      <ProblemNote problem={problem} onRetry={reload} />
      {!run && !problem && <Skeleton label={f('loading')} />}
      {run && (
        <>
          <p className="quiet">{formatInstant(run.startedAt, language)}</p>
          {!ended && (
            <>
              <ProgressBar
                label={t('underWay', { done: run.rowsDone, total: run.rowsTotal })}
                done={run.rowsDone}
                total={run.rowsTotal}
              />
              <p>{t('mayLeave')}</p>
            </>
          )}
          {run.problem && (
            <p className="notice notice-bad" role="alert">
              {faultWords(run.problem, language)}
            </p>
          )}
          <Outcomes run={run} />
          {ended && <AfterIt run={run} />}
          {ended && <RowReport runId={runId} />}
          <Notes notes={run.notes} />
        </>
      )}
    </Page>
  );
}

function Outcomes({ run }: { readonly run: Run }): ReactElement {
  const t = useTexts(bulkTexts);
  const { drafted = 0, submitted = 0, answered = 0, known = 0, refused = 0 } = run.outcomes;
  const counts = [
    [t('takenHead'), drafted + submitted + answered],
    [t('refusedHead'), refused],
    [t('knownHead'), known],
  ] as const;
  return (
    <dl className="bulk-counts">
      {counts.map(([head, count]) => (
        <div key={head}>
          <dt>{head}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What one does with a finished run: take the report along, mend the sheet, send it again. */
function AfterIt({ run }: { readonly run: Run }): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(bulkTexts);
  const act = useAct();
  const download = async (): Promise<void> => {
    const report = await act.run('report', () =>
      api.call('downloadBulkReport', { runId: run.runId, language }),
    );
    if (report) saveFile(report.fileName, new Blob([report.csv], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <>
      <ProblemNote problem={act.problem} />
      <div className="actions">
        <Button look="primary" busy={act.busy} onClick={() => void download()}>
          {t('download')}
        </Button>
        {run.kind === 'import-workers' && (
          <Link className="button" href={`/bulk/new/${run.serviceCode ?? ''}`}>
            {t('sendCorrected')}
          </Link>
        )}
        <Link className="button" href="/cases">
          {t('toCases')}
        </Link>
      </div>
      {run.kind === 'import-workers' && <p className="quiet">{t('nothingTwice')}</p>}
    </>
  );
}

function Notes({ notes }: { readonly notes: Run['notes'] }): ReactElement | null {
  const t = useTexts(bulkTexts);
  if (notes.length === 0) return null;
  const files = notes.filter(({ code }) => code === 'file-not-matched');
  const columns = notes.filter(({ code }) => code === 'column-not-known');
  return (
    <section>
      {columns.length > 0 && (
        <p>{t('columnsUnknown', { list: columns.map(({ text }) => text).join(', ') })}</p>
      )}
      {files.length > 0 && <h2>{t('filesUnmatched')}</h2>}
      <ul>
        {files.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
