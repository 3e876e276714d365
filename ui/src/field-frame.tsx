import type { ReactElement, ReactNode } from 'react';
import { ToneMark } from './state-badge.tsx';

/** What every field says about itself. */
export interface FieldWords {
  /** Also the anchor that an error summary links to. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
}

/** Ids of the words that describe the field, for `aria-describedby`; undefined where there are none. */
export function describedBy({ id, hint, error, warning }: FieldWords): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`, warning && `${id}-warning`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Hint, error and warning above an input, in that order. */
export function FieldMessages({ id, hint, error, warning }: FieldWords): ReactElement {
  return (
    <>
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          <ToneMark tone="bad" />
          {error}
        </span>
      )}
      {warning && (
        <span className="field-warning" id={`${id}-warning`}>
          <ToneMark tone="warn" />
          {warning}
        </span>
      )}
    </>
  );
}

/** Label, messages and one input. */
export function FieldFrame({ words, children }: { words: FieldWords; children: ReactNode }): ReactElement {
  return (
    <div className={words.error ? 'field field-wrong' : 'field'}>
      <label htmlFor={words.id}>{words.label}</label>
      <FieldMessages {...words} />
      {children}
    </div>
  );
}

/** The same for several inputs under one question. */
export function FieldGroup({ words, children }: { words: FieldWords; children: ReactNode }): ReactElement {
  return (
    <fieldset
      className={words.error ? 'field field-wrong' : 'field'}
      id={words.id}
      tabIndex={-1}
      aria-describedby={describedBy(words)}
    >
      <legend>{words.label}</legend>
      <FieldMessages {...words} />
      {children}
    </fieldset>
  );
}
