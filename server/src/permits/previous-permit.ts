import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { endedBy, previousPermit, type PreviousPermit } from '@permit/domain/catalogue/previous-permit.ts';
import { calendarDate, isCalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { PermitState } from '@permit/domain/machines/permit-machine.ts';
import { statement } from '../database/statement.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { openLine } from '../old-permits/line-key.ts';

interface RecordRow {
  readonly state: PermitState | null;
  readonly valid_to: string | null;
  readonly import_id: string | null;
  readonly line: number | null;
  readonly salt: Buffer | null;
  readonly sealed: Buffer | null;
  readonly wrapped_key: Buffer | null;
}

// The permit that was proved at the filing, else what the registers answered last, where that was proved.
const ON_RECORD = statement<RecordRow>(
  `SELECT m.state, m.valid_to::text AS valid_to, o.import_id, o.line, o.salt, o.sealed, k.wrapped_key
   FROM applications a
   LEFT JOIN LATERAL (SELECT q.permit_id, q.import_id, q.line, q.proven FROM old_permit_answers q
                      WHERE q.application_id = a.id ORDER BY q.asked_at DESC LIMIT 1) q ON q.proven
   LEFT JOIN permits m ON m.id = coalesce(a.renews_permit, q.permit_id)
   LEFT JOIN old_permits o ON m.id IS NULL AND o.import_id = q.import_id AND o.line = q.line AND o.salt IS NOT NULL
   LEFT JOIN old_permit_keys k ON k.id = o.key_id
   WHERE a.id = $1`,
);

/**
 * The permit before a case: as it stands now on record where it was proved to be this worker's, else as the filer
 * typed it. Read as the job class, because its case may be another's; not to be called within asJob.
 */
export async function previousPermitOf(
  tx: Tx,
  applicationId: string,
  draft: Pick<ApplicationDraft, 'oldPermit'>,
): Promise<PreviousPermit | undefined> {
  const [[row]] = await asJob(tx, () => tx.ask(ON_RECORD(applicationId)));
  return previousPermit(draft.oldPermit, row && onRecord(tx, row));
}

function onRecord(tx: Tx, row: RecordRow): PreviousPermit | undefined {
  if (row.state && row.valid_to)
    return { source: 'ours', expires: calendarDate(row.valid_to), ended: endedBy(row.state) };
  const { import_id: importId, line, salt, sealed, wrapped_key: wrapped } = row;
  if (!importId || line === null || !salt || !sealed || !wrapped) return undefined;
  const { expires } = openLine(tx.deps.keys.unwrap(wrapped), { importId, line }, { salt, sealed });
  return { source: 'imported', expires: expires && isCalendarDate(expires) ? expires : undefined };
}
