import type { Endpoint } from '@permit/domain/contract/endpoint.ts';
import type { Request } from 'express';
import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ApiError } from '../errors.ts';

/** Requests a minute from one address, and from everybody together, for what strangers can call without a sign-in. */
export type Limits = Readonly<Record<string, { readonly each: number; readonly all: number }>>;
const LIMITS: Limits = {
  signIn: { each: 60, all: 3_000 },
  registerAccount: { each: 20, all: 600 },
  startRecovery: { each: 10, all: 600 },
  finishRecovery: { each: 20, all: 1_200 },
  trackApplication: { each: 30, all: 6_000 },
  verifyPermit: { each: 240, all: 12_000 },
  verifyReceipt: { each: 60, all: 6_000 },
  getLinkedPage: { each: 1_200, all: 60_000 },
  listOutages: { each: 60, all: 12_000 },
  recordAttempt: { each: 10, all: 1_200 },
};

/** Guesses about one case, from however many addresses: a birth date has 366 days and no one may try them all. */
const GUESSES = { points: 20, duration: 600 };

export type RateLimit = (endpoint: Endpoint, request: Request) => Promise<void>;

interface RateLimitSettings {
  readonly limits?: Limits;
  readonly guessesAboutOne?: { readonly points: number; readonly duration: number };
  /** So many processes answer at this port; each takes its part of every limit. */
  readonly processes?: number;
}

/**
 * Counts in this process. The processes of one server divide each limit among them, so that together they never let more
 * through than it says; whoever keeps a connection stays at one process and has its part only. Several servers each let
 * theirs through, which is enough against guessing (sign-in counts its failures in the database besides). Beyond the
 * limit: 429 with Retry-After.
 */
export function createRateLimit({
  limits = LIMITS,
  guessesAboutOne = GUESSES,
  processes = 1,
}: RateLimitSettings = {}): RateLimit {
  const limiterOf = (points: number, duration: number) =>
    new RateLimiterMemory({ points: Math.max(1, Math.floor(points / processes)), duration });
  const limiters = new Map(
    Object.entries(limits).map(([id, { each, all }]) => [
      id,
      { each: limiterOf(each, 60), all: limiterOf(all, 60) },
    ]),
  );
  const guesses = limiterOf(guessesAboutOne.points, guessesAboutOne.duration);
  return async (endpoint, request) => {
    const limiter = limiters.get(endpoint.id);
    if (!limiter) return;
    try {
      await limiter.each.consume(request.ip ?? 'unknown');
      await limiter.all.consume('all');
      const subject = endpoint.id === 'trackApplication' ? guessedSubject(request) : undefined;
      if (subject) await guesses.consume(subject);
    } catch (refused) {
      const { msBeforeNext = 60_000 } = refused as { msBeforeNext?: number };
      throw new ApiError('too-many-requests', { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) });
    }
  };
}

/** Number or passport that is asked about, as a hash: the limiter's memory names nobody. */
function guessedSubject(request: Request): string | undefined {
  const { applicationNo, passportNo } = (request.body ?? {}) as Record<string, unknown>;
  const subject = applicationNo ?? passportNo;
  if (typeof subject !== 'string') return undefined;
  return createHash('sha256').update(subject.trim().toUpperCase()).digest('base64url');
}
