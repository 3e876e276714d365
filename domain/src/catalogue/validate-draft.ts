import { isCalendarDate } from '../calendar/calendar-date.ts';
import { BirthDateSchema } from '../people/birth-date.ts';
import { isDash, isLatinName, isNativeName, isThaiName, readName, type NameProblem } from '../people/name.ts';
import { isNationality } from '../people/nationality.ts';
import { readPhone } from '../people/phone.ts';
import { bareThaiNumber, hasThaiCheckDigit, isJuristicId, judgeNonThaiId } from '../people/thai-id.ts';
import { looksLikeZawgyi } from '../people/zawgyi.ts';
import type { ApplicationDraft } from './application-draft.ts';
import { holds, isBlank, valueAt } from './condition.ts';
import type { FieldRule, ServiceDefinition } from './service-definition.ts';

export type FieldProblem =
  | NameProblem
  | 'missing'
  | 'too-long'
  | 'not-a-choice'
  | 'not-a-date'
  | 'not-a-birth-date'
  | 'not-a-nationality'
  | 'not-a-phone'
  | 'not-an-email'
  | 'not-a-number'
  | 'not-a-document-number'
  | 'not-latin-letters'
  | 'not-thai-letters'
  | 'not-native-letters'
  | 'zawgyi'
  | 'not-13-digits'
  | 'check-digit-differs'
  | 'not-yes-or-no'
  | 'not-a-place-code'
  | 'service-mismatch'
  | 'not-text';

/** What is wrong with one field. `block`: it cannot be read or stored; `warn`: the filer may go on with a reason. */
export interface FieldError {
  /** Dotted path in the draft. */
  readonly field: string;
  readonly code: FieldProblem;
  readonly severity: 'block' | 'warn';
}

type Judgement = { code: FieldProblem; severity: 'block' | 'warn' } | undefined;
const block = (code: FieldProblem): Judgement => ({ code, severity: 'block' });
const warn = (code: FieldProblem): Judgement => ({ code, severity: 'warn' });

/** Every field of the service that is missing or cannot be read, in the order of the form. Never throws. */
export function validateDraft(service: ServiceDefinition, draft: ApplicationDraft): readonly FieldError[] {
  const mismatch: FieldError[] =
    draft.serviceCode === service.code
      ? []
      : [{ field: 'serviceCode', code: 'service-mismatch', severity: 'block' }];
  const errors = Object.entries(service.fields).flatMap(([field, rule]) => {
    if (rule.when && !holds(rule.when, draft)) return [];
    const judgement = judgeField(rule, valueAt(draft, field));
    return judgement ? [{ field, ...judgement }] : [];
  });
  return [...mismatch, ...errors];
}

/** True where nothing blocks: the filer may submit, warnings and all. */
export function canBeFiled(errors: readonly FieldError[]): boolean {
  return errors.every((error) => error.severity === 'warn');
}

function judgeField(rule: FieldRule, value: unknown): Judgement {
  if (isBlank(value) || isNoName(rule, value)) {
    if (rule.strength === 'optional') return undefined;
    return rule.strength === 'needed' ? block('missing') : warn('missing');
  }
  if (rule.maxLength && typeof value === 'string' && [...value].length > rule.maxLength)
    return block('too-long');
  return JUDGES[rule.kind](value, rule);
}

/** Many people write a dash where they have no last name: that is no name, and no fault. */
function isNoName(rule: FieldRule, value: unknown): boolean {
  return rule.kind.endsWith('-name') && typeof value === 'string' && isDash(value);
}

type Judge = (value: unknown, rule: FieldRule) => Judgement;

/** A judge that first wants a text. */
function ofText(judge: (text: string, rule: FieldRule) => Judgement): Judge {
  return (value, rule) => (typeof value === 'string' ? judge(value, rule) : block('not-text'));
}

function ofName(fits: (canonical: string) => boolean, otherwise: FieldProblem): Judge {
  return ofText((text) => {
    const read = readName(text);
    if (!read.ok) return block(read.problem);
    // A guess, though a good one: the filer is asked, and may say that it is Unicode.
    if (looksLikeZawgyi(read.name.canonical)) return warn('zawgyi');
    return fits(read.name.canonical) ? undefined : warn(otherwise);
  });
}

// Zero-width space, word joiner and byte-order mark are stripped when stored, so they do no harm here.
const plainText: Judge = ofText((text) =>
  /(?![\n\u200B-\u200D\u2060\uFEFF])\p{C}/u.test(text) ? block('name-control-character') : undefined,
);

const JUDGES: Record<FieldRule['kind'], Judge> = {
  text: plainText,
  'long-text': plainText,
  'thai-name': ofName(isThaiName, 'not-thai-letters'),
  'latin-name': ofName(isLatinName, 'not-latin-letters'),
  'native-name': ofName(isNativeName, 'not-native-letters'),
  choice: ofText((text, rule) => ((rule.choices ?? []).includes(text) ? undefined : block('not-a-choice'))),
  date: (value) => (isCalendarDate(value) ? undefined : block('not-a-date')),
  'birth-date': (value) => (BirthDateSchema.safeParse(value).success ? undefined : block('not-a-birth-date')),
  nationality: ofText((text) => (isNationality(text) ? undefined : block('not-a-nationality'))),
  phone: ofText((text) => (readPhone(text) ? undefined : warn('not-a-phone'))),
  email: ofText((text) =>
    /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? undefined : warn('not-an-email'),
  ),
  'thai-id': ofText((text) =>
    hasThaiCheckDigit(bareThaiNumber(text)) ? undefined : warn('check-digit-differs'),
  ),
  'juristic-id': ofText((text) =>
    isJuristicId(bareThaiNumber(text)) ? undefined : warn('check-digit-differs'),
  ),
  'non-thai-id': ofText((text) => {
    const judged = judgeNonThaiId(bareThaiNumber(text));
    return judged === 'ok' ? undefined : warn(judged);
  }),
  'document-number': ofText((text) =>
    /^[A-Za-z0-9ก-ฮ][A-Za-z0-9ก-ฮ ./-]*$/.test(text) ? undefined : warn('not-a-document-number'),
  ),
  mrz: ofText((text) => (/^[A-Za-z0-9<\s]+$/.test(text) ? undefined : warn('not-a-document-number'))),
  satang: (value) =>
    Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : block('not-a-number'),
  number: (value) =>
    typeof value === 'number' && Number.isFinite(value) ? undefined : block('not-a-number'),
  'yes-no': (value) => (typeof value === 'boolean' ? undefined : block('not-yes-or-no')),
  'place-code': ofText((text) => (/^\d{2}(\d{2}){0,2}$/.test(text) ? undefined : warn('not-a-place-code'))),
};
