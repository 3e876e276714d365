import { TextField } from '@permit/ui/text-field.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { useState, type ClipboardEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useTexts } from '../app/use-texts.ts';
import { putSerials } from './serials-of.ts';

/**
 * Cards one after the other: a hand scanner types a serial and ends with Enter, which puts it into the list and leaves
 * the field empty for the next. A card that is scanned twice stands there once, and the page says so.
 */
export function SerialsField(props: {
  readonly id: string;
  readonly label: string;
  readonly serials: readonly string[];
  readonly error?: string | undefined;
  readonly onSerials: (serials: readonly string[]) => void;
}): ReactElement {
  const { id, label, serials, error, onSerials } = props;
  const t = useTexts(cardDeskTexts);
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState<string>();
  const put = (text: string): void => {
    const { all, known } = putSerials(serials, text);
    setAgain(known[0]);
    setTyped('');
    if (all.length > serials.length) onSerials(all);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // The scanner's Enter ends a serial, not the form around it.
    event.preventDefault();
    put(typed);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text');
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    put(text);
  };
  return (
    <>
      <TextField
        id={id}
        label={label}
        hint={t('scanHint')}
        value={typed}
        error={error}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onValue={setTyped}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => typed.trim() && put(typed)}
      />
      <p role="status" className="quiet">
        {t('scanned', { count: serials.length })}
        {again && serials.includes(again) && ` · ${t('scannedAgain', { serial: again })}`}
      </p>
      {serials.length > 0 && (
        <ul className="serials">
          {serials.map((serial) => (
            <li key={serial}>
              {serial}
              <button
                type="button"
                aria-label={t('leaveOut', { serial })}
                onClick={() => onSerials(serials.filter((one) => one !== serial))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
