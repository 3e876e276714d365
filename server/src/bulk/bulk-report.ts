import { csvFile } from '@permit/domain/bulk/csv-line.ts';
import { reportTexts } from '@permit/domain/texts/row-fault-texts.ts';
import { columnHeading } from '@permit/domain/bulk/worker-columns.ts';
import type { bulkApi } from '@permit/domain/contract/bulk-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { Language } from '@permit/domain/texts/text.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { findRun } from './bulk-run-store.ts';
import { rowsOf, type BulkRowRecord } from './bulk-lookup.ts';
import { faultWords } from './fault-words.ts';

/** The report that people open in a spreadsheet: a line for each reason, and one for each row without any. */
export async function downloadBulkReport(
  tx: Tx,
  input: InputOf<typeof bulkApi.downloadBulkReport>,
): Promise<OutputOf<typeof bulkApi.downloadBulkReport>> {
  const run = await findRun(tx.db, { public_id: input.runId });
  if (!run) throw notFound();
  const t = (key: keyof typeof reportTexts.texts): string => reportTexts.texts[key][input.language];
  const head = [t('row'), t('outcome'), t('applicationNo'), t('column'), t('reason'), 'code'];
  const rows = (await rowsOf(tx.db, run.id)).flatMap((row) => linesOf(row, input.language));
  const fact = { act: 'bulk-report-read', subjectKind: 'bulk-run', subjectId: run.publicId };
  await recordAudit(tx, { ...fact, purpose: 'filing', detail: { rows: rows.length } });
  return { fileName: `report-${run.publicId.slice(0, 8)}.csv`, csv: csvFile([head, ...rows]) };
}

function linesOf(row: BulkRowRecord, language: Language): (string | number)[][] {
  const head = [row.row_no, reportTexts.texts[row.outcome][language], row.number ?? ''];
  if (row.faults.length === 0) return [[...head, '', '', '']];
  return row.faults.map(({ column, code }) => [
    ...head,
    columnHeading(column, language === 'th' ? 'th' : 'en'),
    faultWords(code, language),
    code,
  ]);
}
