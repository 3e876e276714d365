/** What a spreadsheet would run instead of show; tab and carriage return open a formula after trimming. */
const FORMULA_START = /^[=+\-@\t\r|%]/;

/**
 * One cell of a CSV that people open in a spreadsheet. A cell that could be a formula gets an apostrophe in front
 * (CSV injection: a worker may be called `=HYPERLINK(…)`); a plain negative number is left alone.
 */
export function csvCell(value: string | number): string {
  const text = String(value);
  const harmless = /^-?\d+(\.\d+)?$/.test(text) || !FORMULA_START.test(text);
  const defused = harmless ? text : `'${text}`;
  return /[",\r\n;]/.test(defused) || defused !== text ? `"${defused.replaceAll('"', '""')}"` : defused;
}

/** One line, with the line end that RFC 4180 wants. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A whole file: the byte-order mark makes Excel read Thai as UTF-8. */
export function csvFile(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map(csvLine).join('')}`;
}
