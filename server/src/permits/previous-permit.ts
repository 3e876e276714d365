import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { endedBy, previousPermit, type PreviousPermit } from '@permit/domain/catalogue/previous-permit.ts';
import { calendarDate, isCalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { PermitState } from '@permit/domain/machines/permit-machine.ts';
import { statement } from '../database/statement.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { openLine } from '../old-permits/line-key.ts';
import type { KeyStore } from '../vault/key-store.ts';

/** What the registers say of the permit before a case, as PERMIT_ON_RECORD reads it. */
export interface PermitOnRecord {
  readonly permit_state: PermitState | null;
  readonly permit_valid_to: string | null;
  readonly import_id: string | null;
  readonly line: number | null;
  readonly line_salt: Buffer | null;
  readonly line_sealed: Buffer | null;
  readonly line_key: Buffer | null;
}

/**
 * For statements over `applications a` that run as the job class: the permit that was proved at the filing, else what
 * the registers answered last, where that was proved.
 */
export const PERMIT_ON_RECORD = {
  columns: `m.state AS permit_state, m.valid_to::text AS permit_valid_to, o.import_id, o.line, o.salt AS line_salt,
    o.sealed AS line_sealed, k.wrapped_key AS line_key`,
  joins: `LEFT JOIN LATERAL (SELECT q.permit_id, q.import_id, q.line, q.proven FROM old_permit_answers q
                      WHERE q.application_id = a.id ORDER BY q.asked_at DESC LIMIT 1) q ON q.proven
   LEFT JOIN permits m ON m.id = coalesce(a.renews_permit, q.permit_id)
   LEFT JOIN old_permits o ON m.id IS NULL AND o.import_id = q.import_id AND o.line = q.line AND o.salt IS NOT NULL
   LEFT JOIN old_permit_keys k ON k.id = o.key_id`,
};
const ON_RECORD = statement<PermitOnRecord>(
  `SELECT ${PERMIT_ON_RECORD.columns} FROM applications a ${PERMIT_ON_RECORD.joins} WHERE a.id = $1`,
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
  return previousPermit(draft.oldPermit, row && permitOnRecord(tx.deps.keys, row));
}

/** The permit that these columns speak of; undefined where none was proved. */
export function permitOnRecord(keys: KeyStore, row: PermitOnRecord): PreviousPermit | undefined {
  const { permit_state: state, permit_valid_to: validTo } = row;
  if (state && validTo) return { source: 'ours', expires: calendarDate(validTo), ended: endedBy(state) };
  const { import_id: importId, line, line_salt: salt, line_sealed: sealed, line_key: wrapped } = row;
  if (!importId || line === null || !salt || !sealed || !wrapped) return undefined;
  const { expires } = openLine(keys.unwrap(wrapped), { importId, line }, { salt, sealed });
  return { source: 'imported', expires: expires && isCalendarDate(expires) ? expires : undefined };
}
