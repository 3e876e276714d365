import type { ReactElement } from 'react';
import { PapersField } from './papers-field.tsx';
import type { StepProps } from './step-props.ts';

/** Papers that go with the notice; none is wanted before it can be sent. */
export function PapersStep({ draft, paperAtFault, onDraft }: StepProps): ReactElement {
  return (
    <PapersField
      serviceCode={draft.serviceCode}
      papers={draft.papers}
      atFault={paperAtFault}
      onPapers={(papers) => onDraft({ papers })}
    />
  );
}
