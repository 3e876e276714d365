import { TextField } from '@permit/ui/text-field.tsx';
import { inspectTexts } from '@permit/ui/texts/inspect-texts.ts';
import { useState, type ReactElement } from 'react';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { FormSection } from '../people/form-section.tsx';
import { EmploymentView } from './employment-view.tsx';

/** A card that cannot be read: the employments by the number that is printed on it. No face is shown by a number alone. */
export function LookUpByNumber(): ReactElement {
  const t = useTexts(inspectTexts);
  const act = useAct();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string>();
  const permitNo = typed.replace(/[\s-]/g, '');
  return (
    <>
      <FormSection
        title={t('byNumber')}
        folded
        act={act}
        submit={t('lookUp')}
        ready={/^[0-9A-Z]{6,20}$/i.test(permitNo)}
        onSubmit={async () => setAsked(permitNo)}
      >
        <TextField
          id="permit-no"
          label={t('permitNo')}
          value={typed}
          maxLength={30}
          autoComplete="off"
          onValue={setTyped}
        />
      </FormSection>
      {asked && (
        <section className="case-card">
          <EmploymentView permitNo={asked} />
        </section>
      )}
    </>
  );
}
