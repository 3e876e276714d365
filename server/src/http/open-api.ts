import { ERROR_CODES, ErrorBody } from '@permit/domain/contract/error-body.ts';
import { exampleOf } from '@permit/domain/contract/examples/operation-examples.ts';
import { pathParameters, type Endpoint } from '@permit/domain/contract/endpoint.ts';
import { z, type ZodObject, type ZodType } from 'zod';

type Json = Record<string, unknown>;

const ACTING_PARTY_PARAMETER: Json = {
  name: 'Acting-Party',
  in: 'header',
  required: false,
  description:
    'Public id of the party for which the caller acts; wanted (acting-party-wanted) where the account has rights of several',
  schema: { type: 'string', minLength: 22, maxLength: 22 },
};

/**
 * OpenAPI 3.1 of the registered endpoints, made from the contract alone. Its schemas are JSON Schema 2020-12,
 * which zod writes by itself; shared ones move to `components`.
 */
export function openApiDocument(endpoints: readonly Endpoint[]): Json {
  const components = new Map<string, unknown>();
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const at = (paths[endpoint.path] ??= {});
    at[endpoint.method.toLowerCase()] = operationOf(endpoint, components);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Work permit API',
      version: '1',
      description: `Error codes: ${Object.keys(ERROR_CODES).join(', ')}`,
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: Object.fromEntries(components),
      parameters: { ActingParty: ACTING_PARTY_PARAMETER },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operationOf(endpoint: Endpoint, components: Map<string, unknown>): Json {
  const schema = (type: ZodType, io: 'input' | 'output') =>
    schemaOf(type, { io, prefix: endpoint.id, components });
  const example = exampleOf(endpoint);
  const answer =
    endpoint.answer === 'file'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schema(endpoint.output, 'output'), example: example.output } };
  const refused = { 'application/problem+json': { schema: schema(ErrorBody, 'output') } };
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(endpoint.allow === 'public' ? {} : { security: [{ bearer: [] }], 'x-roles': [...endpoint.allow] }),
    ...requestOf(endpoint, schema, example.input),
    responses: {
      [endpoint.status]: { description: 'done', content: answer },
      default: { description: 'refused', content: refused },
    },
  };
}

function requestOf(endpoint: Endpoint, schema: (type: ZodType, io: 'input') => unknown, example: Json): Json {
  const { shape } = endpoint.input as ZodObject;
  const inPath = pathParameters(endpoint.path);
  const rest = Object.keys(shape).filter((name) => !inPath.includes(name) && name !== 'bytes');
  const field = (name: string) => shape[name] as ZodType;
  const parameter = (name: string, where: 'path' | 'query') => ({
    name,
    in: where,
    required: where === 'path' || !field(name).safeParse(undefined).success,
    schema: schema(field(name), 'input'),
    ...(example[name] === undefined ? {} : { example: example[name] }),
  });
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 8, maxLength: 120 },
  };
  const inQuery = endpoint.method === 'GET' || endpoint.body === 'bytes' ? rest : [];
  const parameters = [
    ...inPath.map((name) => parameter(name, 'path')),
    ...inQuery.map((name) => parameter(name, 'query')),
    ...(endpoint.idempotency === 'key' ? [key] : []),
    ...(endpoint.allow === 'public' ? [] : [{ $ref: '#/components/parameters/ActingParty' }]),
  ];
  if (endpoint.method === 'GET') return { parameters };
  if (endpoint.body === 'bytes') {
    return {
      parameters,
      requestBody: {
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    };
  }
  const body = z.object(Object.fromEntries(rest.map((name) => [name, field(name)])));
  const bodyExample = Object.fromEntries(rest.map((name) => [name, example[name]]));
  return {
    parameters,
    requestBody: {
      content: { 'application/json': { schema: schema(body, 'input'), example: bodyExample } },
    },
  };
}

interface Where {
  readonly io: 'input' | 'output';
  /** Keeps schemas without a name of their own apart. */
  readonly prefix: string;
  readonly components: Map<string, unknown>;
}

/** One schema; what zod puts into `$defs` moves to the document's components. */
function schemaOf(type: ZodType, { io, prefix, components }: Where): unknown {
  const {
    $schema: _dialect,
    $defs,
    ...schema
  } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Json & { $defs?: Json };
  // Input and output forms of one name differ (defaults), so each has its own place.
  const nameOf = (name: string) =>
    name.startsWith('__') ? `${prefix}${name}_${io}` : io === 'input' ? `${name}Input` : name;
  const rewrite = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) =>
        key === '$ref'
          ? [
              key,
              String(item).replace(
                /^#\/\$defs\/(.*)$/,
                (_, name: string) => `#/components/schemas/${nameOf(name)}`,
              ),
            ]
          : [key, rewrite(item)],
      ),
    );
  };
  for (const [name, definition] of Object.entries($defs ?? {}))
    components.set(nameOf(name), rewrite(definition));
  return rewrite(schema);
}
