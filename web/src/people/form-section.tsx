import { Button } from '@permit/ui/button.tsx';
import { accountHelpTexts } from '@permit/ui/texts/account-help-texts.ts';
import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { ProblemNote } from '../app/problem-note.tsx';
import type { Act } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';

/** One form of one matter, with what went wrong above its button and what went well below. */
export function FormSection(props: {
  readonly title?: string;
  /** Opened by its title only: what most visits do not need. */
  readonly folded?: boolean;
  readonly act: Act;
  readonly submit: string;
  readonly look?: 'primary' | 'danger';
  readonly ready?: boolean;
  readonly done?: string | undefined;
  readonly onSubmit: () => Promise<void>;
  readonly children: ReactNode;
}): ReactElement {
  const { title, folded, act, submit, look = 'primary', ready = true, done, onSubmit, children } = props;
  const t = useTexts(accountHelpTexts);
  const [pressedTooEarly, setPressedTooEarly] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setPressedTooEarly(!ready);
    if (!ready) firstEmpty(event.currentTarget)?.focus();
    else if (!act.busy) void onSubmit();
  };
  const form = (
    <form onSubmit={send} noValidate>
      {children}
      {pressedTooEarly && !ready ? (
        <p className="notice notice-bad" role="alert">
          {t('fillAll')}
        </p>
      ) : (
        <ProblemNote problem={act.problem} />
      )}
      <div className="actions">
        <Button type="submit" look={look} busy={act.busy}>
          {submit}
        </Button>
      </div>
      <p role="status">{done}</p>
    </form>
  );
  if (folded)
    return (
      <details className="evidence">
        <summary>{title}</summary>
        {form}
      </details>
    );
  return (
    <section className="evidence">
      {title && <h2>{title}</h2>}
      {form}
    </section>
  );
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Where the person goes on: a field without an answer; a box counts as one where it is not ticked. */
function firstEmpty(form: HTMLFormElement): Field | undefined {
  return [...form.querySelectorAll<Field>('input:not([type=radio], :disabled), select, textarea')].find(
    (field) =>
      field instanceof HTMLInputElement && field.type === 'checkbox'
        ? !field.checked
        : field.value.trim() === '',
  );
}
