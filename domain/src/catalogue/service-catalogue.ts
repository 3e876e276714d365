import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { cCardVersions } from './services/c-card.ts';
import { cEmpVersions } from './services/c-emp.ts';
import { apl, ref, rev } from './services/money-and-orders.ts';
import { n59Versions } from './services/n59.ts';
import { n632Versions } from './services/n632.ts';
import { notOfferedVersions } from './services/not-offered.ts';
import { h43, h50, h52, h53 } from './services/notices.ts';
import { r59mVersions } from './services/r59m.ts';
import { rpVersions } from './services/rp.ts';

/** Every version of every service; a running case keeps the version it was filed under. */
export interface ServiceCatalogue {
  readonly versions: readonly ServiceDefinition[];
  /** The version in force on a day; undefined where the code is not known or not in force then. */
  find(code: string, onDate: CalendarDate): ServiceDefinition | undefined;
  /** One version by number, for a case that was filed under it. */
  findVersion(code: string, version: number): ServiceDefinition | undefined;
  /** The version in force of each service on a day, in catalogue order. */
  inForce(onDate: CalendarDate): readonly ServiceDefinition[];
  readonly codes: readonly string[];
}

/** A catalogue over any list of versions: the shipped ones, or those with a draft added for `simulate`. */
export function createCatalogue(versions: readonly ServiceDefinition[]): ServiceCatalogue {
  const codes = [...new Set(versions.map((version) => version.code))];
  const find = (code: string, onDate: CalendarDate): ServiceDefinition | undefined =>
    versions
      .filter((version) => version.code === code && isInForce(version, onDate))
      .reduce<ServiceDefinition | undefined>(
        (best, version) => (best && best.version > version.version ? best : version),
        undefined,
      );
  return {
    versions,
    codes,
    find,
    findVersion: (code, number) =>
      versions.find((version) => version.code === code && version.version === number),
    inForce: (onDate) => codes.flatMap((code) => find(code, onDate) ?? []),
  };
}

function isInForce(version: ServiceDefinition, onDate: CalendarDate): boolean {
  return (
    version.effectiveFrom <= onDate && (version.effectiveTo === undefined || onDate <= version.effectiveTo)
  );
}

/** The services as shipped. */
export const serviceCatalogue: ServiceCatalogue = createCatalogue([
  ...n59Versions,
  ...n632Versions,
  ...r59mVersions,
  ...cCardVersions,
  ...cEmpVersions,
  ...rpVersions,
  ...[h52, h53, h43, h50],
  ...[ref, rev, apl],
  ...notOfferedVersions,
]);
