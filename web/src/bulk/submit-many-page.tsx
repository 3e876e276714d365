import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { ErrorSummary } from '@permit/ui/error-summary.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { submitManyTexts } from '@permit/ui/texts/submit-many-texts.ts';
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { allCases, CaseChoices } from './case-choices.tsx';

/** Version of the words under the declaration, as with a single filing. */
const DECLARATION_VERSION = '1';

/** Drafts that are ready, filed together under one declaration; what becomes of each is told by the run. */
export function SubmitManyPage(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(submitManyTexts);
  const p = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const [, go] = useLocation();
  const act = useAct();
  const { value: drafts, problem, reload } = useLoad('all drafts', () => allCases(api, 'draft'));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [accepted, setAccepted] = useState(false);
  const [asked, setAsked] = useState(false);
  const chosen = (drafts ?? []).filter(({ applicationId }) => !left.has(applicationId));
  const missing = [
    ...(chosen.length > 0 ? [] : [{ fieldId: 'drafts', message: t('chooseOne') }]),
    ...(accepted ? [] : [{ fieldId: 'declaration', message: p('declareFirst') }]),
  ];
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (missing.length > 0) return;
    const applicationIds = chosen.map(({ applicationId }) => applicationId);
    const declaration = { textVersion: DECLARATION_VERSION, language, accepted: true as const };
    const begun = await act.run(`submit many ${applicationIds.join(' ')}`, (key) =>
      api.call('submitMany', { applicationIds, declaration, overrules: [] }, key),
    );
    if (begun) go(`/bulk/${begun.runId}`);
  };
  return (
    <Page title={t('submitDrafts')} back="/cases">
      <p>{t('lead')}</p>
      <ErrorSummary title={f('errorTitle')} problems={asked ? missing : []} />
      <ProblemNote problem={problem ?? act.problem} onRetry={reload} />
      {!drafts && !problem && <Skeleton label={f('loading')} />}
      {drafts?.length === 0 && <EmptyState text={t('none')} />}
      {drafts && drafts.length > 0 && (
        <>
          <CaseChoices id="drafts" label={t('choose')} cases={drafts} left={left} onLeft={setLeft} />
          <label className="choice notice" htmlFor="declaration">
            <input
              id="declaration"
              type="checkbox"
              checked={accepted}
              onChange={(event) => setAccepted(event.target.checked)}
            />
            {p('declaration')}
          </label>
          <div className="actions">
            <Button look="primary" busy={act.busy} onClick={() => void submit()}>
              {t('submit', { count: chosen.length })}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
}
