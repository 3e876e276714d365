import type { Endpoint } from '@permit/domain/contract/endpoint.ts';
import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ApiError } from '../errors.ts';

/** Requests a minute from one address, and from everybody together, for what strangers can call without a sign-in. */
const LIMITS: Record<string, { readonly each: number; readonly all: number }> = {
  signIn: { each: 60, all: 3_000 },
  registerAccount: { each: 20, all: 600 },
  trackApplication: { each: 30, all: 6_000 },
  verifyPermit: { each: 240, all: 12_000 },
};

export type RateLimit = (endpoint: Endpoint, request: Request) => Promise<void>;

/**
 * Counts in this process: behind several processes each lets its share through, which is enough against guessing
 * (sign-in counts its failures in the database besides). Beyond the limit: 429 with Retry-After.
 */
export function createRateLimit(): RateLimit {
  const limiters = new Map(
    Object.entries(LIMITS).map(([id, { each, all }]) => [
      id,
      {
        each: new RateLimiterMemory({ points: each, duration: 60 }),
        all: new RateLimiterMemory({ points: all, duration: 60 }),
      },
    ]),
  );
  return async (endpoint, request) => {
    const limiter = limiters.get(endpoint.id);
    if (!limiter) return;
    try {
      await limiter.each.consume(request.ip ?? 'unknown');
      await limiter.all.consume('all');
    } catch (refused) {
      const { msBeforeNext = 60_000 } = refused as { msBeforeNext?: number };
      throw new ApiError('too-many-requests', { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) });
    }
  };
}
