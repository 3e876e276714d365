import { Select } from '@permit/ui/select.tsx';
import { actingPartyTexts } from '@permit/ui/texts/acting-party-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from './app-context.tsx';
import { useTexts } from './use-texts.ts';

/** For whom whoever has rights of several parties acts; nothing is chosen for them, and nobody else sees it. */
export function ActingParty(): ReactElement | null {
  const { who, api } = useApp();
  const t = useTexts(actingPartyTexts);
  const [chosen, setChosen] = useState('');
  const names = new Map(
    // People and firms that registered themselves are in no register: their code stands for them.
    who?.roles.map(({ partyId, partyName }) => [partyId, partyName || partyId]),
  );
  if (names.size < 2) return null;
  const choose = (partyId: string): void => {
    api.actFor(partyId || undefined);
    setChosen(partyId);
  };
  return (
    <div className="acting-party">
      <Select
        id="acting-party"
        label={t('actFor')}
        value={names.has(chosen) ? chosen : ''}
        nothing={t('choose')}
        options={[...names].map(([value, label]) => ({ value, label }))}
        onValue={choose}
      />
    </div>
  );
}
