import { useState } from 'react';
import { useAct, type Act } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import type { ApiProblem } from '../api/api-problem.ts';

interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly next: number | undefined;
}

/** A list that comes page by page, each asked for by the person. */
export function usePages<Row>(
  key: string,
  ask: (after: number) => Promise<PageOf<Row>>,
): {
  readonly rows: readonly Row[] | undefined;
  readonly problem: ApiProblem | undefined;
  readonly reload: () => void;
  readonly act: Act;
  readonly more: (() => Promise<void>) | undefined;
} {
  const first = useLoad(key, () => ask(0));
  const act = useAct();
  const [later, setLater] = useState<PageOf<Row>>();
  const next = later ? later.next : first.value?.next;
  const rows = first.value && [...first.value.rows, ...(later?.rows ?? [])];
  const more = async (after: number): Promise<void> => {
    const page = await act.run(`${key} after ${after}`, () => ask(after));
    if (page) setLater({ rows: [...(later?.rows ?? []), ...page.rows], next: page.next });
  };
  return {
    rows,
    problem: first.problem ?? act.problem,
    reload: first.reload,
    act,
    more: next === undefined ? undefined : () => more(next),
  };
}
