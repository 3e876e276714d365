import type { IntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import { runBulk } from '../../road/run-jobs.ts';
import { startRoadServer, type RoadServer } from '../../road/road-server.ts';
import makeTemplate from '../../infrastructure/jest-global-setup.mjs';
import { sendFile } from '../../bulk/send-file.ts';
import { COMMON, goodRow, rowsWith, sheetOf, toWindows874 } from '../../bulk/worker-sheets.ts';

export interface BulkFigures {
  readonly accepted: number;
  readonly refused: number;
  readonly reasonsRight: number;
  readonly addedAgain: number;
  readonly addedByCorrection: number;
  readonly cases: number;
  readonly rowsPerSecond: number;
  readonly knownRowsPerSecond: number;
  readonly peakMegabytes: number;
  readonly reportLines: readonly string[];
}

interface Ask {
  readonly count: number;
  readonly wrong: number;
  readonly intake: IntakePool;
  say(sentence: string): void;
}

/** The whole server over the proof's own database, with the demo's employer. */
export async function openBulkOffice(databaseUrl: string) {
  process.env['TEST_DATABASE_URL'] ??= databaseUrl;
  makeTemplate();
  const road = await startRoadServer();
  return { prove: (ask: Ask) => prove(road, ask), close: () => road.close() };
}

async function importOnce(road: RoadServer, intake: IntakePool, sheet: Uint8Array | string) {
  const employer = await road.as('employer');
  const sheetUploadId = await sendFile(employer, 'workers-sheet', Buffer.from(sheet), 100_000);
  const startedAt = performance.now();
  const { runId, rowsTotal } = await employer.call('importWorkers', {
    serviceCode: 'R59M',
    sheetUploadId,
    common: COMMON,
  });
  await runBulk(road, intake);
  const seconds = (performance.now() - startedAt) / 1000;
  return { runId, run: await employer.call('getBulkRun', { runId }), rowsPerSecond: rowsTotal / seconds };
}

async function prove(road: RoadServer, { count, wrong, intake, say }: Ask): Promise<BulkFigures> {
  const employer = await road.as('employer');
  const { rows: lines, spoilt } = rowsWith(count, wrong);
  const first = await importOnce(road, intake, sheetOf(lines));
  say(`first upload: ${JSON.stringify(first.run.outcomes)}`);
  const refused = await employer.call('listBulkRows', { runId: first.runId, outcome: 'refused', limit: 200 });
  const reasonsRight = refused.rows.filter(({ row, faults }) => {
    const [column, code] = spoilt.get(row) ?? [];
    return faults.some((fault) => fault.column === column && fault.code === code);
  }).length;
  const { csv } = await employer.call('downloadBulkReport', { runId: first.runId, language: 'en' });
  const again = await importOnce(road, intake, toWindows874(sheetOf(lines, ';')));
  say(`the same again: ${JSON.stringify(again.run.outcomes)}`);
  const corrected = await importOnce(road, intake, sheetOf(lines.map((_, index) => goodRow(index + 1))));
  say(`corrected: ${JSON.stringify(corrected.run.outcomes)}`);
  return {
    accepted: first.run.outcomes['drafted'] ?? 0,
    refused: first.run.outcomes['refused'] ?? 0,
    reasonsRight,
    addedAgain: again.run.outcomes['drafted'] ?? 0,
    addedByCorrection: corrected.run.outcomes['drafted'] ?? 0,
    cases: await countCases(road),
    rowsPerSecond: first.rowsPerSecond,
    knownRowsPerSecond: again.rowsPerSecond,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    reportLines: csv
      .split('\r\n')
      .filter((line, index) => index === 0 || line.includes('Not accepted'))
      .slice(0, 7)
      .map((line) => line.replace('\uFEFF', '')),
  };
}

async function countCases(road: RoadServer): Promise<number> {
  const employer = await road.as('employer');
  let count = 0;
  for (let after: string | undefined, more = true; more;) {
    const page = await employer.call('listApplications', { limit: 100, ...(after ? { after } : {}) });
    count += page.applications.length;
    after = page.next;
    more = after !== undefined;
  }
  return count;
}
