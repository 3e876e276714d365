import type { ServiceDefinition } from './service-definition.ts';

type Act = NonNullable<ServiceDefinition['acts']>[number];

/** The acts of a composite that are still to be done, in the order of the service; none for a simple service. */
export function openActs(service: ServiceDefinition, done: readonly string[]): readonly Act[] {
  return (service.acts ?? []).filter(({ code }) => !done.includes(code));
}

/** True once every act that the service requires was done by whomever it binds. */
export function isComposed(service: ServiceDefinition, done: readonly string[]): boolean {
  return openActs(service, done).every(({ required }) => !required);
}
