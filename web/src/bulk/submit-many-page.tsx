import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { ErrorSummary } from '@permit/ui/error-summary.tsx';
import { FieldGroup } from '@permit/ui/field-frame.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { submitManyTexts } from '@permit/ui/texts/submit-many-texts.ts';
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { ApiClient, Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';

type Draft = Output<'listApplications'>['applications'][number];

/** Cases of one bulk act (domain/contract/bulk-api.ts). */
const MOST_DRAFTS = 1_000;
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
  const { value: drafts, problem, reload } = useLoad('all drafts', () => allDrafts(api));
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
          <Choices drafts={drafts} left={left} onLeft={setLeft} />
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

function Choices(props: {
  readonly drafts: readonly Draft[];
  /** Drafts that are left out. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
}): ReactElement {
  const { drafts, left, onLeft } = props;
  const t = useTexts(submitManyTexts);
  const serviceName = useServiceNames();
  const toggle = (id: string): void =>
    onLeft(new Set(left.has(id) ? [...left].filter((one) => one !== id) : [...left, id]));
  const setAll = (on: boolean): void =>
    onLeft(new Set(on ? [] : drafts.map(({ applicationId }) => applicationId)));
  return (
    <FieldGroup words={{ id: 'drafts', label: t('choose') }}>
      <div className="choices">
        <label className="choice">
          <input
            type="checkbox"
            checked={left.size === 0}
            onChange={(event) => setAll(event.target.checked)}
          />
          <strong>{t('all')}</strong>
        </label>
        {drafts.map(({ applicationId, workerName, serviceCode }) => (
          <label className="choice" key={applicationId}>
            <input
              type="checkbox"
              checked={!left.has(applicationId)}
              onChange={() => toggle(applicationId)}
            />
            <span>
              {workerName || t('noName')}
              <span className="quiet"> · {serviceName(serviceCode)}</span>
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

async function allDrafts(api: ApiClient): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  for (let after: string | undefined = ''; after !== undefined && drafts.length < MOST_DRAFTS;) {
    const page: Output<'listApplications'> = await api.call('listApplications', {
      state: 'draft',
      limit: 100,
      ...(after ? { after } : {}),
    });
    drafts.push(...page.applications);
    after = page.next;
  }
  return drafts.slice(0, MOST_DRAFTS);
}
