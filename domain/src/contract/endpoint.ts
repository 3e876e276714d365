import type { z } from 'zod';
import type { Role } from '../staff/roles.ts';

/**
 * An endpoint as data. The server's routes, the OpenAPI document, the permission matrix of the tests and the
 * clients are all made from these entries, so that none can forget one.
 */
export interface Endpoint<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** Stable operation id of commands.md. */
  readonly id: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1; `{name}` parts are fields of the input. */
  readonly path: string;
  /** Roles that may call it at all; which records they see is row-level security. */
  readonly allow: readonly Role[] | 'public';
  /** `key`: creates something, so an Idempotency-Key is required (promises.md). */
  readonly idempotency: 'key' | 'none';
  /** `bytes`: the body is the file itself and arrives as input.bytes; the rest comes from the query. */
  readonly body: 'json' | 'bytes';
  readonly input: Input;
  readonly output: Output;
  readonly status: 200 | 201 | 202;
  /** `file`: the answer is the bytes of a file, streamed; `output` says nothing about them. */
  readonly answer: 'json' | 'file';
}

type EndpointInit<Input extends z.ZodType, Output extends z.ZodType> = Omit<
  Endpoint<Input, Output>,
  'idempotency' | 'body' | 'status' | 'answer'
> &
  Partial<Pick<Endpoint, 'idempotency' | 'body' | 'status' | 'answer'>>;

/** Fills what most endpoints share: no key, JSON both ways, 200. */
export function endpoint<Input extends z.ZodType, Output extends z.ZodType>(
  init: EndpointInit<Input, Output>,
): Endpoint<Input, Output> {
  return { idempotency: 'none', body: 'json', status: 200, answer: 'json', ...init };
}

export type InputOf<E extends Endpoint> = z.infer<E['input']>;
export type OutputOf<E extends Endpoint> = z.infer<E['output']>;

/** Names of the `{…}` parts of a path. */
export function pathParameters(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
}

/** The path with its parts filled in and everything else left for query or body. */
export function fillPath(path: string, input: Record<string, unknown>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
}
