import { EMPLOYER_KINDS } from '@permit/domain/catalogue/parties.ts';
import { Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useTexts } from '../app/use-texts.ts';
import { choiceOptions, provinceOptions } from '../filing/field-options.ts';
import { useItemName } from '../filing/use-item-name.ts';
import type { StepProps } from './step-props.ts';

/** For whom it is told: who employs, or employed, the workers. */
export function EmployerStep({ draft, onDraft, errorOf }: StepProps): ReactElement {
  const { language } = useApp();
  const f = useTexts(frameTexts);
  const nameOf = useItemName();
  return (
    <>
      <Select
        id="employerKind"
        label={nameOf('employer.kind')}
        nothing={f('choose')}
        value={draft.employerKind}
        options={choiceOptions(EMPLOYER_KINDS, language)}
        onValue={(employerKind) => onDraft({ employerKind })}
      />
      <TextField
        id="employerName"
        label={nameOf('employer.nameThai')}
        value={draft.employerName}
        maxLength={200}
        error={errorOf('employerName')}
        onValue={(employerName) => onDraft({ employerName })}
      />
      <TextField
        id="employerId"
        label={nameOf('employer.idNumber')}
        value={draft.employerId}
        inputMode="numeric"
        maxLength={20}
        onValue={(employerId) => onDraft({ employerId })}
      />
      <Select
        id="province"
        label={nameOf('workplaces.0.province')}
        nothing={f('choose')}
        value={draft.province}
        options={provinceOptions(language)}
        error={errorOf('province')}
        onValue={(province) => onDraft({ province })}
      />
    </>
  );
}
