import { Button } from '@permit/ui/button.tsx';
import { DateField } from '@permit/ui/date-field.tsx';
import { ErrorSummary, type FieldProblem } from '@permit/ui/error-summary.tsx';
import { Radios } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { trackTexts } from '@permit/ui/texts/track-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';
import { Standing } from './standing.tsx';
import { TRACK_WAYS, trackFault, trackQuestion, type TrackWay } from './track-question.ts';

/** Where a case stands, by what the person has at hand; nobody signs in for it. */
export function TrackPage(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(portalTexts);
  const k = useTexts(trackTexts);
  const f = useTexts(frameTexts);
  const words = useDateWords(true);
  const act = useAct();
  const [way, setWay] = useState<TrackWay>('number');
  const [typed, setTyped] = useState('');
  const [born, setBorn] = useState('');
  const [wrong, setWrong] = useState<readonly FieldProblem[]>([]);
  const [found, setFound] = useState<Output<'trackApplication'>>();
  const labels = { number: t('number'), passport: k('by-passport'), receipt: k('receiptText') };
  const hints = { number: t('trackHow'), passport: k('passportHow'), receipt: k('receiptHow') };

  const choose = (chosen: string): void => {
    setWay(chosen as TrackWay);
    setTyped('');
    setWrong([]);
    setFound(undefined);
    act.clear();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFound(undefined);
    const faults = trackFault(way, typed, born);
    setWrong([
      ...(faults.includes('number') ? [{ fieldId: 'number', message: `${labels[way]}: ${hints[way]}` }] : []),
      ...(faults.includes('born')
        ? [{ fieldId: 'born', message: `${t('stepBirth')}: ${t('fillThisIn')}` }]
        : []),
    ]);
    if (faults.length > 0) return;
    setFound(await act.run('track', () => api.call('trackApplication', trackQuestion(way, typed, born))));
  };
  const unknown = act.problem?.code === 'not-found';
  const errorOf = (id: string): string | undefined => wrong.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <Page title={f('track')} back="/">
      <ErrorSummary
        title={f('errorTitle')}
        problems={unknown ? [{ fieldId: 'number', message: k('none') }] : wrong}
      />
      {!unknown && <ProblemNote problem={act.problem} />}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Radios
          id="by"
          label={k('by')}
          value={way}
          options={TRACK_WAYS.map((value) => ({ value, label: k(`by-${value}`) }))}
          onValue={choose}
        />
        <TextField
          id="number"
          label={labels[way]}
          hint={hints[way]}
          inputMode={way === 'number' ? 'numeric' : 'text'}
          autoComplete="off"
          maxLength={way === 'receipt' ? 600 : 20}
          value={typed}
          error={errorOf('number')}
          onValue={setTyped}
        />
        {way !== 'receipt' && (
          <DateField
            key={language}
            id="born"
            label={t('stepBirth')}
            language={language}
            words={words}
            value={born}
            error={errorOf('born')}
            onValue={setBorn}
          />
        )}
        <div className="actions">
          <Button type="submit" look="primary" busy={act.busy}>
            {t('trackButton')}
          </Button>
        </div>
      </form>
      <div aria-live="polite">{found && <Standing found={found} />}</div>
    </Page>
  );
}
