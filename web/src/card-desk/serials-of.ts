/** Serials as a scanner types them into a field: one a line, in capitals, each once. */
export function serialsOf(text: string): string[] {
  const lines = text.split(/[\s,;]+/).map((line) => line.trim().toUpperCase());
  return [...new Set(lines.filter(Boolean))];
}
