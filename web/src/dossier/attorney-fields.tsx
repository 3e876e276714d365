import { ATTORNEY_ACTS, type AttorneyAct } from '@permit/domain/catalogue/parties.ts';
import { stampDutyDue } from '@permit/domain/delegations/stamp-duty.ts';
import { DateField } from '@permit/ui/date-field.tsx';
import { FieldGroup } from '@permit/ui/field-frame.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';

/** What a power of attorney on paper says: which agent, which acts, from when, until when; its duty follows. */
export function AttorneyFields(props: {
  readonly typed: { readonly agent: string; readonly from: string; readonly until: string };
  readonly set: (field: 'agent' | 'from' | 'until') => (value: string) => void;
  readonly acts: readonly AttorneyAct[];
  readonly onActs: (acts: readonly AttorneyAct[]) => void;
  /** A date keeps what was typed of it: another turn makes it empty again. */
  readonly turn: number;
}): ReactElement {
  const { typed, set, acts, onActs, turn } = props;
  const { language } = useApp();
  const t = useTexts(peopleTexts);
  const dateWords = useDateWords(false);
  const toggle = (one: AttorneyAct, on: boolean): void =>
    onActs(on ? [...acts, one] : acts.filter((other) => other !== one));
  return (
    <>
      <TextField
        id="agent"
        label={t('agentCode')}
        hint={t('agentCodeHint')}
        value={typed.agent}
        maxLength={22}
        autoComplete="off"
        onValue={set('agent')}
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
      {(['from', 'until'] as const).map((field) => (
        <DateField
          key={`${field} ${language} ${turn}`}
          id={field}
          label={t(field === 'from' ? 'validFrom' : 'validUntil')}
          language={language}
          words={dateWords}
          value={typed[field]}
          onValue={set(field)}
        />
      ))}
      <p className="notice">{t('duty', { baht: stampDutyDue({ acts }) / 100 })}</p>
    </>
  );
}
