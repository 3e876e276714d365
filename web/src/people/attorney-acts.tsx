import { ATTORNEY_ACTS, type AttorneyAct } from '@permit/domain/catalogue/parties.ts';
import { FieldGroup } from '@permit/ui/field-frame.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import type { ReactElement } from 'react';
import { useTexts } from '../app/use-texts.ts';

/** Who may act for one, and in what: the agent's code and the acts, as a power of attorney names them. */
export function AttorneyActs(props: {
  readonly agent: string;
  readonly onAgent: (agent: string) => void;
  readonly acts: readonly AttorneyAct[];
  readonly onActs: (acts: readonly AttorneyAct[]) => void;
}): ReactElement {
  const { agent, onAgent, acts, onActs } = props;
  const t = useTexts(peopleTexts);
  const toggle = (one: AttorneyAct, on: boolean): void =>
    onActs(on ? [...acts, one] : acts.filter((other) => other !== one));
  return (
    <>
      <TextField
        id="agent"
        label={t('agentCode')}
        hint={t('agentCodeHint')}
        value={agent}
        maxLength={22}
        autoComplete="off"
        onValue={onAgent}
      />
      <FieldGroup words={{ id: 'acts', label: t('acts') }}>
        <div className="choices">
          {ATTORNEY_ACTS.map((one) => (
            <label className="choice" key={one}>
              <input
                type="checkbox"
                checked={acts.includes(one)}
                onChange={(event) => toggle(one, event.target.checked)}
              />
              {t(`act_${one}`)}
            </label>
          ))}
        </div>
      </FieldGroup>
    </>
  );
}
