import { TextField } from '@permit/ui/text-field.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import type { ReactElement } from 'react';
import { useTexts } from '../app/use-texts.ts';
import { serialsOf } from './serials-of.ts';

/** One card: the scanner's Enter ends the serial and goes on to the next field instead of sending anything. */
export function SerialField(props: {
  readonly id: string;
  readonly label?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onValue: (serial: string) => void;
}): ReactElement {
  const { id, label, value, error, onValue } = props;
  const t = useTexts(cardDeskTexts);
  return (
    <TextField
      id={id}
      label={label ?? t('serial')}
      hint={t('scanOne')}
      value={value}
      error={error}
      maxLength={24}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      onValue={onValue}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onValue(serialsOf(value)[0] ?? '');
        nextField(event.currentTarget)?.focus();
      }}
    />
  );
}

function nextField(from: HTMLElement): HTMLElement | undefined {
  const around = from.closest('section, dialog, form');
  const fields = [...(around?.querySelectorAll<HTMLElement>('input, select, textarea, button') ?? [])];
  return fields[fields.indexOf(from) + 1];
}
