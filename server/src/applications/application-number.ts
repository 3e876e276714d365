import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { Database } from '../database/database.ts';

/**
 * A new 14-digit number: Buddhist year (2), group (2), form (2), running number (8) (work-permit.md 2.8, [I]
 * from four samples). The running part may have gaps; it opens nothing by itself.
 */
export async function nextApplicationNumber(
  db: Database,
  service: ServiceDefinition,
  now: Date,
): Promise<string> {
  const { rows } = await db.raw<{ rows: { running: number }[] }>(
    `SELECT nextval('application_running') AS running`,
  );
  const buddhistYear = String((Number(bangkokDate(now).slice(0, 4)) + 543) % 100).padStart(2, '0');
  const form =
    /\d+/
      .exec(service.forms[0]?.number ?? '')?.[0]
      ?.slice(0, 2)
      .padStart(2, '0') ?? '00';
  return `${buddhistYear}${service.numberGroup}${form}${String(rows[0]!.running).padStart(8, '0')}`;
}
