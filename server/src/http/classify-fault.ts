import { ApiError } from '../errors.ts';

interface Fault {
  readonly code?: string;
  readonly constraint?: string;
  readonly type?: string;
  readonly status?: number;
  readonly name?: string;
}

/** Constraints whose violation a person can understand; every other one is a fault of ours. */
const CONSTRAINT_CODES: Record<string, ConstructorParameters<typeof ApiError>[0]> = {
  applications_four_persons: 'same-person',
  applications_worker_never_decides: 'same-person',
  cards_two_persons: 'same-person',
  print_orders_reprint_two_persons: 'same-person',
  visits_one_open_a_case: 'wrong-state',
  print_orders_one_serial: 'duplicate-serial',
  blanks_pkey: 'duplicate-serial',
  state_history_published_move: 'wrong-state',
  accounts_username_unique: 'conflict',
  account_roles_not_to_oneself: 'same-person',
  applications_decided_by_a_registrar: 'not-permitted',
  counter_recoveries_two_persons: 'same-person',
  account_claims_not_by_claimant: 'same-person',
  account_claims_one_open: 'conflict',
  acting_orders_once: 'conflict',
  dossier_papers_two_persons: 'same-person',
  dossier_papers_one_waiting: 'conflict',
  dossier_papers_versions: 'conflict',
};

/** What a thrown value of Express, PostgreSQL or the pool means to the caller. */
export function classifyFault(error: unknown): ApiError {
  const fault = (error ?? {}) as Fault;
  if (fault.type === 'entity.too.large') return new ApiError('body-too-large');
  if (fault.type === 'entity.parse.failed' || fault.type === 'encoding.unsupported')
    return new ApiError('malformed-json');
  if (fault.constraint && fault.constraint in CONSTRAINT_CODES)
    return new ApiError(CONSTRAINT_CODES[fault.constraint]!);
  // Class 22: the value itself cannot be stored (a NUL in text, a date that is none, a number out of range).
  if (/^22[0-9A-Z]{3}$/.test(fault.code ?? '')) return new ApiError('invalid-input');
  if (fault.code === '55P03') return new ApiError('in-progress', { retryAfterSeconds: 1 });
  if (fault.code === '40001' || fault.code === '40P01') return new ApiError('conflict');
  if (fault.code === '53100' || fault.code === 'ENOSPC') return new ApiError('storage-full');
  if (fault.name === 'BlobStoreFault') return new ApiError('unavailable', { retryAfterSeconds: 5 });
  if (isLostDependency(fault)) return new ApiError('unavailable', { retryAfterSeconds: 2 });
  // Express's own refusals (a broken escape in the path, an aborted body).
  if (typeof fault.status === 'number' && fault.status >= 400 && fault.status < 500)
    return new ApiError('invalid-input');
  return new ApiError('internal');
}

function isLostDependency(fault: Fault): boolean {
  const code = fault.code ?? '';
  if (fault.name === 'KnexTimeoutError') return true;
  // PostgreSQL classes 08 (connection), 57P (shutting down), 53 (no resources), 57014 (statement timeout).
  return /^(08|57P|53|57014|ECONN|EPIPE|ETIMEDOUT|EAI_)/.test(code);
}
