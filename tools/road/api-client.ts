import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import { ACTING_PARTY, toHttpRequest } from '@permit/domain/contract/http-request.ts';
import { permitApi, type OperationId } from '@permit/domain/contract/permit-api.ts';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';

type Api = typeof permitApi;
export type Ask<Id extends OperationId> = z.input<Api[Id]['input']>;
export type Answer<Id extends OperationId> = OutputOf<Api[Id]>;

/** A refusal of the API, with its code. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  readonly code: string;
  readonly body: Record<string, unknown>;
  constructor(id: string, status: number, body: Record<string, unknown>) {
    super(
      `${id}: ${status} ${String(body['code'])} ${String(body['detailCode'] ?? '')} ${JSON.stringify(body['fields'] ?? '')}`,
    );
    this.status = status;
    this.body = body;
    this.code = String(body['code']);
  }
}

/** Somebody who is signed in, or nobody. */
export interface ApiClient {
  call<Id extends OperationId>(
    id: Id,
    ask: Ask<Id>,
    /** `actingParty`: public id of the party for which somebody with several acts. */
    options?: { key?: string; actingParty?: string },
  ): Promise<Answer<Id>>;
  readonly token: string | undefined;
}

/** A client over one origin; answers are parsed by the contract, so that a server that drifts is noticed. */
export function apiClient(origin: string, token?: string): ApiClient {
  return {
    token,
    async call(id, ask, options = {}) {
      const request = toHttpRequest(
        permitApi[id],
        ask as Record<string, unknown>,
        options.key ?? randomUUID(),
      );
      const authorization: Record<string, string> = {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(options.actingParty ? { [ACTING_PARTY]: options.actingParty } : {}),
      };
      const response = await fetch(origin + request.path, {
        method: request.method,
        headers: { ...request.headers, ...authorization },
        ...(request.body === undefined ? {} : { body: request.body }),
        signal: AbortSignal.timeout(60_000),
      });
      const body = (await response.json()) as Record<string, unknown>;
      if (!response.ok) throw new ApiRefusal(id, response.status, body);
      return permitApi[id].output.parse(body) as Answer<typeof id>;
    },
  };
}
