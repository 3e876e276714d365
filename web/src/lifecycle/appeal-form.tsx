import { Button } from '@permit/ui/button.tsx';
import { DateField } from '@permit/ui/date-field.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { lifecycleTexts } from '@permit/ui/texts/lifecycle-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';

/** When the refusal became known, and why it is wrong. */
export function AppealForm(props: {
  readonly applicationId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(lifecycleTexts);
  const p = useTexts(portalTexts);
  const dateWords = useDateWords(false);
  const act = useAct();
  const [knownOn, setKnownOn] = useState('');
  const [grounds, setGrounds] = useState('');
  const [asked, setAsked] = useState(false);
  const { applicationId, onDone } = props;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (knownOn.length < 10 || grounds.trim() === '') return;
    const done = await act.run(`appeal ${applicationId}`, (key) =>
      api.call('fileAppeal', { applicationId, knownOn, grounds }, key),
    );
    if (done) onDone();
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <ProblemNote problem={act.problem} />
      <DateField
        id="known-on"
        label={t('knownOn')}
        language={language}
        words={dateWords}
        value={knownOn}
        error={asked && knownOn.length < 10 ? p('fillThisIn') : undefined}
        onValue={setKnownOn}
      />
      <TextField
        id="grounds"
        label={t('grounds')}
        value={grounds}
        long
        maxLength={4000}
        error={asked && grounds.trim() === '' ? p('fillThisIn') : undefined}
        onValue={setGrounds}
      />
      <Button look="primary" type="submit" busy={act.busy}>
        {t('sendAppeal')}
      </Button>
    </form>
  );
}
