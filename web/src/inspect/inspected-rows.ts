import { csvFile } from '@permit/domain/bulk/csv-line.ts';
import type { Output } from '../api/api-client.ts';
import { toneOfAnswer } from '../scan/answer-badge.tsx';

export type Inspected = Output<'inspectPermit'>;

/** Whoever is scanned again stands where they stood, with today's answer; the face is not kept. */
export function putRow(
  rows: readonly Inspected[],
  { photo: _seen, ...found }: Inspected,
): readonly Inspected[] {
  const known = rows.some(({ permitNo }) => permitNo === found.permitNo);
  return known ? rows.map((row) => (row.permitNo === found.permitNo ? found : row)) : [...rows, found];
}

/** Whether the person works for the employer of this place; where no place was named everybody does. */
export function worksHere({ employers }: Inspected, site: string): boolean {
  const wanted = bare(site);
  return wanted === '' || employers.some(({ name }) => bare(name).includes(wanted));
}

const bare = (words: string): string => words.normalize('NFC').toLocaleLowerCase().replace(/\s+/g, '');

/** Whether somebody should look again: the permit, or the employer, is not as it should be. */
export const isDoubtful = (row: Inspected, site: string): boolean =>
  toneOfAnswer(row.answer) !== 'good' || !worksHere(row, site);

const HEAD = ['no', 'permit_no', 'name', 'answer', 'valid_to', 'employers_now', 'works_here', 'as_of'];

/** The list for a spreadsheet, formulas defused. */
export function inspectedCsv(rows: readonly Inspected[], site: string): string {
  return csvFile([
    HEAD,
    ...rows.map((row, index) => [
      index + 1,
      row.permitNo,
      row.workerName,
      row.answer,
      row.validTo,
      row.employers.map(({ name }) => name).join(' / '),
      worksHere(row, site) ? 'yes' : 'no',
      row.asOf,
    ]),
  ]);
}
