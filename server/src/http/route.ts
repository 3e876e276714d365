import type { Endpoint, InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { ACTING_PARTY } from '@permit/domain/contract/http-request.ts';
import type { Request, RequestHandler, Response, Router } from 'express';
import { inSharedTransaction, inTransaction, SYSTEM, type Caller, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { ApiError } from '../errors.ts';
import { answerJson } from './answer-json.ts';
import { callerOf } from './caller.ts';
import {
  claimKey,
  hashBody,
  keepKey,
  KnownRequest,
  type RememberedIds,
  type RequestKey,
} from './idempotency.ts';
import type { RateLimit } from './rate-limit.ts';
import { readInput } from './read-input.ts';
import { routerByPlace } from './router-by-place.ts';

/** An action: one transaction, the parsed input in, the output of the contract out. */
export type Action<E extends Endpoint> = (tx: Tx, input: InputOf<E>) => Promise<OutputOf<E>>;

/** Work that must happen outside a transaction (decoding a file, waiting for a job) or that sets cookies. */
export interface Around {
  readonly deps: Deps;
  readonly caller: Caller;
  readonly requestId: string;
  readonly request: Request;
  readonly response: Response;
}

export interface RouteOptions<E extends Endpoint> {
  /** How the first answer is built again for the same Idempotency-Key. */
  readonly replay?: {
    ids(output: OutputOf<E>): RememberedIds;
    rebuild(tx: Tx, ids: RememberedIds): Promise<OutputOf<E>>;
  };
  /**
   * Names what the action changes, where it may share a transaction with others of its kind (inSharedTransaction): it
   * has an Idempotency-Key, or it does no harm when it is done twice.
   */
  readonly shared?: (input: InputOf<E>, requestId: string) => string;
  /** `system`: the action serves people who cannot have rights yet (sign-in, the bank's report). */
  readonly as?: 'caller' | 'system';
  /** Runs before the transaction; its value replaces the input. */
  readonly before?: (around: Around, input: InputOf<E>) => Promise<InputOf<E>>;
}

export type Registrar = {
  /** Registers an endpoint with the action behind it; auth, parsing, transaction and idempotency live here. */
  route<E extends Endpoint>(endpoint: E, action: Action<E>, options?: RouteOptions<E>): void;
  /** For the few that wait or stream: the handler opens its own transactions. */
  outside<E extends Endpoint>(
    endpoint: E,
    handler: (around: Around, input: InputOf<E>) => Promise<OutputOf<E>>,
  ): void;
  readonly registered: readonly Endpoint[];
};

/** Makes the registrar of a router. */
export function createRegistrar(router: Router, deps: Deps, rateLimit: RateLimit): Registrar {
  const registered: Endpoint[] = [];
  const routerOf = routerByPlace(router);
  const add = (endpoint: Endpoint, answer: (around: Around, input: never) => Promise<unknown>) => {
    registered.push(endpoint);
    const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    routerOf(path)[method](path, handle({ deps, rateLimit }, endpoint, answer));
  };
  return {
    registered,
    route: (endpoint, action, options = {}) =>
      add(endpoint, (around, input) => runAction({ endpoint, action, options, around, input })),
    outside: (endpoint, handler) => add(endpoint, handler),
  };
}

function handle(
  { deps, rateLimit }: { deps: Deps; rateLimit: RateLimit },
  endpoint: Endpoint,
  answer: (around: Around, input: never) => Promise<unknown>,
): RequestHandler {
  return async (request, response) => {
    const requestId = response.locals['requestId'] as string;
    await rateLimit(endpoint, request);
    const caller = await callerOf(deps, request, endpoint);
    const input = await readInput(endpoint, request);
    const output = await answer({ deps, caller, requestId, request, response }, input as never);
    // A file was streamed by its handler.
    if (endpoint.answer === 'json') answerJson(response, endpoint.status, output);
  };
}

interface Run<E extends Endpoint> {
  readonly endpoint: E;
  readonly action: Action<E>;
  readonly options: RouteOptions<E>;
  readonly around: Around;
  readonly input: InputOf<E>;
}

async function runAction<E extends Endpoint>({
  endpoint,
  action,
  options,
  around,
  input,
}: Run<E>): Promise<OutputOf<E>> {
  const { deps, caller, requestId } = around;
  const key = requestKey(endpoint, around, input as Record<string, unknown>);
  const prepared = options.before ? await options.before(around, input) : input;
  const acting =
    options.as === 'system' ? { ...SYSTEM, role: caller.role, personId: caller.personId } : caller;
  const replay = options.replay;
  try {
    const work = async (tx: Tx) => {
      if (key) claimKey(tx, key);
      const output = await action(tx, prepared);
      if (key && replay) keepKey(tx, key, endpoint.status, replay.ids(output));
      return output;
    };
    const shared = options.shared?.(prepared, requestId);
    return shared === undefined
      ? await inTransaction(deps, acting, requestId, work)
      : await inSharedTransaction({ deps, caller: acting, requestId, key: shared }, work);
  } catch (error) {
    if (!(error instanceof KnownRequest && replay)) throw error;
    return inTransaction(deps, acting, requestId, (tx) => replay.rebuild(tx, error.ids));
  }
}

function requestKey(
  endpoint: Endpoint,
  around: Around,
  input: Record<string, unknown>,
): RequestKey | undefined {
  if (endpoint.idempotency === 'none') return undefined;
  const key = around.request.get('idempotency-key');
  if (!key || !/^[\x21-\x7e]{8,120}$/.test(key)) throw new ApiError('idempotency-key-missing');
  const account = around.caller.accountId ?? 'public';
  // For whom it was asked is part of the request; nobody named is how every earlier request was hashed.
  const party = around.request.get(ACTING_PARTY);
  const whole = party === undefined ? input : { ...input, [ACTING_PARTY]: party };
  return { account, key, operation: endpoint.id, bodyHash: hashBody(around.deps.keys, endpoint.id, whole) };
}
