import { fillPath, pathParameters, type Endpoint } from './endpoint.ts';

/** Header by which an account with rights of several parties says for which it acts: the party's public id. */
export const ACTING_PARTY = 'acting-party';

/** A request as any HTTP client sends it; paths are below the server's origin. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
}

/** Lays an input out for its endpoint: path parts, then query or body, and the idempotency key where one is due. */
export function toHttpRequest(
  endpoint: Endpoint,
  input: Record<string, unknown>,
  idempotencyKey: string,
): HttpRequest {
  const inPath = pathParameters(endpoint.path);
  const rest = Object.entries(input).filter(([name, value]) => !inPath.includes(name) && value !== undefined);
  const path = `/api/v1${fillPath(endpoint.path, input)}`;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (endpoint.idempotency === 'key') headers['idempotency-key'] = idempotencyKey;
  if (endpoint.body === 'bytes') {
    headers['content-type'] = 'application/octet-stream';
    const query = queryOf(rest.filter(([name]) => name !== 'bytes'));
    return {
      method: endpoint.method,
      path: path + query,
      headers,
      body: new Uint8Array(input['bytes'] as Uint8Array),
    };
  }
  if (endpoint.method === 'GET')
    return { method: 'GET', path: path + queryOf(rest), headers, body: undefined };
  headers['content-type'] = 'application/json';
  return { method: endpoint.method, path, headers, body: JSON.stringify(Object.fromEntries(rest)) };
}

function queryOf(fields: readonly (readonly [string, unknown])[]): string {
  const pairs = fields.map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
