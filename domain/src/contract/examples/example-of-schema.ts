/** JSON Schema as far as zod writes it. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly default?: unknown;
}

/** One text for each form that the wire asks for; a form that is missing here makes an example that does not parse. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\{22\}/, 'AbCdEfGhIjKlMnOpQrStUv'],
  [/\{14\}/, '69121234567890'],
  [/\{18\}/, '691212345678900001'],
  [/\{15\}/, '000000000000017'],
  [/\{13\}/, '1234567890121'],
  [/\{0,19\}/, 'A1'],
  [/\{3,30\}/, 'SEAL-001'],
  [/\{64\}/, '0'.repeat(64)],
  [/\{5,29\}/, '123-4-56789-0'],
  [/\{6\}\$$/, '123456'],
  [/^\^\\d\{8\}\$$/, '12345678'],
  [/^\^\[A-Z0-9-\]\{6,24\}/, 'WPC-000123'],
  [/^\^\[A-Z0-9-\]\{1,12\}/, 'WPC-'],
  [/\\d\{4\}\(-/, '1992-04-17'],
];

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-11-20T09:00:00+07:00',
  date: '2026-11-20',
  time: '09:00',
  uuid: '01934567-89ab-7cde-8f01-23456789abcd',
  email: 'somebody@example.org',
  base64: 'AAAA',
  base64url: 'AAAA',
  uri: 'https://example.org/',
};

/** A value that the schema takes, the same each time; `defs` are what `$ref` points to. */
export function exampleOfSchema(schema: Schema, defs: Readonly<Record<string, Schema>> = {}): unknown {
  const known = { ...defs, ...schema.$defs };
  if (schema.$ref !== undefined) return exampleOfSchema(known[schema.$ref.split('/').at(-1)!] ?? {}, known);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return exampleOfSchema(choice, known);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOfSchema(part, known)));
  return ofType(schema, known);
}

function ofType(schema: Schema, known: Readonly<Record<string, Schema>>): unknown {
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, part]) => [name, exampleOfSchema(part, known)]),
      );
    case 'array':
      return schema.items ? [exampleOfSchema(schema.items, known)] : [];
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1));
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      // A type of our own that JSON Schema has no word for: all of those are days of the calendar.
      return FORMATS['date'];
  }
}

function textOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema): string {
  const byPattern = pattern === undefined ? undefined : PATTERNS.find(([form]) => form.test(pattern))?.[1];
  const byFormat = format === undefined ? undefined : FORMATS[format];
  return byPattern ?? byFormat ?? 'example'.slice(0, maxLength).padEnd(minLength, '.');
}
