import { randomUUID } from 'node:crypto';
import { type Endpoint, fillPath, pathParameters } from '@permit/domain/contract/endpoint.ts';
import { ErrorBody } from '@permit/domain/contract/error-body.ts';
import { permitApi } from '@permit/domain/contract/permit-api.ts';
import {
  type Answer,
  type Ask,
  type Caller,
  type OperationId,
  type ServerPort,
  ServerProblem,
} from './server-port.ts';

interface Session {
  readonly accessToken: string;
  readonly refreshToken?: string | undefined;
}

export interface HttpServerOptions {
  /** Origin of the permit API, without /api/v1. */
  readonly serverUrl: string;
  /** Credentials of the station's machine account once it is enrolled. */
  readonly stationCredentials: () => { readonly username: string; readonly secret: string } | undefined;
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

/** The permit API over HTTP. Keeps both sessions, refreshes them, and signs the station in when it must. */
export function httpServerPort(options: HttpServerOptions): ServerPort {
  const sessions = new Map<Caller, Session>();
  const renewals = new Map<Caller, Promise<boolean>>();

  const send = async (endpoint: Endpoint, ask: Record<string, unknown>, token?: string, key = newKey()) =>
    parseAnswer(endpoint, await request(options, endpoint, { ask, token, key }));

  const startSession = async (caller: Caller, ask: Ask<'signIn'>) => {
    const session = (await send(permitApi.signIn, { ...ask, delivery: 'body' })) as Answer<'signIn'>;
    sessions.set(caller, session);
    return session.who;
  };
  const renew = async (caller: Caller): Promise<boolean> => {
    const refreshToken = sessions.get(caller)?.refreshToken;
    sessions.delete(caller);
    if (caller === 'station') return startStation(options, startSession);
    if (refreshToken === undefined) return false;
    const ask = { refreshToken, delivery: 'body' };
    const session = await send(permitApi.refreshSession, ask).catch(() => undefined);
    if (session) sessions.set(caller, session as Session);
    return session !== undefined;
  };
  // A refresh token works once: calls that fail together must not each spend it.
  const renewOnce = (caller: Caller): Promise<boolean> => {
    const running = renewals.get(caller) ?? renew(caller).finally(() => renewals.delete(caller));
    renewals.set(caller, running);
    return running;
  };

  return {
    signIn: (caller, { username, password, code }) =>
      startSession(caller, code === undefined ? { username, password } : { username, password, code }),
    useToken: (caller, accessToken) => void sessions.set(caller, { accessToken }),
    signOut: async (caller) => {
      const token = sessions.get(caller)?.accessToken;
      sessions.delete(caller);
      if (token !== undefined) await send(permitApi.signOut, {}, token).catch(() => undefined);
    },
    call: async <Id extends OperationId>(caller: Caller, id: Id, ask: Ask<Id>) => {
      const endpoint: Endpoint = permitApi[id];
      // One key for both attempts: the second must not create a second thing.
      const key = newKey();
      const attempt = (token: string | undefined) =>
        send(endpoint, ask as Record<string, unknown>, token, key) as Promise<Answer<Id>>;
      if (caller === 'station' && !sessions.has('station')) await renewOnce('station');
      const token = sessions.get(caller)?.accessToken;
      try {
        return await attempt(token);
      } catch (error) {
        if (!(error instanceof ServerProblem && SESSION_CODES.includes(error.code))) throw error;
        const now = sessions.get(caller)?.accessToken;
        const renewed = (now !== undefined && now !== token) || (await renewOnce(caller));
        if (!renewed) throw error;
        return attempt(sessions.get(caller)?.accessToken);
      }
    },
  };
}

/** Signs the machine account in; false where the station is not enrolled. */
async function startStation(
  { stationCredentials }: HttpServerOptions,
  startSession: (caller: Caller, ask: Ask<'signIn'>) => Promise<unknown>,
): Promise<boolean> {
  const account = stationCredentials();
  if (!account) return false;
  try {
    await startSession('station', { username: account.username, password: account.secret });
    return true;
  } catch (error) {
    // Not the operator's fault: this machine was revoked, or its folder belongs to another server.
    if (error instanceof ServerProblem && !error.offline) throw new ServerProblem('station-not-accepted');
    throw error;
  }
}

function newKey(): string {
  return randomUUID();
}

const SESSION_CODES: readonly string[] = ['session-ended', 'not-signed-in'];

async function request(
  { serverUrl, timeoutMs = 30_000, fetch: send = fetch }: HttpServerOptions,
  endpoint: Endpoint,
  call: { ask: Record<string, unknown>; token: string | undefined; key: string },
): Promise<Response> {
  const { ask, token, key } = call;
  const rest = Object.entries(ask).filter(([name]) => !pathParameters(endpoint.path).includes(name));
  const url = new URL(`/api/v1${fillPath(endpoint.path, ask)}`, serverUrl);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  if (endpoint.idempotency === 'key') headers['idempotency-key'] = key;
  let body: string | Uint8Array<ArrayBuffer> | undefined;
  if (endpoint.body === 'bytes') {
    headers['content-type'] = 'application/octet-stream';
    body = new Uint8Array(ask['bytes'] as Uint8Array);
  } else if (endpoint.method === 'GET') {
    for (const [name, value] of rest) if (value !== undefined) url.searchParams.set(name, String(value));
  } else {
    headers['content-type'] = 'application/json';
    body = JSON.stringify(Object.fromEntries(rest));
  }
  const signal = AbortSignal.timeout(timeoutMs);
  const init = { method: endpoint.method, headers, signal, redirect: 'error' as const };
  return send(url, body === undefined ? init : { ...init, body }).catch(() => {
    throw new ServerProblem('offline', true);
  });
}

async function parseAnswer(endpoint: Endpoint, response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const problem = ErrorBody.safeParse(body);
    const code = problem.success ? problem.data.code : `http-${response.status}`;
    // 429 and 5xx may succeed later with nothing changed.
    throw new ServerProblem(code, response.status >= 500 || response.status === 429);
  }
  const parsed = endpoint.output.safeParse(body);
  if (!parsed.success) throw new ServerProblem('answer-malformed');
  return parsed.data;
}
