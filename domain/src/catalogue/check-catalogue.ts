import { countFigures, type Certainty } from './figure.ts';
import { ServiceDefinitionSchema, type ServiceDefinition } from './service-definition.ts';

/** A fault of the data in words that a clerk understands; `service` is its code. */
export interface CatalogueFault {
  readonly service: string;
  readonly message: string;
}

export interface CatalogueReport {
  readonly lines: readonly ({ code: string; offered: boolean } & Record<Certainty, number>)[];
  readonly faults: readonly CatalogueFault[];
}

/** Reads every version and says what is wrong with it; counts are of the newest version of each service. */
export function checkCatalogue(versions: readonly ServiceDefinition[]): CatalogueReport {
  const newest = [...new Set(versions.map(({ code }) => code))].map(
    (code) => versions.filter((version) => version.code === code).at(-1) as ServiceDefinition,
  );
  return {
    lines: newest.map((service) => ({
      code: service.code,
      offered: service.offered,
      ...countFigures(service),
    })),
    faults: [
      ...versions.flatMap(shapeFaults),
      ...versions.flatMap(sensefaults),
      ...versionFaults(versions),
      ...twins(newest.filter(({ offered }) => offered)),
    ],
  };
}

function shapeFaults(service: ServiceDefinition): CatalogueFault[] {
  const parsed = ServiceDefinitionSchema.safeParse(service);
  return (parsed.error?.issues ?? []).map((issue) => ({
    service: service.code,
    message: `"${issue.path.join(' > ')}" is not filled in rightly: ${issue.message}`,
  }));
}

function sensefaults(service: ServiceDefinition): CatalogueFault[] {
  const faults: string[] = [];
  if (service.offered && service.missing.length > 0)
    faults.push(`is offered although it still misses: ${service.missing.join('; ')}`);
  if (!service.offered && service.missing.length === 0)
    faults.push('is not offered, but nothing is named as missing');
  if (service.offered && service.applicants.length === 0) faults.push('names nobody who may apply');
  if (service.offered && Object.keys(service.clocks).length === 0) faults.push('has no time limit at all');
  if (service.offered && service.kind === 'order') {
    if (!service.clocks['appeal-period'])
      faults.push('is an order, but names no term of appeal (appeal-period)');
    if (!service.grounds) faults.push('is an order, but names no ground');
  }
  for (const window of service.windows)
    if (window.opens > window.closes)
      faults.push(`round ${window.code} closes (${window.closes}) before it opens (${window.opens})`);
  for (const [code, fee] of Object.entries(service.fees))
    if (fee.amount.per === 'length' && !risesByMonths(fee.amount.steps))
      faults.push(`the steps of fee ${code} do not follow each other by months`);
  if (service.cover && !service.fields['cover.to'])
    faults.push('says how long an insurance runs, but its form does not ask until when');
  if (service.effectiveTo && service.effectiveTo < service.effectiveFrom)
    faults.push(`ends (${service.effectiveTo}) before it begins (${service.effectiveFrom})`);
  return faults.map((message) => ({ service: service.code, message }));
}

function risesByMonths(steps: readonly { upToMonths: number }[]): boolean {
  return steps.every((step, index) => index === 0 || step.upToMonths > (steps[index - 1]?.upToMonths ?? 0));
}

function versionFaults(versions: readonly ServiceDefinition[]): CatalogueFault[] {
  return versions.flatMap((version, index) =>
    versions.slice(0, index).flatMap((earlier) => {
      if (earlier.code !== version.code) return [];
      if (earlier.version >= version.version)
        return [
          {
            service: version.code,
            message: `version ${version.version} stands after version ${earlier.version}`,
          },
        ];
      return earlier.effectiveFrom >= version.effectiveFrom
        ? [
            {
              service: version.code,
              message: `version ${version.version} does not begin after version ${earlier.version}`,
            },
          ]
        : [];
    }),
  );
}

/** Two offered services with the same fields, papers, clocks and decider are one service, unless the law says so. */
function twins(offered: readonly ServiceDefinition[]): CatalogueFault[] {
  const faceOf = ({ fields, documents, clocks, decides }: ServiceDefinition): string =>
    JSON.stringify([Object.keys(fields).sort(), Object.keys(documents).sort(), clocks, decides]);
  return offered.flatMap((service, index) =>
    offered
      .slice(0, index)
      .filter((other) => faceOf(other) === faceOf(service) && service.sameAs?.code !== other.code)
      .map((other) => ({
        service: service.code,
        message: `asks for the same fields, papers, time limits and decider as ${other.code}; name the law in sameAs, or join them`,
      })),
  );
}
