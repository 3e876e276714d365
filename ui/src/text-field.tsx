import type { InputHTMLAttributes, ReactElement } from 'react';
import { describedBy, FieldFrame, type FieldWords } from './field-frame.tsx';

type NativeInput = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'value' | 'onChange'>;

export interface TextFieldProps extends FieldWords, NativeInput {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** More than one line. */
  readonly long?: boolean;
}

/** One line of text, or several. */
export function TextField(props: TextFieldProps): ReactElement {
  const { id, label, hint, error, warning, value, onValue, long, ...native } = props;
  const words = { id, label, hint, error, warning };
  const shared = {
    id,
    value,
    className: 'input',
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy(words),
  };
  return (
    <FieldFrame words={words}>
      {long ? (
        <textarea
          {...shared}
          maxLength={native.maxLength}
          onChange={(event) => onValue(event.target.value)}
        />
      ) : (
        <input {...native} {...shared} onChange={(event) => onValue(event.target.value)} />
      )}
    </FieldFrame>
  );
}
