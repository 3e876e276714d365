interface JobKindRule {
  readonly maxAttempts: number;
  readonly leaseSeconds: number;
  /** The longest pause between two attempts (default 300); it doubles from two seconds up to this. */
  readonly longestPauseSeconds?: number;
  /** How many are leased and committed together (default 1): only where an effect is a few rows and nothing outside. */
  readonly together?: number;
}

/** Every kind of background work; the key is the name of its bell. */
export const JOB_KINDS = {
  'open-packet': { maxAttempts: 8, leaseSeconds: 60 },
  'search-person': { maxAttempts: 8, leaseSeconds: 60 },
  'issue-permit': { maxAttempts: 8, leaseSeconds: 60 },
  'reconcile-day': { maxAttempts: 20, leaseSeconds: 120 },
  'address-message': { maxAttempts: 8, leaseSeconds: 60, together: 16 },
  // About a day: mail servers are away for hours, and grey lists want minutes.
  'deliver-message': { maxAttempts: 32, leaseSeconds: 90, longestPauseSeconds: 3_600 },
  'import-permits': { maxAttempts: 20, leaseSeconds: 120 },
  // A scanner or a store that is away for an hour is no reason to give a run up; ten rows of long papers take minutes.
  'bulk-run': { maxAttempts: 32, leaseSeconds: 300 },
  'prepare-bundle': { maxAttempts: 20, leaseSeconds: 120 },
  // About ten hours: a reader that is killed says nothing of the paper, and a scanner may be away for as long.
  'draw-paper': { maxAttempts: 20, leaseSeconds: 120, longestPauseSeconds: 3_600 },
  'seal-audit': { maxAttempts: 1_000_000, leaseSeconds: 60 },
} as const satisfies Record<string, JobKindRule>;

export type JobKind = keyof typeof JOB_KINDS;

/** Seconds until the next attempt after this many. */
export function pauseSeconds(kind: JobKind, attempts: number): number {
  const { longestPauseSeconds = 300 }: JobKindRule = JOB_KINDS[kind];
  return Math.min(longestPauseSeconds, 2 ** attempts);
}

/** How many jobs of a kind are committed together. */
export function togetherOf(kind: JobKind): number {
  const { together = 1 }: JobKindRule = JOB_KINDS[kind];
  return together;
}

/** A fault that no retry can mend: the job is put before a person at once. */
export class PermanentJobFault extends Error {
  override readonly name = 'PermanentJobFault';
}
