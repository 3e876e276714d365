import { type FormEvent, useState } from 'react';

interface Props {
  readonly label: string;
  readonly button: string;
  readonly autoFocus?: boolean;
  /** The field is empty again before this is answered: a scanner does not wait. */
  readonly onScan: (text: string) => void;
}

/** One line for a hand scanner, which types fast and ends with Enter. */
export function ScanField({ label, button, autoFocus = false, onScan }: Props) {
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = typed.trim();
    setTyped('');
    if (text !== '') onScan(text);
  };
  return (
    <form className="scan-field" onSubmit={submit}>
      <label>
        {label}
        <input
          value={typed}
          maxLength={4000}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus={autoFocus}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button>{button}</button>
    </form>
  );
}
