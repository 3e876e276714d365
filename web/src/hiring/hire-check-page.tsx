import { hiringTexts } from '@permit/ui/texts/hiring-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { CodeField } from '../scan/code-field.tsx';
import { ProofCard } from './proof-card.tsx';

/** Before hiring: scan the card, read the answer, keep the dated proof that one has checked. */
export function HireCheckPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(hiringTexts);
  const act = useAct();
  const [proof, setProof] = useState<Output<'proveCheck'>>();
  const check = async (qr: string): Promise<void> => {
    setProof(undefined);
    setProof(await act.run(`prove ${qr}`, (key) => api.call('proveCheck', { qr }, key)));
  };
  return (
    <Page title={t('title')} back="/cases">
      <p>{t('lead')}</p>
      {!proof && <CodeField busy={act.busy} onCode={(qr) => void check(qr)} />}
      <ProblemNote problem={act.problem} />
      <div aria-live="polite">
        {proof && <ProofCard proof={proof} onAnother={() => setProof(undefined)} />}
      </div>
    </Page>
  );
}
