import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import {
  createCatalogue,
  serviceCatalogue,
  type ServiceCatalogue,
} from '@permit/domain/catalogue/service-catalogue.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/transaction.ts';

type Query = ReturnType<Database['queryBuilder']>;

/** The shipped catalogue with every version that two persons published here, read anew: no process keeps an old one. */
export async function currentCatalogue(db: Database): Promise<ServiceCatalogue> {
  const rows = await db('published_services')
    .orderBy(['service_code', 'version'])
    .select<{ definition: ServiceDefinition }[]>('definition');
  if (rows.length === 0) return serviceCatalogue;
  return createCatalogue([...serviceCatalogue.versions, ...rows.map(({ definition }) => definition)]);
}

/** The version of a service that is in force today. */
export async function serviceInForce(tx: Tx, code: string): Promise<ServiceDefinition | undefined> {
  return (await currentCatalogue(tx.db)).find(code, bangkokDate(tx.deps.clock.business()));
}

/** One version that was published here, by its number; undefined for one that was shipped, or is none. */
export async function publishedVersion(
  db: Database,
  code: string,
  version: string,
): Promise<ServiceDefinition | undefined> {
  const row = await db('published_services')
    .where({ service_code: code, version: Number(version) })
    .first<{ definition: ServiceDefinition } | undefined>('definition');
  return row?.definition;
}

/** The join that brings the published definition of a case's own version, for statements over `applications a`. */
export const PUBLISHED_OF_CASE = `LEFT JOIN published_services s
   ON s.service_code = a.service_code AND s.version::text = a.catalogue_version`;

/** Adds the published definition of a case's own version, `s.definition`, to a query over `applications as a`. */
export function joinPublished(db: Database, query: Query): Query {
  return query.leftJoin('published_services as s', (join) =>
    join.on('s.service_code', 'a.service_code').andOn(db.raw('s.version::text = a.catalogue_version')),
  );
}
