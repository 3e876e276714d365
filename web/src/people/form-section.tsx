import { Button } from '@permit/ui/button.tsx';
import type { FormEvent, ReactElement, ReactNode } from 'react';
import { ProblemNote } from '../app/problem-note.tsx';
import type { Act } from '../app/use-act.ts';

/** One form of one matter, with what went wrong above its button and what went well below. */
export function FormSection(props: {
  readonly title?: string;
  readonly act: Act;
  readonly submit: string;
  readonly look?: 'primary' | 'danger';
  readonly ready?: boolean;
  readonly done?: string | undefined;
  readonly onSubmit: () => Promise<void>;
  readonly children: ReactNode;
}): ReactElement {
  const { title, act, submit, look = 'primary', ready = true, done, onSubmit, children } = props;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && !act.busy) void onSubmit();
  };
  return (
    <section className="evidence">
      {title && <h2>{title}</h2>}
      <form onSubmit={send} noValidate>
        {children}
        <ProblemNote problem={act.problem} />
        <div className="actions">
          <Button type="submit" look={look} busy={act.busy} aria-disabled={!ready || undefined}>
            {submit}
          </Button>
        </div>
        <p role="status">{done}</p>
      </form>
    </section>
  );
}
