/** How deep a JSON value nests, counted without recursion and only up to `limit` + 1. */
export function depthOf(value: unknown, limit: number): number {
  let level: unknown[] = [value];
  for (let depth = 0; ; depth += 1) {
    const next = level.flatMap((item) =>
      item !== null && typeof item === 'object' ? Object.values(item) : [],
    );
    if (next.length === 0 || depth > limit) return depth;
    level = next;
  }
}
