import type { ReactElement, ReactNode } from 'react';

/** Nothing here yet, and what to do about it. */
export function EmptyState({
  text,
  children,
}: {
  readonly text: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
