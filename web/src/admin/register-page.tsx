import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { oldRegisterTexts } from '@permit/ui/texts/old-register-texts.ts';
import { useEffect, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import '../bulk/bulk.css';
import { ConflictList } from './conflict-list.tsx';
import { FaultList } from './fault-list.tsx';
import { ReadingBar, type PermitImport } from './registers-page.tsx';
import { stopWords } from './stop-words.ts';

const ASK_AGAIN_MS = 2_000;

/** One import: how far, how many of each kind, where it came from, and the lines that need somebody's eyes. */
export function RegisterPage({ importId }: { readonly importId: string }): ReactElement {
  const { api, language, online } = useApp();
  const t = useTexts(oldRegisterTexts);
  const f = useTexts(frameTexts);
  const {
    value: one,
    problem,
    reload,
  } = useLoad(`register-${importId}`, () => api.call('getPermitImport', { importId }));
  const ended = one?.finishedAt !== undefined;
  useEffect(() => {
    if (ended || !online || problem) return;
    const timer = setInterval(reload, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [ended, online, problem, reload]);
  return (
    <Page title={one?.source ?? t('title')} caption={t('title')} back="/office/registers" wide>
      <ProblemNote problem={problem} onRetry={reload} />
      {!one && !problem && <Skeleton label={f('loading')} />}
      {one && (
        <>
          {!ended && (
            <>
              <ReadingBar one={one} />
              <p>{t('mayLeave')}</p>
            </>
          )}
          {one.problem && (
            <p className="notice notice-bad" role="alert">
              {t('stopped', { why: stopWords(one.problem, language) })}
            </p>
          )}
          <Counts one={one} />
          <Provenance one={one} />
          {ended && <FaultList importId={importId} total={one.refused} />}
          {ended && <ConflictList importId={importId} total={one.duplicates + one.contradictions} />}
        </>
      )}
    </Page>
  );
}

function Counts({ one }: { readonly one: PermitImport }): ReactElement {
  const t = useTexts(oldRegisterTexts);
  return (
    <dl className="bulk-counts">
      {(['kept', 'refused', 'duplicates', 'contradictions'] as const).map((figure) => (
        <div key={figure}>
          <dt>{t(figure)}</dt>
          <dd>{one[figure].toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  );
}

function Provenance({ one }: { readonly one: PermitImport }): ReactElement {
  const { language } = useApp();
  const t = useTexts(oldRegisterTexts);
  const rows: (readonly [string, string])[] = [
    [t('source'), one.source],
    [t('bytes'), `${one.bytes.toLocaleString('en')} B`],
    [t('linesRead'), one.lineDone.toLocaleString('en')],
    ...(one.fileHash ? [[t('fileHash'), one.fileHash] as const] : []),
  ];
  return (
    <section className="evidence">
      <h2>{t('provenance')}</h2>
      <p className="quiet">
        {t('begun', { when: formatInstant(one.startedAt, language) })}
        {one.finishedAt && ` · ${t('finished', { when: formatInstant(one.finishedAt, language) })}`}
      </p>
      <dl className="facts">
        {rows.map(([name, words]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
