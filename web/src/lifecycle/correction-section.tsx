import { Button } from '@permit/ui/button.tsx';
import { lifecycleTexts } from '@permit/ui/texts/lifecycle-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { CorrectionForm } from './correction-form.tsx';

/** Where a permit says something wrong, or the passport is a new one: ask here, and see what became of it. */
export function CorrectionSection({ permitId }: { readonly permitId: string }): ReactElement | null {
  const { api, language } = useApp();
  const t = useTexts(lifecycleTexts);
  const act = useAct();
  const [writing, setWriting] = useState(false);
  const { value, reload } = useLoad(`corrections-${permitId}`, () =>
    api.call('listCorrections', { permitId, state: 'asked' }),
  );
  if (!value) return null;
  const [waiting] = value.corrections;
  const takeBack = async (correctionId: string): Promise<void> => {
    const done = await act.run(`withdraw ${correctionId}`, () =>
      api.call('withdrawCorrection', { correctionId }),
    );
    if (done) reload();
  };
  if (waiting)
    return (
      <section className="case-card">
        <p>{t('correctionWaits', { date: formatDay(waiting.dueAt, language) })}</p>
        <ProblemNote problem={act.problem} />
        <Button busy={act.busy} onClick={() => void takeBack(waiting.correctionId)}>
          {t('takeBack')}
        </Button>
      </section>
    );
  return (
    <section className="case-card">
      <h2>{t('correct')}</h2>
      <p>{t('correctMeans')}</p>
      {writing ? (
        <CorrectionForm
          permitId={permitId}
          onDone={() => {
            setWriting(false);
            reload();
          }}
        />
      ) : (
        <Button onClick={() => setWriting(true)}>{t('sendCorrection')}</Button>
      )}
    </section>
  );
}
