import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import type { ReactElement } from 'react';
import { useTexts } from './use-texts.ts';

/** A page that is on its way. */
export function Waiting(): ReactElement {
  const t = useTexts(frameTexts);
  return (
    <main id="content" className="page">
      <Skeleton label={t('loading')} />
    </main>
  );
}
