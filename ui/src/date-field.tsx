import type { Language } from '@permit/domain/texts/text.ts';
import { useState, type ReactElement } from 'react';
import { dateFromParts, monthNames, partsForInput, type DateParts } from './date-parts.ts';
import { FieldGroup, type FieldWords } from './field-frame.tsx';

export interface DateWords {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly nothing: string;
  /** Present where the day may be unknown. */
  readonly dayUnknown?: string;
}

export interface DateFieldProps extends FieldWords {
  readonly language: Language;
  readonly words: DateWords;
  /** `2026-11-20`; `2026-11` or `2026` where the day may be unknown; empty. Always the common era. */
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** Day, month and year apart, the year in the era that people of the language write. */
export function DateField(props: DateFieldProps): ReactElement {
  const { language, words, value, onValue, ...field } = props;
  const [parts, setParts] = useState<DateParts>(() => partsForInput(value, language));
  const [unknown, setUnknown] = useState(value !== '' && value.length < 10);
  const change = (changed: Partial<DateParts>): void => {
    const next = { ...parts, ...changed };
    setParts(next);
    onValue(dateFromParts(next));
  };
  return (
    <FieldGroup words={field}>
      <div className="date-parts">
        {!unknown && (
          <Part
            id={`${field.id}-day`}
            label={words.day}
            value={parts.day}
            onValue={(day) => change({ day })}
          />
        )}
        <div>
          <label htmlFor={`${field.id}-month`}>{words.month}</label>
          <select
            id={`${field.id}-month`}
            className="input"
            value={parts.month}
            onChange={(event) => change({ month: event.target.value })}
          >
            <option value="">{words.nothing}</option>
            {monthNames(language).map((name, index) => (
              <option key={name} value={String(index + 1)}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Part
          id={`${field.id}-year`}
          label={words.year}
          value={parts.year}
          onValue={(year) => change({ year })}
        />
      </div>
      {words.dayUnknown && (
        <label className="choice">
          <input
            type="checkbox"
            checked={unknown}
            onChange={(event) => {
              setUnknown(event.target.checked);
              change({ day: '' });
            }}
          />
          {words.dayUnknown}
        </label>
      )}
    </FieldGroup>
  );
}

interface PartProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Part({ id, label, value, onValue }: PartProps): ReactElement {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        inputMode="numeric"
        maxLength={4}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    </div>
  );
}
