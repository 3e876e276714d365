import type { ReactElement } from 'react';
import { describedBy, FieldFrame, FieldGroup, type FieldWords } from './field-frame.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends FieldWords {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Words of the empty choice. */
  readonly nothing: string;
}

/** One of many, from a list. */
export function Select({ options, value, onValue, nothing, ...words }: SelectProps): ReactElement {
  return (
    <FieldFrame words={words}>
      <select
        id={words.id}
        className="input"
        value={value}
        aria-invalid={words.error ? true : undefined}
        aria-describedby={describedBy(words)}
        onChange={(event) => onValue(event.target.value)}
      >
        <option value="">{nothing}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** One of a few, all of them seen at once. */
export function Radios(props: Omit<SelectProps, 'nothing'>): ReactElement {
  const { options, value, onValue, ...words } = props;
  return (
    <FieldGroup words={words}>
      <div className="choices">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              name={words.id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
