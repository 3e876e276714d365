import { TextField } from '@permit/ui/text-field.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import type { ReactElement } from 'react';
import { useTexts } from '../app/use-texts.ts';

export interface SecondPerson {
  readonly secondPersonUsername: string;
  readonly secondPersonCode: string;
}

export const NO_SECOND_PERSON: SecondPerson = { secondPersonUsername: '', secondPersonCode: '' };

/** True once both fields hold something that can be sent. */
export function isSigned({ secondPersonUsername, secondPersonCode }: SecondPerson): boolean {
  return secondPersonUsername.trim() !== '' && /^\d{6}$/.test(secondPersonCode);
}

/** The second of two persons types their own name and code, at this screen, now. */
export function SecondPersonFields(props: {
  readonly id: string;
  readonly value: SecondPerson;
  readonly asked: boolean;
  readonly onValue: (value: SecondPerson) => void;
}): ReactElement {
  const { id, value, asked, onValue } = props;
  const t = useTexts(cardDeskTexts);
  const lacks = asked && !isSigned(value) ? t('fillIn') : undefined;
  return (
    <>
      <TextField
        id={`${id}-second`}
        label={t('second')}
        value={value.secondPersonUsername}
        autoComplete="off"
        error={lacks}
        onValue={(secondPersonUsername) => onValue({ ...value, secondPersonUsername })}
      />
      <TextField
        id={`${id}-second-code`}
        label={t('secondCode')}
        value={value.secondPersonCode}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        error={lacks}
        onValue={(secondPersonCode) => onValue({ ...value, secondPersonCode })}
      />
    </>
  );
}
