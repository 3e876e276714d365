import { useCallback, useEffect, useState } from 'react';
import { asProblem, type ApiProblem } from '../api/api-problem.ts';

export interface Loaded<Value> {
  readonly value: Value | undefined;
  readonly problem: ApiProblem | undefined;
  readonly reload: () => void;
}

/** Fetches when `key` changes or `reload` is called; an answer that comes after its question is dropped. */
export function useLoad<Value>(key: string, load: () => Promise<Value>): Loaded<Value> {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ key: string; value?: Value; problem?: ApiProblem }>({ key });
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    let current = true;
    load().then(
      (value) => current && setState({ key, value }),
      (error: unknown) => current && setState({ key, problem: asProblem(error) }),
    );
    return () => {
      current = false;
    };
    // `load` is made anew at each render; `key` says when it differs.
  }, [key, turn]);
  const same = state.key === key;
  return { value: same ? state.value : undefined, problem: same ? state.problem : undefined, reload };
}
