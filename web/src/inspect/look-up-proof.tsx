import { TextField } from '@permit/ui/text-field.tsx';
import { inspectTexts } from '@permit/ui/texts/inspect-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { ProofCard } from '../hiring/proof-card.tsx';
import { FormSection } from '../people/form-section.tsx';

/** An employer shows a proof that they checked before hiring: what was really answered that day. */
export function LookUpProof(): ReactElement {
  const { api } = useApp();
  const t = useTexts(inspectTexts);
  const act = useAct();
  const [typed, setTyped] = useState('');
  const [proof, setProof] = useState<Output<'getCheckProof'>>();
  const proofId = typed.trim();
  const look = async (): Promise<void> => {
    setProof(undefined);
    setProof(await act.run(`proof ${proofId}`, () => api.call('getCheckProof', { proofId })));
  };
  return (
    <>
      <FormSection
        title={t('byProof')}
        folded
        act={act}
        submit={t('lookUp')}
        ready={/^[\w-]{22}$/.test(proofId)}
        onSubmit={look}
      >
        <TextField
          id="proof-no"
          label={t('proofNo')}
          value={typed}
          maxLength={30}
          autoComplete="off"
          onValue={setTyped}
        />
      </FormSection>
      {proof && <ProofCard proof={proof} />}
    </>
  );
}
