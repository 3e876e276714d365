import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { HAND_MADE } from './hand-made-examples.ts';
import { exampleOfSchema, type Schema } from './example-of-schema.ts';

export interface OperationExample {
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
}

/** An example of a request and of its answer, made of the schemas, with what they cannot know written by hand. */
export function exampleOf(endpoint: Endpoint): OperationExample {
  const hand = HAND_MADE[endpoint.id];
  return {
    input: sensible(endpoint.input, { ...generated(endpoint.input, 'input'), ...hand?.input }),
    output: { ...generated(endpoint.output, 'output'), ...hand?.output },
  };
}

function generated(type: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const schema = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema;
  const value = exampleOfSchema(schema) as Record<string, unknown>;
  // A body of bytes has no place in JSON; its example is a single byte.
  return io === 'input' && 'bytes' in value ? { ...value, bytes: new Uint8Array(1) } : value;
}

/** Where fields exclude each other, the first of them alone; otherwise all of them, so that each is shown once. */
function sensible(type: z.ZodType, whole: Record<string, unknown>): Record<string, unknown> {
  if (type.safeParse(whole).success) return whole;
  const { shape } = type as z.ZodObject;
  const names = Object.keys(whole);
  const isOptional = (name: string) => (shape[name] as z.ZodType | undefined)?.safeParse(undefined).success;
  const pick = (wanted: readonly string[]) => Object.fromEntries(wanted.map((name) => [name, whole[name]]));
  const needed = names.filter((name) => !isOptional(name));
  const fewer = names.filter(isOptional).map((name) => pick([...needed, name]));
  return [pick(needed), ...fewer].find((some) => type.safeParse(some).success) ?? whole;
}
