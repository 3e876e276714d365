import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { NoticeRow } from './notice-store.ts';

/** The version that a notice was filed under; it keeps it for life. */
export function noticeService(
  notice: Pick<NoticeRow, 'service_code' | 'catalogue_version'>,
): ServiceDefinition {
  const service = serviceCatalogue.findVersion(notice.service_code, Number(notice.catalogue_version));
  if (!service)
    throw new Error(`catalogue has no ${notice.service_code} version ${notice.catalogue_version}`);
  return service;
}
