import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { currentCatalogue } from '../catalogue/published-service-store.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import type { Application } from './application-store.ts';

/** The version that a running case was filed under; it keeps it for life. */
export function serviceOf(
  application: Pick<Application, 'serviceCode' | 'catalogueVersion' | 'publishedService'>,
): ServiceDefinition {
  const { serviceCode, catalogueVersion, publishedService } = application;
  const service = publishedService ?? serviceCatalogue.findVersion(serviceCode, catalogueVersion);
  if (!service) throw new Error(`catalogue has no ${serviceCode} version ${catalogueVersion}`);
  return service;
}

/** The version that a new case begins under today; only what is offered, and only what is filed as an application. */
export async function offeredService(tx: Tx, code: string): Promise<ServiceDefinition> {
  const catalogue = await currentCatalogue(tx.db);
  const service = catalogue.find(code, bangkokDate(tx.deps.clock.business()));
  if (!service?.offered || service.kind !== 'application') {
    throw new ApiError('refused', { detailCode: 'service-not-offered' });
  }
  return service;
}
