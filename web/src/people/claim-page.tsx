import { TextField } from '@permit/ui/text-field.tsx';
import { accountHelpTexts } from '@permit/ui/texts/account-help-texts.ts';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useEffect, useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { FormSection } from './form-section.tsx';
import { MyClaims } from './my-claims.tsx';
import { useTyped } from './use-typed.ts';
import './account-operations.ts';

/** An employer or worker claims the account that a former agent still holds. */
export function ClaimPage(): ReactElement {
  const { api, who } = useApp();
  const t = useTexts(peopleTexts);
  const h = useTexts(accountHelpTexts);
  const act = useAct();
  const { value, problem, reload } = useLoad('my claims', () => api.call('listClaims', {}));
  const upheld = value?.claims.filter((claim) => claim.upheld).length ?? 0;
  const parties = new Set(who?.roles.map(({ partyId }) => partyId)).size;
  useEffect(() => {
    // Each upheld claim brought a party; a session from before learns of it here, without signing in again.
    if (upheld > 0 && parties <= upheld) void api.resume().catch(() => undefined);
  }, [api, upheld, parties]);
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
    reload();
  };
  return (
    <Page title={t('claim')} back="/account">
      <p>{h('claimHow')}</p>
      <ProblemNote problem={problem} onRetry={reload} />
      <MyClaims claims={value?.claims ?? []} />
      <FormSection
        act={act}
        submit={h('fileClaim')}
        ready={complete}
        done={sent ? t('claimSent') : undefined}
        onSubmit={send}
      >
        <TextField
          id="username"
          label={h('claimedName')}
          autoComplete="off"
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
          hint={h('papersHint')}
          value={typed.papers}
          long
          maxLength={2000}
          onValue={set('papers')}
        />
      </FormSection>
    </Page>
  );
}
