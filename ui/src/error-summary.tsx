import { useEffect, useRef, type ReactElement } from 'react';

export interface FieldProblem {
  /** Id of the field, or undefined where the problem belongs to no field. */
  readonly fieldId?: string | undefined;
  readonly message: string;
}

/** What is wrong, at the top, each line a link to its field; takes the focus when it appears. */
export function ErrorSummary({
  title,
  problems,
}: {
  readonly title: string;
  readonly problems: readonly FieldProblem[];
}): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  const key = problems.map(({ message }) => message).join('|');
  useEffect(() => {
    if (key !== '') box.current?.focus();
  }, [key]);
  if (problems.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul>
        {problems.map(({ fieldId, message }) => (
          <li key={`${fieldId}${message}`}>
            {fieldId ? (
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(fieldId);
                }}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(fieldId: string): void {
  const field = document.getElementById(fieldId);
  field?.scrollIntoView({ block: 'center' });
  const input = field?.matches('fieldset') ? field.querySelector<HTMLElement>('input,select') : field;
  (input ?? field)?.focus();
}
