import type { Endpoint, InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { ACTING_PARTY, toHttpRequest } from '@permit/domain/contract/http-request.ts';
import type { permitApi } from '@permit/domain/contract/permit-api.ts';
import type { z } from 'zod';
import { ApiProblem } from './api-problem.ts';
import { requestShape, type WebOperation } from './endpoint-table.ts';

export type Input<Id extends WebOperation> = z.input<(typeof permitApi)[Id]['input']>;
export type Output<Id extends WebOperation> = OutputOf<(typeof permitApi)[Id]>;
export type Session = OutputOf<typeof permitApi.signIn>;
export type Who = Session['who'];
export type SignIn = Pick<InputOf<typeof permitApi.signIn>, 'username' | 'password' | 'code'>;

export interface ApiClient {
  /** Sends one request; `key` is the idempotency key of the user's act where the operation takes one. */
  call<Id extends WebOperation>(id: Id, input: Input<Id>, key?: string): Promise<Output<Id>>;
  /** The bytes of an operation that answers a file. */
  file<Id extends WebOperation>(id: Id, input: Input<Id>): Promise<Blob>;
  /** For which party the account acts wherever it has to be one; sent only where the server asks. */
  actFor(partyId: string | undefined): void;
  signIn(input: SignIn): Promise<Who>;
  /** Continues the session of the refresh cookie; undefined where there is none. */
  resume(): Promise<Who | undefined>;
  signOut(): Promise<void>;
}

type Lock = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * The API over `fetch`. The access token lives in memory only; the refresh token in a cookie that no script reads.
 * A request that finds the token ended refreshes once and is sent again with the same idempotency key.
 */
export function createApiClient(options: {
  readonly fetch: typeof fetch;
  /** Refresh tokens work once: two windows must not spend the same one. */
  readonly lock: Lock;
  readonly onSignedOut: () => void;
  /** Roles and parties change while a session lasts: each refresh says who one is now. */
  readonly onWho?: (who: Who) => void;
}): ApiClient {
  let token: string | undefined;
  let party: string | undefined;

  const send = async (id: WebOperation, input: object, key: string, actFor?: string): Promise<Response> => {
    const endpoint = requestShape(id) as Endpoint;
    const request = toHttpRequest(endpoint, input as Record<string, unknown>, key);
    const headers = {
      ...request.headers,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(actFor ? { [ACTING_PARTY]: actFor } : {}),
    };
    const body = request.body ?? null;
    return options
      .fetch(request.path, { method: request.method, headers, body, credentials: 'same-origin' })
      .catch(() => {
        throw new ApiProblem('unreachable');
      });
  };

  const open = async (id: 'signIn' | 'refreshSession', input: object): Promise<Who> => {
    const response = await send(id, input, '');
    if (!response.ok) throw await problemOf(response);
    const session = (await response.json()) as Session;
    token = session.accessToken;
    options.onWho?.(session.who);
    return session.who;
  };

  const refresh = (): Promise<Who> => options.lock(() => open('refreshSession', {}));

  const answer = async (id: WebOperation, input: object, key: string): Promise<Response> => {
    let response = await send(id, input, key);
    if (response.status === 401 && token) {
      await refresh().catch((error: unknown) => {
        if (error instanceof ApiProblem && error.code === 'unreachable') throw error;
        token = undefined;
        options.onSignedOut();
        throw new ApiProblem('session-ended');
      });
      response = await send(id, input, key);
    }
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (problem.code !== 'acting-party-wanted' || !party) throw problem;
    response = await send(id, input, key, party);
    if (!response.ok) throw await problemOf(response);
    return response;
  };
  const call: ApiClient['call'] = async (id, input, key = crypto.randomUUID()) =>
    (await answer(id, input, key)).json() as never;

  return {
    call,
    file: async (id, input) => (await answer(id, input, '')).blob(),
    actFor: (partyId) => void (party = partyId),
    signIn: (input) => open('signIn', input),
    resume: () =>
      refresh().catch((error: unknown) => {
        if (error instanceof ApiProblem && error.code === 'unreachable') throw error;
        return undefined;
      }),
    async signOut() {
      await call('signOut', {}).catch(() => undefined);
      token = undefined;
      party = undefined;
    },
  };
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => undefined)) as
    (ConstructorParameters<typeof ApiProblem>[1] & { code: ApiProblem['code'] }) | undefined;
  // A proxy's own page instead of a problem document: nobody there to answer.
  return body?.code ? new ApiProblem(body.code, body) : new ApiProblem('unreachable');
}
