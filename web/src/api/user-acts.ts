/**
 * Idempotency keys by the act of a person, not by the request: the key of "file this application" stays the same
 * through a double click, a retry and a lost answer, and is forgotten once the answer has come.
 */
export interface UserActs {
  /** Runs the act; while it is under way, the same act answers with the same promise. */
  run<Result>(act: string, work: (key: string) => Promise<Result>): Promise<Result>;
}

export function createUserActs(newKey: () => string = () => crypto.randomUUID()): UserActs {
  const keys = new Map<string, string>();
  const running = new Map<string, Promise<unknown>>();
  return {
    run<Result>(act: string, work: (key: string) => Promise<Result>): Promise<Result> {
      const begun = running.get(act);
      if (begun) return begun as Promise<Result>;
      const key = keys.get(act) ?? newKey();
      keys.set(act, key);
      const result = work(key)
        .then((answer) => {
          keys.delete(act);
          return answer;
        })
        .catch((error: unknown) => {
          // A refusal is an answer: the next press, with other words, is another act.
          if (isAnswer(error)) keys.delete(act);
          throw error;
        })
        .finally(() => running.delete(act));
      running.set(act, result);
      return result;
    },
  };
}

/** Codes after which the server may have done the work, or may still do it. */
const OPEN_ENDED = new Set(['unreachable', 'internal', 'unavailable', 'in-progress']);

function isAnswer(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && !OPEN_ENDED.has(code);
}
