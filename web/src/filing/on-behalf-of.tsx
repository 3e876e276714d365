import { Select } from '@permit/ui/select.tsx';
import { behalfTexts } from '@permit/ui/texts/behalf-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

/** For whom an agent files: those whose power of attorney is in force; empty is a power of attorney on paper. */
export function OnBehalfOf(props: {
  readonly partyId: string;
  readonly onParty: (partyId: string) => void;
}): ReactElement {
  const { api } = useApp();
  const t = useTexts(behalfTexts);
  const { value, problem, reload } = useLoad('delegations', () => api.call('listDelegations', {}));
  const inForce = (value?.delegations ?? []).filter(({ given, state }) => !given && state === 'in-force');
  const principals = new Map(inForce.map(({ from }) => [from.partyId, from.name || from.partyId]));
  return (
    <>
      <ProblemNote problem={problem} onRetry={reload} />
      <Select
        id="on-behalf-of"
        label={t('behalf')}
        hint={t('behalfHint')}
        nothing={t('behalfPaper')}
        options={[...principals].map(([value, label]) => ({ value, label }))}
        value={props.partyId}
        onValue={props.onParty}
      />
    </>
  );
}
