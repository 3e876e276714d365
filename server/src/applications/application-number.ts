import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { statement } from '../database/statement.ts';
import type { Tx } from '../database/transaction.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';

/**
 * A new 14-digit number: Buddhist year (2), group (2), form (2), running number (8) (work-permit.md 2.8, [I]
 * from four samples). The running part may have gaps; it opens nothing by itself.
 */
export function applicationNumber(service: ServiceDefinition, now: Date, running: number): string {
  const buddhistYear = String((Number(bangkokDate(now).slice(0, 4)) + 543) % 100).padStart(2, '0');
  const form =
    /\d+/
      .exec(service.forms[0]?.number ?? '')?.[0]
      ?.slice(0, 2)
      .padStart(2, '0') ?? '00';
  return `${buddhistYear}${service.numberGroup}${form}${String(running).padStart(8, '0')}`;
}

/** The same, of the next running number. */
export async function nextApplicationNumber(tx: Tx, service: ServiceDefinition, now: Date): Promise<string> {
  const [[next]] = await tx.ask(RUNNING());
  return applicationNumber(service, now, next!.running);
}

const RUNNING = statement<{ running: number }>(`SELECT nextval('application_running') AS running`);
