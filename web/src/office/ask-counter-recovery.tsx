import { FieldGroup } from '@permit/ui/field-frame.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { counterRecoveryTexts } from '@permit/ui/texts/counter-recovery-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Input } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { FormSection } from '../people/form-section.tsx';
import { useTyped } from '../people/use-typed.ts';

type Paper = Input<'askCounterRecovery'>['papers'][number];
const PAPERS: readonly Paper[] = ['passport', 'thai-id', 'pink-card', 'company-certificate', 'permit-card'];

/** The first person: whose account, and which originals were seen. */
export function AskCounterRecovery({ onAsked }: { readonly onAsked: () => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(counterRecoveryTexts);
  const act = useAct();
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  const { typed, set, complete, clear } = useTyped(['username']);
  const ask = async (): Promise<void> => {
    const input = { ...typed, papers: [...papers] };
    if (!(await act.run('ask recovery', (key) => api.call('askCounterRecovery', input, key)))) return;
    clear();
    setPapers([]);
    onAsked();
  };
  return (
    <FormSection
      title={t('ask')}
      act={act}
      submit={t('ask')}
      ready={complete && papers.length > 0}
      onSubmit={ask}
    >
      <TextField
        id="username"
        label={t('username')}
        value={typed.username}
        autoComplete="off"
        maxLength={120}
        onValue={set('username')}
      />
      <FieldGroup words={{ id: 'papers', label: t('papers') }}>
        <div className="choices">
          {PAPERS.map((one) => (
            <label className="choice" key={one}>
              <input
                type="checkbox"
                checked={papers.includes(one)}
                onChange={(event) =>
                  setPapers(event.target.checked ? [...papers, one] : papers.filter((other) => other !== one))
                }
              />
              {t(`paper_${one}`)}
            </label>
          ))}
        </div>
      </FieldGroup>
    </FormSection>
  );
}
