/** Serials as a scanner types them into a field: one a line, in capitals, each once. */
export function serialsOf(text: string): string[] {
  const lines = text.split(/[\s,;]+/).map((line) => line.trim().toUpperCase());
  return [...new Set(lines.filter(Boolean))];
}

/** The list with what was scanned now; `known` stood there already. */
export function putSerials(
  before: readonly string[],
  text: string,
): { readonly all: readonly string[]; readonly known: readonly string[] } {
  const scanned = serialsOf(text);
  const fresh = scanned.filter((serial) => !before.includes(serial));
  return { all: [...before, ...fresh], known: scanned.filter((serial) => before.includes(serial)) };
}
