/** Every kind of background work; the key is the name of its bell. */
export const JOB_KINDS = {
  'open-packet': { maxAttempts: 8, leaseSeconds: 60 },
  'search-person': { maxAttempts: 8, leaseSeconds: 60 },
  'issue-permit': { maxAttempts: 8, leaseSeconds: 60 },
  'reconcile-day': { maxAttempts: 20, leaseSeconds: 120 },
  'seal-audit': { maxAttempts: 1_000_000, leaseSeconds: 60 },
} as const satisfies Record<string, { maxAttempts: number; leaseSeconds: number }>;

export type JobKind = keyof typeof JOB_KINDS;

/** A fault that no retry can mend: the job is put before a person at once. */
export class PermanentJobFault extends Error {
  override readonly name = 'PermanentJobFault';
}
