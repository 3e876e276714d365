import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';

export type Centre = Output<'listCentres'>['centres'][number];

/** Which place prints the cards of this centre from now on: itself, or another one. */
export function ProductionForm(props: {
  readonly centres: readonly Centre[];
  readonly producedAt: string | undefined;
  readonly onDone: () => void;
}): ReactElement {
  const { centres, producedAt, onDone } = props;
  const { api, language } = useApp();
  const t = useTexts(cardDeskTexts);
  const act = useAct();
  const [place, setPlace] = useState(producedAt ?? '');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const lacks = reason.trim() === '';
  const assign = async (): Promise<void> => {
    setAsked(true);
    if (lacks) return;
    const done = await act.run(`produce at ${place} ${reason}`, () =>
      api.call('assignProduction', { reason, ...(place ? { producedAtCentreId: place } : {}) }),
    );
    if (!done) return;
    setReason('');
    setAsked(false);
    onDone();
  };
  return (
    <details className="evidence">
      <summary>{t('production')}</summary>
      <p className="quiet">{t('productionMeans')}</p>
      <Select
        id="production-place"
        label={t('productionAt')}
        nothing={t('ownPrinters')}
        value={place}
        options={centres.map((centre) => ({
          value: centre.centreId,
          label: say({ th: centre.nameTh, en: centre.nameEn }, language),
        }))}
        onValue={setPlace}
      />
      <TextField
        id="production-reason"
        label={t('reason')}
        value={reason}
        maxLength={500}
        error={asked && lacks ? t('fillIn') : undefined}
        onValue={setReason}
      />
      <ProblemNote problem={act.problem} />
      <Button busy={act.busy} onClick={() => void assign()}>
        {t('assign')}
      </Button>
    </details>
  );
}
