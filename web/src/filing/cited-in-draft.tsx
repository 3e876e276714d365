import { StateBadge } from '@permit/ui/state-badge.tsx';
import { dossierTexts } from '@permit/ui/texts/dossier-texts.ts';
import type { ReactElement, ReactNode } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { useTexts } from '../app/use-texts.ts';
import { standingTone } from '../dossier/standing-tone.ts';
import { usePaperName } from './use-item-name.ts';

/** A demand that the dossier answers: nothing is asked, and another file may still be given for this case alone. */
export function CitedInDraft(props: {
  readonly paper: Output<'getApplication'>['dossier'][number];
  readonly children: ReactNode;
}): ReactElement {
  const { paper, children } = props;
  const { language } = useApp();
  const t = useTexts(dossierTexts);
  const paperName = usePaperName();
  const { checkedAt, validUntil } = paper;
  return (
    <>
      <h2>{paperName([paper.kind])}</h2>
      <p>
        <StateBadge tone={standingTone(paper.standing)} word={t(paper.standing)} /> {t('fromDossier')}
      </p>
      <p className="quiet">
        {t('version', { version: paper.version })} ·{' '}
        {checkedAt && validUntil
          ? t('checkedUntil', {
              date: formatDay(checkedAt, language),
              until: formatDay(validUntil, language),
            })
          : t('addedOn', { date: formatDay(paper.addedAt, language) })}
      </p>
      <details>
        <summary>{t('otherInstead')}</summary>
        {children}
      </details>
    </>
  );
}
