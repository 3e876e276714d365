import { OpenAPIRegistry, OpenApiGeneratorV31, extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { ERROR_CODES, ErrorBody } from '@permit/domain/contract/error-body.ts';
import { pathParameters, type Endpoint } from '@permit/domain/contract/endpoint.ts';
import { z, type ZodObject } from 'zod';

extendZodWithOpenApi(z);

/** OpenAPI 3.1 of the registered endpoints, made from the contract alone. */
export function openApiDocument(endpoints: readonly Endpoint[]): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  for (const endpoint of endpoints) registry.registerPath(pathOf(endpoint));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Work permit API',
      version: '1',
      description: `Errors: ${Object.keys(ERROR_CODES).join(', ')}`,
    },
    servers: [{ url: '/api/v1' }],
  });
}

type PathConfig = Parameters<OpenAPIRegistry['registerPath']>[0];

function pathOf(endpoint: Endpoint): PathConfig {
  const method = endpoint.method.toLowerCase() as PathConfig['method'];
  return {
    method,
    path: endpoint.path,
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(endpoint.allow === 'public' ? {} : { security: [{ bearer: [] }], 'x-roles': [...endpoint.allow] }),
    request: requestOf(endpoint),
    responses: {
      [endpoint.status]: {
        description: 'done',
        content: { 'application/json': { schema: endpoint.output } },
      },
      default: { description: 'refused', content: { 'application/problem+json': { schema: ErrorBody } } },
    },
  };
}

function requestOf(endpoint: Endpoint): NonNullable<PathConfig['request']> {
  const input = endpoint.input as ZodObject;
  const inPath = pathParameters(endpoint.path);
  const pick = (names: readonly string[]) =>
    z.object(Object.fromEntries(names.map((name) => [name, input.shape[name]!])));
  const rest = Object.keys(input.shape).filter((name) => !inPath.includes(name) && name !== 'bytes');
  const headers =
    endpoint.idempotency === 'key' ? [z.object({ 'idempotency-key': z.string().min(8).max(120) })] : [];
  const base = { params: pick(inPath), ...(headers.length > 0 ? { headers } : {}) };
  if (endpoint.method === 'GET') return { ...base, query: pick(rest) };
  if (endpoint.body === 'bytes') {
    const content = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } as const } };
    return { ...base, query: pick(rest), body: { content } };
  }
  return { ...base, body: { content: { 'application/json': { schema: pick(rest) } } } };
}
