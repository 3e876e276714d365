import { useState } from 'react';
import { asProblem, type ApiProblem } from '../api/api-problem.ts';
import { useApp } from './app-context.tsx';

export interface Act {
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly clear: () => void;
  /** Runs an act of the person under its own idempotency key; undefined where it was refused. */
  run<Result>(act: string, work: (key: string) => Promise<Result>): Promise<Result | undefined>;
}

/** A button's work: busy while it lasts, and what went wrong. */
export function useAct(): Act {
  const { acts } = useApp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  return {
    busy,
    problem,
    clear: () => setProblem(undefined),
    async run(act, work) {
      setBusy(true);
      setProblem(undefined);
      try {
        return await acts.run(act, work);
      } catch (error) {
        setProblem(asProblem(error));
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}
