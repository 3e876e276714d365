import { createIntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import { openBulkOffice } from './bulk/bulk-office.ts';
import { SPOILS } from '../bulk/worker-sheets.ts';

/** `npm run prove -- bulk [ROWS] [WRONG]`: a sheet with wrong rows, uploaded twice and then corrected. */
export const proofs = {
  bulk: async ({
    args,
    database,
    say,
  }: {
    args: readonly string[];
    database(): Promise<string>;
    say(s: string): void;
  }) => {
    const [rows = '1000', wrong = '30'] = args;
    const [count, spoilt] = [Number(rows), Number(wrong)];
    const intake = createIntakePool();
    const office = await openBulkOffice(await database());
    try {
      const figures = await office.prove({ count, wrong: spoilt, intake, say });
      const holds =
        figures.accepted === count - spoilt &&
        figures.refused === spoilt &&
        figures.reasonsRight === spoilt &&
        figures.addedAgain === 0 &&
        figures.addedByCorrection === spoilt &&
        figures.cases === count;
      return {
        summary: { ...figures, rows: count, wrong: spoilt },
        report: reportOf(figures, count, spoilt),
        holds,
      };
    } finally {
      intake.close();
      await office.close();
    }
  },
};

type Figures = Awaited<ReturnType<Awaited<ReturnType<typeof openBulkOffice>>['prove']>>;

function reportOf(figures: Figures, count: number, wrong: number): string {
  return `A CSV of ${count} invented workers in Thai (Buddhist-era dates, Thai headings), of which ${wrong} rows were spoilt in
${SPOILS.length} ways, is sent in pieces over HTTP, worked off by the real job over a real PostgreSQL with row-level
security and durable settings, and reported by row, column and reason. Then the same file is sent again (as Windows-874
with semicolons), and then a corrected one.

| what | figure |
|---|---|
| accepted at first | ${figures.accepted} of ${count} |
| refused, each with row, column and the right reason | ${figures.reasonsRight} of ${wrong} |
| added by the same file again | ${figures.addedAgain} |
| added by the corrected file | ${figures.addedByCorrection} |
| cases in the end | ${figures.cases} |
| rows a second, first upload | ${figures.rowsPerSecond.toFixed(0)} |
| rows a second, all known | ${figures.knownRowsPerSecond.toFixed(0)} |
| most memory of the process | ${figures.peakMegabytes} MB |

Some lines of the report as people download it:

\`\`\`
${figures.reportLines.join('\n')}
\`\`\`

Other programs were running on this machine's two cores meanwhile; the rates are lower bounds.`;
}
