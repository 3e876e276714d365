import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { dossierTexts } from '@permit/ui/texts/dossier-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { standingTone } from './standing-tone.ts';

type Paper = Output<'listDossier'>['papers'][number];

/** One paper: what it is, how it stands and until when, why it was sent back, and the way to take it out. */
export function PaperCard(props: { readonly paper: Paper; readonly onRemoved: () => void }): ReactElement {
  const { paper } = props;
  const { language, who } = useApp();
  const t = useTexts(dossierTexts);
  const p = useTexts(peopleTexts);
  const name = useItemName()(`documents.${paper.kind}`);
  const [removing, setRemoving] = useState(false);
  const { standing, checkedAt, validUntil, reason, attorney, label } = paper;
  const day = (instant: string): string => formatDay(instant, language);
  return (
    <section className="evidence">
      <h2>
        {name} <StateBadge tone={standingTone(standing)} word={t(standing)} />
      </h2>
      <p>
        {label && `${label} · `}
        {t('version', { version: paper.version })} ·{' '}
        {checkedAt && validUntil
          ? t('checkedUntil', { date: day(checkedAt), until: day(validUntil) })
          : t('addedOn', { date: day(paper.addedAt) })}
      </p>
      {who && hasRole(who, 'agent') && <p>{paper.employer.name || paper.employer.partyId}</p>}
      {attorney && (
        <p className="quiet">
          {day(attorney.from)} – {day(attorney.until)} ·{' '}
          {attorney.acts.map((act) => p(`act_${act}`)).join(' · ')}
        </p>
      )}
      {reason && <p className="notice notice-warn">{t('because', { reason })}</p>}
      {standing !== 'returned' && (
        <Button onClick={() => setRemoving(true)}>
          {t('remove')}
          <span className="hidden-words"> {name}</span>
        </Button>
      )}
      {removing && <RemoveDialog {...props} onClose={() => setRemoving(false)} />}
    </section>
  );
}

function RemoveDialog(props: {
  readonly paper: Paper;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { paper, onRemoved, onClose } = props;
  const { api } = useApp();
  const t = useTexts(dossierTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const remove = async (): Promise<void> => {
    const { paperId } = paper;
    const removed = await act.run(`remove ${paperId}`, () => api.call('removeDossierPaper', { paperId }));
    if (removed) onRemoved();
  };
  return (
    <Dialog title={t('remove')} onClose={onClose}>
      <p className="notice">{t('removeMeans')}</p>
      <ProblemNote problem={act.problem} />
      <div className="actions">
        <Button look="danger" busy={act.busy} onClick={() => void remove()}>
          {t('remove')}
        </Button>
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}
