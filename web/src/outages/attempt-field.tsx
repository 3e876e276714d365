import { isNotCounted } from '@permit/domain/receipts/count-attempt.ts';
import { Button } from '@permit/ui/button.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { countedFilingTexts } from '@permit/ui/texts/counted-filing-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { CountedFiling } from './counted-filing.tsx';

/** Where a draft is late: the code of an "I tried", asked of the server at once, so that nobody pays before they know. */
export function AttemptField(props: {
  readonly applicationId: string;
  readonly counted: Output<'precheckDraft'>['countedFiling'];
  readonly onCounts: (attemptCode: string) => void;
}): ReactElement {
  const { applicationId, counted, onCounts } = props;
  const { api } = useApp();
  const t = useTexts(countedFilingTexts);
  const act = useAct();
  const [code, setCode] = useState('');
  const because = act.problem?.detailCode;
  const use = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const attemptCode = code.trim();
    // The wire takes eight signs and more; fewer are no code that we gave.
    const asked = await act.run(`attempt ${attemptCode}`, () =>
      api.call('precheckDraft', { applicationId, attemptCode: attemptCode.padEnd(8, '-') }),
    );
    if (asked?.countedFiling) onCounts(attemptCode);
  };
  if (counted) return <CountedFiling counted={counted} />;
  return (
    <form className="case-card" onSubmit={(event) => void use(event)} noValidate>
      <h2>{t('title')}</h2>
      <p>{t('how')}</p>
      <TextField
        id="attemptCode"
        label={t('code')}
        value={code}
        autoComplete="off"
        maxLength={12}
        error={isNotCounted(because) ? t(because) : undefined}
        onValue={setCode}
      />
      {!isNotCounted(because) && <ProblemNote problem={act.problem} />}
      <div className="actions">
        <Button type="submit" busy={act.busy}>
          {t('use')}
        </Button>
        <Link href="/tried">{t('noReceipt')}</Link>
      </div>
    </form>
  );
}
