import { Button } from '@permit/ui/button.tsx';
import { Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { permitOrderTexts } from '@permit/ui/texts/permit-order-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';

type Side = 'holder' | 'employer';

/** Asks for the end of a permit, after saying what that means; who asks for another says for whom. */
export function AskEnd({
  permitId,
  onDone,
}: {
  readonly permitId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { api, who } = useApp();
  const t = useTexts(permitOrderTexts);
  const p = useTexts(portalTexts);
  const act = useAct();
  const [open, setOpen] = useState(false);
  const [side, setSide] = useState<Side>();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const forAnother = who ? !hasRole(who, 'worker', 'employer') : false;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (words.trim() === '' || (forAnother && !side)) return;
    const request = { permitId, words, ...(forAnother && side ? { side } : {}) };
    if (await act.run(`end ${permitId}`, (key) => api.call('requestPermitEnd', request, key))) onDone();
  };
  if (!open)
    return (
      <section className="case-card permit-end">
        <Button onClick={() => setOpen(true)}>{t('askEnd')}</Button>
      </section>
    );
  return (
    <section className="case-card permit-end">
      <h2>{t('askEnd')}</h2>
      <p className="notice">{t('askEndMeans')}</p>
      <form onSubmit={(event) => void send(event)} noValidate>
        <ProblemNote problem={act.problem} />
        {forAnother && (
          <Select
            id="end-side"
            label={t('forWhom')}
            nothing="—"
            value={side ?? ''}
            options={(['holder', 'employer'] as const).map((value) => ({ value, label: t(value) }))}
            error={asked && !side ? p('fillThisIn') : undefined}
            onValue={(value) => setSide(value as Side)}
          />
        )}
        <TextField
          id="end-words"
          label={t('why')}
          value={words}
          long
          maxLength={500}
          error={asked && words.trim() === '' ? p('fillThisIn') : undefined}
          onValue={setWords}
        />
        <Button look="danger" type="submit" busy={act.busy}>
          {t('send')}
        </Button>
      </form>
    </section>
  );
}
