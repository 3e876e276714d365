import type { AttorneyAct } from '@permit/domain/catalogue/parties.ts';
import { stampDutyDue } from '@permit/domain/delegations/stamp-duty.ts';
import { DateField } from '@permit/ui/date-field.tsx';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';
import { AttorneyActs } from '../people/attorney-acts.tsx';

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
  return (
    <>
      <AttorneyActs agent={typed.agent} onAgent={set('agent')} acts={acts} onActs={onActs} />
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
