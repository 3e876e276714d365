import { ProgressBar, Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { useState, type ReactElement } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { CheckStep } from './check-step.tsx';
import { DocumentsStep } from './documents-step.tsx';
import type { Draft } from './draft.ts';
import { FieldsStep } from './fields-step.tsx';
import { stepsOf } from './filing-steps.ts';
import { readService, type Service } from './service.ts';

/** What has been saved so far. */
export interface Saved {
  readonly draft: Draft;
  readonly revision: number;
}

export interface StepProps {
  readonly applicationId: string;
  readonly service: Service;
  readonly saved: Saved;
  readonly documents: Output<'getApplication'>['documents'];
  readonly dossier: Output<'getApplication'>['dossier'];
  readonly onSaved: (saved: Saved) => void;
  readonly onReload: () => void;
  readonly onNext: () => void;
}

/** A draft, one page at a time; a draft that was left is found again at its first page that asks something. */
export function FilingPage(props: {
  readonly applicationId: string;
  readonly stepName: string | undefined;
}): ReactElement {
  const { api } = useApp();
  const { applicationId } = props;
  const f = useTexts(frameTexts);
  const t = useTexts(portalTexts);
  const { value, problem, reload } = useLoad(`draft-${applicationId}`, async () => {
    const found = await api.call('getApplication', { applicationId });
    return { found, service: await readService(api, found.serviceCode) };
  });
  if (value && value.found.state !== 'draft') return <Redirect to={`/cases/${applicationId}`} />;
  if (!value)
    return (
      <Page title={t('resume')} back="/cases">
        <ProblemNote problem={problem} onRetry={reload} />
        {!problem && <Skeleton label={f('loading')} rows={5} />}
      </Page>
    );
  return <Steps {...props} {...value} onReload={reload} />;
}

function Steps(props: {
  readonly applicationId: string;
  readonly stepName: string | undefined;
  readonly found: Output<'getApplication'>;
  readonly service: Service;
  readonly onReload: () => void;
}): ReactElement {
  const { applicationId, stepName, found, service, onReload } = props;
  const { language } = useApp();
  const [, go] = useLocation();
  const t = useTexts(portalTexts);
  const [saved, setSaved] = useState<Saved>({ draft: found.draft, revision: found.revision });
  const steps = stepsOf(service, saved.draft);
  const at = stepName ? steps.findIndex(({ name }) => name === stepName) : 0;
  const step = steps[at] ?? steps[0]!;
  const address = (name: string): string => `/cases/${applicationId}/edit/${name}`;
  const next = steps[at + 1];
  const label = t('stepOf', { step: Math.max(at, 0) + 1, steps: steps.length });
  const stepProps: StepProps = {
    applicationId,
    service,
    saved,
    documents: found.documents,
    dossier: found.dossier,
    onSaved: setSaved,
    onReload,
    onNext: () => next && go(address(next.name)),
  };
  return (
    <Page
      title={t(step.title)}
      caption={say(service.names, language)}
      back={at > 0 ? address(steps[at - 1]!.name) : '/cases'}
    >
      <ProgressBar label={label} done={Math.max(at, 0) + 1} total={steps.length} />
      {step.name === 'documents' && <DocumentsStep {...stepProps} />}
      {step.name === 'check' && <CheckStep {...stepProps} address={address} />}
      {step.fields.length > 0 && <FieldsStep key={step.name} {...stepProps} fields={step.fields} />}
    </Page>
  );
}
