import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { isCalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { currentCatalogue } from '../catalogue/published-service-store.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';

type Names = Record<string, string>;
const dayOf = (tx: Tx, on: string | undefined) =>
  isCalendarDate(on) ? on : bangkokDate(tx.deps.clock.business());

/** The services in force on a day, by name in the language asked for. */
export async function listServices(
  tx: Tx,
  input: InputOf<typeof filingApi.listServices>,
): Promise<OutputOf<typeof filingApi.listServices>> {
  const catalogue = await currentCatalogue(tx.db);
  const services = catalogue.inForce(dayOf(tx, input.on)).map((service) => {
    const names: Names = service.names;
    return {
      code: service.code,
      name: names[input.language] ?? names['en']!,
      kind: service.kind,
      offered: service.offered,
      version: String(service.version),
    };
  });
  return { services };
}

/** One service whole, with source and certainty of each figure. */
export async function getService(
  tx: Tx,
  input: InputOf<typeof filingApi.getService>,
): Promise<OutputOf<typeof filingApi.getService>> {
  const catalogue = await currentCatalogue(tx.db);
  const service = catalogue.find(input.code, dayOf(tx, input.on));
  if (!service) throw notFound();
  return { service: service as unknown as OutputOf<typeof filingApi.getService>['service'] };
}
