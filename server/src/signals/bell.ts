/**
 * Wakes workers (decisions.md 7). A ring may be lost: the job row is the truth and a poll finds it later.
 */
export interface Bell {
  readonly kind: 'bullmq' | 'listen-notify';
  /** Says that a job of this kind is due; never throws, never waits for an answer. */
  ring(kind: string): void;
  /** Calls `wake` whenever that kind is rung, until the returned function is called. */
  listen(kind: string, wake: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
