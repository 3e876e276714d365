import type { AttorneyAct } from '@permit/domain/catalogue/parties.ts';
import { stampDutyDue } from '@permit/domain/delegations/stamp-duty.ts';
import { DateField } from '@permit/ui/date-field.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useAct } from '../app/use-act.ts';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';
import { AttorneyActs } from './attorney-acts.tsx';
import { FormSection } from './form-section.tsx';
import { useTyped } from './use-typed.ts';

/** Whom, for what and how long; the stamp duty follows from it and is confirmed, not typed. */
export function GiveDelegation({ onGiven }: { readonly onGiven: () => void }): ReactElement {
  const { api, language } = useApp();
  const dateWords = useDateWords(false);
  const t = useTexts(peopleTexts);
  const act = useAct();
  const [acts, setActs] = useState<readonly AttorneyAct[]>([]);
  /** A date keeps what was typed of it: a new key makes it empty again. */
  const [turn, setTurn] = useState(0);
  const [dutyPaid, setDutyPaid] = useState(false);
  const { typed, set, clear } = useTyped(['agentPartyId', 'validFrom', 'validUntil', 'paper']);
  const stampDutySatang = stampDutyDue({ acts });
  const give = async (): Promise<void> => {
    const { paper, ...dates } = typed;
    const paperReference = paper.trim();
    const input = { ...dates, agentPartyId: typed.agentPartyId.trim(), acts: [...acts], stampDutySatang };
    const given = await act.run('give delegation', (key) =>
      api.call('grantDelegation', { ...input, ...(paperReference ? { paperReference } : {}) }, key),
    );
    if (!given) return;
    clear();
    setTurn(turn + 1);
    setActs([]);
    setDutyPaid(false);
    onGiven();
  };
  const ready =
    typed.agentPartyId !== '' &&
    acts.length > 0 &&
    dutyPaid &&
    typed.validFrom !== '' &&
    typed.validUntil !== '';
  return (
    <FormSection title={t('give')} act={act} submit={t('give')} ready={ready} onSubmit={give}>
      <AttorneyActs agent={typed.agentPartyId} onAgent={set('agentPartyId')} acts={acts} onActs={setActs} />
      {(['validFrom', 'validUntil'] as const).map((field) => (
        <DateField
          key={`${field} ${language} ${turn}`}
          id={field}
          label={t(field)}
          language={language}
          words={dateWords}
          value={typed[field]}
          onValue={set(field)}
        />
      ))}
      <TextField id="paper" label={t('paper')} value={typed.paper} maxLength={200} onValue={set('paper')} />
      <label className="choice">
        <input type="checkbox" checked={dutyPaid} onChange={(event) => setDutyPaid(event.target.checked)} />
        {t('duty', { baht: stampDutySatang / 100 })}
      </label>
    </FormSection>
  );
}
