import { Button } from '@permit/ui/button.tsx';
import { DateField } from '@permit/ui/date-field.tsx';
import { ErrorSummary, type FieldProblem } from '@permit/ui/error-summary.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';
import { ApplicationStateBadge, NextStep } from './application-state.tsx';

/** Where a case stands, for whoever knows its number and the birth date; nobody signs in for it. */
export function TrackPage(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const words = useDateWords(true);
  const act = useAct();
  const [applicationNo, setNumber] = useState('');
  const [born, setBorn] = useState('');
  const [wrong, setWrong] = useState<readonly FieldProblem[]>([]);
  const [found, setFound] = useState<Output<'trackApplication'>>();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFound(undefined);
    const digits = applicationNo.replace(/\D/g, '');
    const faults: FieldProblem[] = [];
    if (digits.length !== 14) faults.push({ fieldId: 'number', message: `${t('number')}: ${t('trackHow')}` });
    if (!/^[1-9]\d{3}(-\d{2}){0,2}$/.test(born))
      faults.push({ fieldId: 'born', message: `${t('stepBirth')}: ${t('fillThisIn')}` });
    setWrong(faults);
    if (faults.length > 0) return;
    setFound(await act.run('track', () => api.call('trackApplication', { applicationNo: digits, born })));
  };
  const unknown = act.problem?.code === 'not-found';
  const errorOf = (id: string): string | undefined => wrong.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <Page title={f('track')} back="/">
      <p>{t('trackHow')}</p>
      <ErrorSummary
        title={f('errorTitle')}
        problems={unknown ? [{ fieldId: 'number', message: t('trackNone') }] : wrong}
      />
      {!unknown && <ProblemNote problem={act.problem} />}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          id="number"
          label={t('number')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          value={applicationNo}
          error={errorOf('number')}
          onValue={setNumber}
        />
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

function Standing({ found }: { readonly found: Output<'trackApplication'> }): ReactElement {
  const t = useTexts(portalTexts);
  return (
    <section className="case-card">
      <h2>{found.applicationNo}</h2>
      <ApplicationStateBadge state={found.state} />
      <h3>{t('nextStep')}</h3>
      <p>
        <NextStep state={found.state} dueAt={found.dueAt} />
      </p>
      <p className={`notice ${found.mayWork ? 'notice-good' : 'notice-warn'}`}>
        {found.mayWork ? t('mayWorkYes') : t('mayWorkNo')}
      </p>
    </section>
  );
}
