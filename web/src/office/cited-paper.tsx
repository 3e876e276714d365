import { StateBadge } from '@permit/ui/state-badge.tsx';
import { dossierOfficeTexts } from '@permit/ui/texts/dossier-office-texts.ts';
import { dossierTexts } from '@permit/ui/texts/dossier-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { useTexts } from '../app/use-texts.ts';
import { standingTone } from '../dossier/standing-tone.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { PaperPages } from './paper-pages.tsx';

/** A paper of the employer's dossier that this case cites: who checked it, until when, and how it stands today. */
export function CitedPaper(props: {
  readonly paper: Output<'getApplication'>['dossier'][number];
}): ReactElement {
  const { paper } = props;
  const { paperId, kind, standing, checkedAt, checkedBy, validUntil } = paper;
  const { api, language } = useApp();
  const t = useTexts(dossierOfficeTexts);
  const d = useTexts(dossierTexts);
  const name = useItemName()(`documents.${kind}`);
  const checked = checkedAt && checkedBy && validUntil;
  return (
    <figure>
      <figcaption>
        {name} · {t('cited')} · {d('version', { version: paper.version })}{' '}
        <StateBadge tone={standingTone(standing)} word={d(standing)} />
      </figcaption>
      <p className="quiet">
        {checked
          ? t('checkedBy', {
              role: checkedBy,
              date: formatDay(checkedAt, language),
              until: formatDay(validUntil, language),
            })
          : t('notChecked')}
      </p>
      <PaperPages
        paper={paperId}
        name={name}
        links={() => api.call('linkDossierPaper', { paperId, purpose: 'review' })}
      />
    </figure>
  );
}
