import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { EmploymentAct, EmploymentActKind } from '@permit/domain/notices/employment-act.ts';
import type { Database } from '../database/database.ts';

/** One statement about a permit's employment, with who said it. */
export interface ActRow {
  readonly id: string;
  readonly permit_id: string;
  readonly kind: EmploymentActKind;
  readonly employer_key: Buffer;
  readonly employer_id_key: Buffer | null;
  readonly employer_name_key: Buffer | null;
  readonly effective_on: string;
  readonly worker_row: string | null;
  readonly application_id: string | null;
  readonly filed_by_party: string | null;
  readonly filed_by_kind: string | null;
}

/**
 * The acts that count for these permits: of a corrected notice only its last revision, and only while its row is
 * linked to the permit. Runs as the job class.
 */
export async function actsOf(db: Database, permitIds: readonly string[]): Promise<ActRow[]> {
  return db('employment_acts as e')
    .leftJoin('notice_workers as w', 'w.id', 'e.worker_row')
    .leftJoin('parties as p', 'p.id', 'e.filed_by_party')
    .whereIn('e.permit_id', [...permitIds])
    .whereRaw('(e.worker_row IS NULL OR w.permit_id = e.permit_id)')
    .whereRaw(
      'e.revision = (SELECT max(l.revision) FROM employment_acts l WHERE l.worker_row IS NOT DISTINCT FROM e.worker_row AND l.application_id IS NOT DISTINCT FROM e.application_id)',
    )
    .orderBy('e.id')
    .select<ActRow[]>(
      'e.id',
      'e.permit_id',
      'e.kind',
      'e.employer_key',
      'e.employer_id_key',
      'e.employer_name_key',
      'e.effective_on',
      'e.worker_row',
      'e.application_id',
      'e.filed_by_party',
      'p.kind as filed_by_kind',
    );
}

/** As the pure rule reads it; the source is the act's own id. */
export function actFromRow(row: ActRow): EmploymentAct {
  return {
    kind: row.kind,
    employer: row.employer_key.toString('hex'),
    on: calendarDate(row.effective_on),
    source: row.id,
  };
}

/** Rows by the permit that they speak of. */
export function byPermit<Row extends { permit_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.permit_id, [...(found.get(row.permit_id) ?? []), row]);
  return found;
}
