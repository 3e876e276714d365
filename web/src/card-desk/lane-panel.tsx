import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { ProductionForm } from './production-form.tsx';

/** How the printing of this centre stands; its supervisor pauses it and lets it go on. */
export function LanePanel({ isHead }: { readonly isHead: boolean }): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(cardDeskTexts);
  const { value, problem, reload } = useLoad('print-lane', async () => ({
    ...(await api.call('getPrintLane', {})),
    ...(await api.call('listCentres', {})),
  }));
  const nameOf = (id: string): string => {
    const centre = value?.centres.find(({ centreId }) => centreId === id);
    return centre ? say({ th: centre.nameTh, en: centre.nameEn }, language) : '—';
  };
  return (
    <section>
      <h2>{t('lane')}</h2>
      <ProblemNote problem={problem} onRetry={reload} />
      {value && (
        <>
          <StateBadge tone={value.paused ? 'warn' : 'good'} word={t(value.paused ? 'paused' : 'running')} />
          {value.pauseReason && <p className="quiet">{value.pauseReason}</p>}
          {value.producedAtCentreId && (
            <p className="notice">{t('elsewhere', { place: nameOf(value.producedAtCentreId) })}</p>
          )}
          {value.producesForCentreIds.length > 0 && (
            <p>{t('producesFor', { places: value.producesForCentreIds.map(nameOf).join(', ') })}</p>
          )}
          <dl className="facts">
            <dt>{t('waits')}</dt>
            <dd>{value.waiting}</dd>
            <dt>{t('inHand')}</dt>
            <dd>{value.inHand}</dd>
            <dt>{t('inDoubt')}</dt>
            <dd>{value.inDoubt}</dd>
          </dl>
          {isHead && (
            <>
              <PauseForm paused={value.paused} onDone={reload} />
              <ProductionForm
                key={value.producedAtCentreId ?? 'own'}
                centres={value.centres}
                producedAt={value.producedAtCentreId}
                onDone={reload}
              />
            </>
          )}
        </>
      )}
    </section>
  );
}

function PauseForm({
  paused,
  onDone,
}: {
  readonly paused: boolean;
  readonly onDone: () => void;
}): ReactElement {
  const { api } = useApp();
  const t = useTexts(cardDeskTexts);
  const act = useAct();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const lacks = !paused && reason.trim() === '';
  const go = async (): Promise<void> => {
    setAsked(true);
    if (lacks) return;
    const done = await act.run(paused ? 'resume printing' : `pause printing ${reason}`, () =>
      paused ? api.call('resumePrinting', {}) : api.call('pausePrinting', { reason }),
    );
    if (!done) return;
    setReason('');
    setAsked(false);
    onDone();
  };
  return (
    <>
      <ProblemNote problem={act.problem} />
      {!paused && (
        <TextField
          id="pause-reason"
          label={t('reason')}
          hint={t('pauseMeans')}
          value={reason}
          maxLength={500}
          error={asked && lacks ? t('fillIn') : undefined}
          onValue={setReason}
        />
      )}
      <div className="actions">
        <Button busy={act.busy} onClick={() => void go()}>
          {t(paused ? 'resume' : 'pause')}
        </Button>
      </div>
    </>
  );
}
