import type { DocumentType } from './document-type.ts';
import type { DocumentRule, ServiceDefinition } from './service-definition.ts';

/** Which days of a paper its filer is asked for. */
export interface AskedDays {
  readonly issued: boolean;
  readonly expires: boolean;
}

/** Days that the form of many services asks for already; nobody is asked twice. */
const SAID_IN_FORM: Partial<Record<DocumentType, string>> = {
  'medical-certificate': 'health.examinedOn',
  'insurance-policy': 'cover.to',
  passport: 'travelDocument.expires',
  'travel-document-substitute': 'travelDocument.expires',
  'alien-and-residence-book': 'travelDocument.expires',
};

/** The days that a demand needs to be judged by, as far as the form of the service does not ask for them. */
export function askedDays(
  { maxAgeDays, runsOut }: Pick<DocumentRule, 'maxAgeDays' | 'runsOut'>,
  kind: string,
  fields: ServiceDefinition['fields'],
): AskedDays {
  const inForm = SAID_IN_FORM[kind as DocumentType];
  const open = inForm === undefined || fields[inForm] === undefined;
  return { issued: open && maxAgeDays !== undefined, expires: open && runsOut !== undefined };
}
