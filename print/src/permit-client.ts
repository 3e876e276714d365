import { accountsApi } from '@permit/domain/contract/accounts-api.ts';
import {
  fillPath,
  pathParameters,
  type Endpoint,
  type InputOf,
  type OutputOf,
} from '@permit/domain/contract/endpoint.ts';
import type { z } from 'zod';

/** What the server answered instead of the wished; `code` is of docs/error-codes.md. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  constructor(operation: string, status: number, code: string) {
    super(`${operation}: ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

export interface PermitClientOptions {
  /** Address with scheme and port, without /api/v1. */
  readonly baseUrl: string;
  /** The program's own identity: never a person's. */
  readonly username: string;
  readonly password: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

/** One round trip per call; signs in when needed and once more when the session has ended. */
export interface PermitClient {
  call<E extends Endpoint>(endpoint: E, input: z.input<E['input']>): Promise<OutputOf<E>>;
}

/** A client of the permit API made from the contract itself. Throws ApiProblem, or the network's own error. */
export function createPermitClient(options: PermitClientOptions): PermitClient {
  let token: string | undefined;
  const send = (endpoint: Endpoint, input: Record<string, unknown>) =>
    sendRequest(options, endpoint, input, token);
  const signIn = async () => {
    const { username, password } = options;
    const session = await send(accountsApi.signIn, { username, password, delivery: 'body' });
    token = (session as OutputOf<typeof accountsApi.signIn>).accessToken;
  };
  return {
    async call<E extends Endpoint>(endpoint: E, input: z.input<E['input']>) {
      if (token === undefined) await signIn();
      try {
        return (await send(endpoint, input as Record<string, unknown>)) as OutputOf<E>;
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
        token = undefined;
        await signIn();
        return (await send(endpoint, input as InputOf<E> as Record<string, unknown>)) as OutputOf<E>;
      }
    },
  };
}

/** Longer than the longest wait that an endpoint offers (25 s). */
const TIMEOUT_MS = 40_000;

async function sendRequest(
  options: PermitClientOptions,
  endpoint: Endpoint,
  input: Record<string, unknown>,
  token: string | undefined,
): Promise<unknown> {
  const inPath = pathParameters(endpoint.path);
  const rest = Object.entries(input).filter(([name, value]) => !inPath.includes(name) && value !== undefined);
  const url = new URL(`/api/v1${fillPath(endpoint.path, input)}`, options.baseUrl);
  const isGet = endpoint.method === 'GET';
  if (isGet) for (const [name, value] of rest) url.searchParams.set(name, String(value));
  const response = await (options.fetch ?? fetch)(url, {
    method: endpoint.method,
    headers: {
      ...(isGet ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(isGet ? {} : { body: JSON.stringify(Object.fromEntries(rest)) }),
    signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
  });
  const body: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiProblem(endpoint.id, response.status, codeOf(body));
  return endpoint.output.parse(body);
}

function codeOf(body: unknown): string {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return typeof code === 'string' ? code : 'unreadable-answer';
}
