import type { ReactElement } from 'react';

/** `done` of `total`; `label` says it in words as well. */
export function ProgressBar(props: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}): ReactElement {
  const { label, done, total } = props;
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <div>
      <div aria-hidden="true">{label}</div>
      <div
        className="progress"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <div style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}

/** Shown while something is fetched; says so to those who cannot see it. */
export function Skeleton({
  label,
  rows = 3,
}: {
  readonly label: string;
  readonly rows?: number;
}): ReactElement {
  return (
    <div role="status">
      <span className="hidden-words">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div className="skeleton" key={row} />
      ))}
    </div>
  );
}
