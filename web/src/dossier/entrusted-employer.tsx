import { Select } from '@permit/ui/select.tsx';
import { dossierTexts } from '@permit/ui/texts/dossier-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

/** Whose dossier an agent adds to: those whose power of attorney is in force. */
export function EntrustedEmployer(props: {
  readonly partyId: string;
  readonly onParty: (partyId: string) => void;
}): ReactElement {
  const { api } = useApp();
  const t = useTexts(dossierTexts);
  const { value, problem, reload } = useLoad('delegations', () => api.call('listDelegations', {}));
  const inForce = (value?.delegations ?? []).filter(({ given, state }) => !given && state === 'in-force');
  const employers = new Map(inForce.map(({ from }) => [from.partyId, from.name || from.partyId]));
  return (
    <>
      <ProblemNote problem={problem} onRetry={reload} />
      <Select
        id="dossier-employer"
        label={t('employer')}
        nothing={t('choose')}
        options={[...employers].map(([party, label]) => ({ value: party, label }))}
        value={props.partyId}
        onValue={props.onParty}
      />
    </>
  );
}
