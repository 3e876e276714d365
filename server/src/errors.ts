import type { ErrorCode } from '@permit/domain/contract/error-body.ts';
import type { Decision } from '@permit/domain/refusal.ts';

/** A refusal that travels to the caller as a problem document; never carries a name or a number. */
export class ApiError extends Error {
  override readonly name: string = 'ApiError';
  readonly code: ErrorCode;
  /** The rule's own code, finer than `code`, for the screen's words. */
  readonly detailCode: string | undefined;
  readonly fields: readonly { path: string; code: string }[];
  /** Kept although the request fails: a counted wrong password, a packet set aside. */
  readonly commit: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    detail: {
      detailCode?: string;
      fields?: readonly { path: string; code: string }[];
      commit?: boolean;
      retryAfterSeconds?: number;
    } = {},
  ) {
    super(detail.detailCode ?? code);
    this.code = code;
    this.detailCode = detail.detailCode;
    this.fields = detail.fields ?? [];
    this.commit = detail.commit ?? false;
    this.retryAfterSeconds = detail.retryAfterSeconds;
  }
}

/** "Not yours" and "not there" are one answer (promises.md). */
export function notFound(): ApiError {
  return new ApiError('not-found');
}

/** Turns a pure rule's refusal into the answer of the API. */
export function requireAllowed(decision: Decision, code: ErrorCode = 'refused'): void {
  if (!decision.allowed) throw new ApiError(code, { detailCode: decision.code });
}
