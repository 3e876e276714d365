import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { Radios } from '@permit/ui/select.tsx';
import { Table } from '@permit/ui/table.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { oldPermitTexts } from '@permit/ui/texts/old-permit-texts.ts';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

const WHICH = ['waiting', 'answered'] as const;

/** Cases whose old permit no register knows, oldest first. */
export function QuestionsPage(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(oldPermitTexts);
  const f = useTexts(frameTexts);
  const [which, setWhich] = useState<(typeof WHICH)[number]>('waiting');
  const { value, problem, reload } = useLoad(`old permits ${which}`, () =>
    api.call('listOldPermitQuestions', { answered: which === 'answered' ? 'true' : 'false' }),
  );
  return (
    <Page title={t('title')} wide>
      <p>{t('lead')}</p>
      <Radios
        id="which"
        label={t('show')}
        value={which}
        options={WHICH.map((one) => ({ value: one, label: t(one) }))}
        onValue={(chosen) => setWhich(chosen === 'answered' ? 'answered' : 'waiting')}
      />
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.questions.length === 0 && (
        <EmptyState text={t(which === 'answered' ? 'noneAnswered' : 'none')} />
      )}
      {value && value.questions.length > 0 && (
        <Table
          caption={t('title')}
          rows={value.questions}
          keyOf={({ applicationId }) => applicationId}
          columns={[
            { head: t('number'), cell: ({ applicationNo }) => applicationNo },
            { head: t('worker'), cell: ({ workerName }) => workerName },
            { head: t('asked'), cell: ({ askedAt }) => formatInstant(askedAt, language) },
            {
              head: t('answer'),
              cell: ({ verdict, registers }) =>
                verdict ? t(verdict.verdict) : t('registers', { count: registers }),
            },
            {
              head: t('look'),
              cell: ({ applicationId, applicationNo }) => (
                <Link className="button" href={`/office/old-permits/${applicationId}`}>
                  {t('look')}
                  <span className="hidden-words"> {applicationNo}</span>
                </Link>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}
