import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { publishedVersion } from '../catalogue/published-service-store.ts';
import type { Tx } from '../database/transaction.ts';
import type { NoticeRow } from './notice-store.ts';

/** The version that a notice was filed under, shipped or published here; it keeps it for life. */
export async function noticeService(
  tx: Tx,
  notice: Pick<NoticeRow, 'service_code' | 'catalogue_version'>,
): Promise<ServiceDefinition> {
  const { service_code: code, catalogue_version: version } = notice;
  const service =
    serviceCatalogue.findVersion(code, Number(version)) ?? (await publishedVersion(tx.db, code, version));
  if (!service) throw new Error(`catalogue has no ${code} version ${version}`);
  return service;
}
