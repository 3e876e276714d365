import { pathParameters, type Endpoint } from '@permit/domain/contract/endpoint.ts';
import type { Request } from 'express';
import { ApiError } from '../errors.ts';
import { depthOf } from './json-depth.ts';
import { hasUnstorableText } from './unstorable-text.ts';

const MAX_JSON_DEPTH = 24;

/**
 * Parses path, query and body against the endpoint's schema. Path parts win over a field of the same name in
 * the body, so that a body cannot speak of another record than its address.
 */
export async function readInput(endpoint: Endpoint, request: Request): Promise<unknown> {
  const source = { ...sourceOf(endpoint, request), ...pathInput(endpoint, request) };
  if (hasUnstorableText(source)) throw new ApiError('invalid-input', { detailCode: 'unstorable-text' });
  const parsed = endpoint.input.safeParse(source);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues
    .slice(0, 50)
    .map((issue) => ({ path: issue.path.join('.'), code: issue.code }));
  throw new ApiError('invalid-input', { fields });
}

function sourceOf(endpoint: Endpoint, request: Request): Record<string, unknown> {
  if (endpoint.method === 'GET') return { ...request.query };
  if (endpoint.body === 'bytes') return { ...request.query, bytes: fileOf(request) };
  const body: unknown = request.body ?? {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new ApiError('invalid-input');
  // 20 KB of nested brackets parse and then overflow the stack of whoever walks them (promises.md, measured).
  if (depthOf(body, MAX_JSON_DEPTH) > MAX_JSON_DEPTH)
    throw new ApiError('invalid-input', { detailCode: 'too-deep' });
  return body as Record<string, unknown>;
}

function fileOf(request: Request): Uint8Array {
  if (!Buffer.isBuffer(request.body))
    throw new ApiError('invalid-input', { detailCode: 'body-is-not-a-file' });
  return request.body;
}

function pathInput(endpoint: Endpoint, request: Request): Record<string, unknown> {
  return Object.fromEntries(pathParameters(endpoint.path).map((name) => [name, request.params[name]]));
}
