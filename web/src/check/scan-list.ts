import type { VerifierAnswer, VerifierAnswerCode } from '@permit/domain/cards/verify-permit-qr.ts';

/** One worker of a factory, as their code says; lives in this page only and ends with it. */
export interface ScannedRow {
  readonly at: Date;
  readonly answer: VerifierAnswerCode;
  readonly name: string;
  readonly birthYear: string;
  readonly nationality: string;
  readonly validTo: string;
  readonly since: string;
}

/** Many codes, each once: who is scanned again stands where they stood, with today's answer. */
export class ScanList {
  readonly #rows = new Map<string, ScannedRow>();

  add(text: string, answer: VerifierAnswer, at: Date): void {
    const facts = 'facts' in answer ? answer.facts : undefined;
    this.#rows.set(text, {
      at,
      answer: answer.answer,
      name: facts?.fullName ?? '',
      birthYear: facts?.birthYear === undefined ? '' : String(facts.birthYear),
      nationality: facts?.nationality ?? '',
      validTo: facts?.permit.validTo ?? '',
      since: ('since' in answer && answer.since) || '',
    });
  }

  get rows(): readonly ScannedRow[] {
    return [...this.#rows.values()];
  }

  clear(): void {
    this.#rows.clear();
  }
}

const HEAD = ['no', 'scanned_at', 'answer', 'name', 'birth_year', 'nationality', 'valid_to', 'since'];

/**
 * The list for a spreadsheet (RFC 4180, UTF-8 with a mark). A name comes from a stranger's code: a cell that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function csvOf(rows: readonly ScannedRow[]): string {
  const lines = rows.map((row, index) => [
    String(index + 1),
    row.at.toISOString(),
    row.answer,
    row.name,
    row.birthYear,
    row.nationality,
    row.validTo,
    row.since,
  ]);
  return `\uFEFF${[HEAD, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** One cell: harmless and quoted. */
export function csvCell(text: string): string {
  const harmless = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
