import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { lifecycleOfficeTexts } from '@permit/ui/texts/lifecycle-office-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { PrepareVersion } from './prepare-version.tsx';
import { VersionCard } from './version-card.tsx';

/** Versions of services: prepared by one person with their differences and simulation, published by another. */
export function PublishingPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('service-drafts', () => api.call('listServiceDrafts', {}));
  return (
    <Page title={t('publishing')} wide>
      <PrepareVersion onPrepared={reload} />
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.drafts.length === 0 && <EmptyState text={t('noDrafts')} />}
      {value?.drafts.map((draft) => (
        <VersionCard key={draft.draftId} draft={draft} onDone={reload} />
      ))}
    </Page>
  );
}
