import { TextField } from '@permit/ui/text-field.tsx';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { FormSection } from './form-section.tsx';
import { useTyped } from './use-typed.ts';

/** An employer or worker claims the account that a former agent still holds. */
export function ClaimPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(peopleTexts);
  const act = useAct();
  const [sent, setSent] = useState(false);
  const { typed, set, complete, clear } = useTyped(['username', 'statement', 'papers']);
  const send = async (): Promise<void> => {
    const { username, statement } = typed;
    const papers = typed.papers
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const filed = await act.run('claim account', (key) =>
      api.call('claimAccount', { username, statement, papers }, key),
    );
    if (!filed) return;
    clear();
    setSent(true);
  };
  return (
    <Page title={t('claim')} back="/account">
      <FormSection
        act={act}
        submit={t('claim')}
        ready={complete}
        done={sent ? t('claimSent') : undefined}
        onSubmit={send}
      >
        <TextField
          id="username"
          label={t('username')}
          value={typed.username}
          maxLength={120}
          onValue={set('username')}
        />
        <TextField
          id="statement"
          label={t('statement')}
          value={typed.statement}
          long
          maxLength={500}
          onValue={set('statement')}
        />
        <TextField
          id="papers"
          label={t('proofs')}
          value={typed.papers}
          long
          maxLength={2000}
          onValue={set('papers')}
        />
      </FormSection>
    </Page>
  );
}
