import type { ServiceDefinition } from './service-definition.ts';

/** One difference between two versions, by its path in the definition. */
export interface DefinitionDifference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every value that differs, deepest path first found; `undefined` where one side has none. */
export function diffDefinitions(
  before: ServiceDefinition,
  after: ServiceDefinition,
): readonly DefinitionDifference[] {
  return differences('', before, after);
}

function differences(path: string, before: unknown, after: unknown): DefinitionDifference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isBranch(before) || !isBranch(after)) return [{ path, before, after }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    differences(path === '' ? key : `${path}.${key}`, before[key], after[key]),
  );
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
