import { csvFile } from '@permit/domain/bulk/csv-line.ts';
import { WORKER_COLUMNS } from '@permit/domain/bulk/worker-columns.ts';

/** An empty sheet with every heading that is understood, Thai for Thai pages and English for the others. */
export function templateSheet(language: string): Blob {
  const headings = WORKER_COLUMNS.map(({ headings: [thai, english] }) =>
    language === 'th' ? thai : english,
  );
  return new Blob([csvFile([headings])], { type: 'text/csv;charset=utf-8' });
}
