import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { dossierTexts } from '@permit/ui/texts/dossier-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { AddPaper } from './add-paper.tsx';
import { PaperCard } from './paper-card.tsx';

/** Papers that every case of the employer cites, each with how it stands; and a new one. */
export function DossierPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(dossierTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('dossier', () => api.call('listDossier', {}));
  return (
    <Page title={t('title')} back="/account">
      <p>{t('how')}</p>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.papers.length === 0 && <EmptyState text={t('none')} />}
      {value?.papers.map((paper) => (
        <PaperCard key={paper.paperId} paper={paper} onRemoved={reload} />
      ))}
      {value && <AddPaper onAdded={reload} />}
    </Page>
  );
}
