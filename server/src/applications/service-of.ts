import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { ApiError } from '../errors.ts';
import type { Application } from './application-store.ts';

/** The version that a running case was filed under; it keeps it for life. */
export function serviceOf(
  application: Pick<Application, 'serviceCode' | 'catalogueVersion'>,
): ServiceDefinition {
  const service = serviceCatalogue.findVersion(application.serviceCode, application.catalogueVersion);
  if (!service)
    throw new Error(`catalogue has no ${application.serviceCode} version ${application.catalogueVersion}`);
  return service;
}

/** The version that a new case begins under today; only what is offered, and only what is filed as an application. */
export function offeredService(code: string, now: Date): ServiceDefinition {
  const service = serviceCatalogue.find(code, bangkokDate(now));
  if (!service?.offered || service.kind !== 'application') {
    throw new ApiError('refused', { detailCode: 'service-not-offered' });
  }
  return service;
}
