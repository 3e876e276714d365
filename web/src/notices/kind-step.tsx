import { Radios } from '@permit/ui/select.tsx';
import { noticeTexts } from '@permit/ui/texts/notice-texts.ts';
import type { ReactElement } from 'react';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';
import { NOTICES_OF } from './notice-draft.ts';
import type { StepProps } from './step-props.ts';

/** Which notice; only those that this account may file. */
export function KindStep({ draft, role, onDraft, errorOf }: StepProps): ReactElement {
  const t = useTexts(noticeTexts);
  const nameOf = useServiceNames();
  return (
    <Radios
      id="kind"
      label={t('whatHappened')}
      value={draft.serviceCode}
      error={errorOf('kind')}
      options={NOTICES_OF[role].map((code) => ({ value: code, label: nameOf(code) }))}
      onValue={(serviceCode) => onDraft({ serviceCode })}
    />
  );
}
