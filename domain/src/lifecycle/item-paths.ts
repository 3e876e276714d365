/** Paths of the values that stand in a draft, to the deepest object; a list, a date with its precision or an empty object is one value. */
export function leavesOf(value: unknown, path = ''): readonly string[] {
  if (!isBranch(value) || Object.keys(value).length === 0) return path === '' ? [] : [path];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, path === '' ? key : `${path}.${key}`));
}

/** True where the path is the item itself or stands inside it: `worker.names` opens `worker.names.firstLatin`. */
export function isInside(path: string, items: Iterable<string>): boolean {
  for (const item of items) if (path === item || path.startsWith(`${item}.`)) return true;
  return false;
}

/** A copy with the value put at the path; objects on the way are made where they are missing. */
export function withValueAt<Whole extends object>(whole: Whole, path: string, value: unknown): Whole {
  const [key = '', ...rest] = path.split('.');
  const branch = whole as Record<string, unknown>;
  const inner = branch[key];
  const next = rest.length === 0 ? value : withValueAt(isBranch(inner) ? inner : {}, rest.join('.'), value);
  return { ...whole, [key]: next };
}

function isBranch(value: unknown): value is Record<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && !('precision' in value);
}
