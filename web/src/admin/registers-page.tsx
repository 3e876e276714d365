import { EmptyState } from '@permit/ui/empty-state.tsx';
import { ProgressBar, Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { oldRegisterTexts } from '@permit/ui/texts/old-register-texts.ts';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { ImportForm } from './import-form.tsx';
import { stopWords } from './stop-words.ts';

export type PermitImport = Output<'getPermitImport'>;

/** Every old register that was taken over or is being read. */
export function RegistersPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(oldRegisterTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('registers', () => api.call('listPermitImports', {}));
  return (
    <Page title={t('title')} wide>
      <p>{t('lead')}</p>
      <ProblemNote problem={problem} onRetry={reload} />
      <ImportForm />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.imports.length === 0 && <EmptyState text={t('none')} />}
      <ul className="tiles">
        {value?.imports.map((one) => (
          <ImportCard key={one.importId} one={one} />
        ))}
      </ul>
    </Page>
  );
}

function ImportCard({ one }: { readonly one: PermitImport }): ReactElement {
  const { language } = useApp();
  const t = useTexts(oldRegisterTexts);
  const when = one.finishedAt
    ? t('finished', { when: formatInstant(one.finishedAt, language) })
    : t('begun', { when: formatInstant(one.startedAt, language) });
  return (
    <li className="case-card">
      <h2>{one.source}</h2>
      <p>
        {when}
        <br />
        {t('kept')} {one.kept} · {t('refused')} {one.refused} · {t('duplicates')} {one.duplicates} ·{' '}
        {t('contradictions')} {one.contradictions}
      </p>
      {one.problem && (
        <p className="notice notice-bad">{t('stopped', { why: stopWords(one.problem, language) })}</p>
      )}
      {!one.finishedAt && <ReadingBar one={one} />}
      <div className="actions">
        <Link className="button" href={`/office/registers/${one.importId}`}>
          {t('open')}
          <span className="hidden-words"> {one.source}</span>
        </Link>
      </div>
    </li>
  );
}

/** How much of the file has been worked off. */
export function ReadingBar({ one }: { readonly one: PermitImport }): ReactElement {
  const t = useTexts(oldRegisterTexts);
  const percent = Math.floor((one.bytesDone / one.bytes) * 100);
  const label = t('reading', { percent, line: one.lineDone });
  return <ProgressBar label={label} done={one.bytesDone} total={one.bytes} />;
}
