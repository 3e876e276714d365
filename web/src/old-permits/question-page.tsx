import { Button } from '@permit/ui/button.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { oldPermitTexts } from '@permit/ui/texts/old-permit-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { Document } from '../office/document.tsx';
import { ReasonDialog } from '../office/reason-dialog.tsx';
import { nameOf } from '../portal/name-of.ts';
import { NearLines, type NearLine } from './near-lines.tsx';
import { VerdictNote } from './verdict-note.tsx';

type Case = Output<'getApplication'>;
/** What is about to be said; a line where it is one. */
type Saying = { readonly verdict: 'proven-by-papers' | 'not-proven' } | { readonly line: NearLine };

/** One case: what was typed and why, the papers, the lines of this passport, and the three answers. */
export function QuestionPage({ applicationId }: { readonly applicationId: string }): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(oldPermitTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad(`old permit ${applicationId}`, async () => ({
    found: await api.call('getApplication', { applicationId }),
    question: await api.call('getOldPermitQuestion', { applicationId }),
  }));
  const [saying, setSaying] = useState<Saying>();
  const say = (reason: string): Promise<unknown> => {
    if (!saying) return Promise.resolve();
    const { verdict, ...line } =
      'line' in saying
        ? { verdict: 'found-line' as const, importId: saying.line.importId, line: saying.line.line }
        : saying;
    return api.call('answerOldPermit', { applicationId, verdict, ...line, note: reason });
  };
  const verdict = saying && ('line' in saying ? 'found-line' : saying.verdict);
  return (
    <Page
      title={value ? nameOf(value.found.draft, language) : t('title')}
      caption={value ? `${t('title')} · ${value.found.applicationNo ?? ''}` : t('title')}
      back="/office/old-permits"
      wide
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} rows={5} />}
      {value && (
        <>
          <VerdictNote verdict={value.question.verdict} />
          <div className="office">
            <div>
              <Typed found={value.found} />
              <NearLines lines={value.question.lines} onChoose={(line) => setSaying({ line })} />
            </div>
            <section className="evidence">
              <h2>{t('papers')}</h2>
              {value.found.documents.map((document) => (
                <Document key={document.documentId} document={document} />
              ))}
            </section>
          </div>
          <div className="actions decide">
            <Button onClick={() => setSaying({ verdict: 'proven-by-papers' })}>
              {t('proven-by-papers')}
            </Button>
            <Button onClick={() => setSaying({ verdict: 'not-proven' })}>{t('not-proven')}</Button>
          </div>
        </>
      )}
      {verdict && (
        <ReasonDialog
          title={t(verdict)}
          means={t(`means_${verdict}`)}
          onClose={() => setSaying(undefined)}
          onReason={say}
          onDone={() => {
            setSaying(undefined);
            reload();
          }}
        />
      )}
    </Page>
  );
}

function Typed({ found }: { readonly found: Case }): ReactElement {
  const { language } = useApp();
  const t = useTexts(oldPermitTexts);
  const { oldPermit, travelDocument, worker } = found.draft;
  const reason = found.findings.find(({ code }) => code === 'old-permit-not-found')?.overruledBecause;
  const day = (date: string | undefined) => (date?.length === 10 ? formatDay(date, language) : date);
  const rows: (readonly [string, string | undefined])[] = [
    [t('oldNumber'), oldPermit?.number],
    [t('issued'), day(oldPermit?.issued)],
    [t('expires'), day(oldPermit?.expires)],
    [t('passport'), travelDocument?.number],
    [t('birth'), day(worker?.birth?.date)],
    [t('reason'), reason],
  ];
  return (
    <section className="evidence">
      <h2>{t('typed')}</h2>
      <dl className="facts">
        {rows.map(([name, words]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{words ?? '—'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
