import { holds } from '@permit/domain/catalogue/condition.ts';
import type {
  DocumentRule,
  FieldRule,
  ServiceDefinition,
} from '@permit/domain/catalogue/service-definition.ts';
import type { ApiClient } from '../api/api-client.ts';
import type { Draft } from './draft.ts';

/** The part of a service that a form is made of. */
export type Service = Pick<ServiceDefinition, 'code' | 'names' | 'fields' | 'documents'>;

/** The service in force as the API gives it. */
export async function readService(api: ApiClient, code: string): Promise<Service> {
  const { service } = await api.call('getService', { code });
  return service as unknown as Service;
}

export interface AskedField {
  readonly path: string;
  readonly rule: FieldRule;
}

/** The fields that this draft is asked for, in the order of the form. */
export function fieldsOf(service: Service, draft: Draft): readonly AskedField[] {
  return Object.entries(service.fields)
    .filter(([, rule]) => !rule.when || holds(rule.when, draft))
    .map(([path, rule]) => ({ path, rule }));
}

export interface AskedPaper {
  readonly key: string;
  readonly rule: DocumentRule;
}

/** The papers that this draft is asked for. */
export function papersOf(service: Service, draft: Draft): readonly AskedPaper[] {
  return Object.entries(service.documents)
    .filter(([, rule]) => !rule.when || holds(rule.when, draft))
    .map(([key, rule]) => ({ key, rule }));
}
