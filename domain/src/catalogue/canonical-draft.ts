import { isDash, readName } from '../people/name.ts';
import { readPhone } from '../people/phone.ts';
import { bareThaiNumber } from '../people/thai-id.ts';
import type { ApplicationDraft, Names } from './application-draft.ts';

type NameParts = Exclude<keyof Names, 'prefix'>;
const NAME_PARTS: readonly NameParts[] = [
  'firstThai',
  'middleThai',
  'lastThai',
  'firstLatin',
  'middleLatin',
  'lastLatin',
  'native',
];

/** Each part in its canonical value; a dash is no name; what cannot be read stays as typed, for the check to tell. */
export function canonicalNames(names: Names): Names {
  const result: Names = { ...names };
  for (const part of NAME_PARTS) {
    const typed = names[part];
    const read = typed === undefined ? undefined : readName(typed);
    if (read?.ok) result[part] = read.name.canonical;
    else if (typed !== undefined && isDash(typed)) delete result[part];
  }
  return result;
}

/**
 * The draft as it is decided on and printed: names canonical, telephone in E.164, numbers without hyphens. What
 * was typed stays in the draft itself. Running it again changes nothing.
 */
export function canonicalDraft(draft: ApplicationDraft): ApplicationDraft {
  const { worker, travelDocument, employer } = draft;
  return {
    ...draft,
    ...(worker ? { worker: canonicalWorker(worker) } : {}),
    ...(travelDocument?.number === undefined
      ? {}
      : { travelDocument: { ...travelDocument, number: bareDocumentNumber(travelDocument.number) } }),
    ...(employer ? { employer: canonicalEmployer(employer) } : {}),
  };
}

/** Capitals and digits, as the machine-readable zone writes a number. */
export function bareDocumentNumber(typed: string): string {
  const bare = typed.toUpperCase().replace(/[\s-]/g, '');
  return bare === '' ? typed : bare;
}

function canonicalWorker(worker: NonNullable<ApplicationDraft['worker']>): typeof worker {
  return {
    ...worker,
    ...(worker.names ? { names: canonicalNames(worker.names) } : {}),
    ...(worker.phone === undefined ? {} : { phone: readPhone(worker.phone) ?? worker.phone }),
    ...(worker.nonThaiId === undefined ? {} : { nonThaiId: bareThaiNumber(worker.nonThaiId) }),
  };
}

function canonicalEmployer(employer: NonNullable<ApplicationDraft['employer']>): typeof employer {
  return {
    ...employer,
    ...(employer.nameThai === undefined ? {} : { nameThai: plainLine(employer.nameThai) }),
    ...(employer.nameLatin === undefined ? {} : { nameLatin: plainLine(employer.nameLatin) }),
    ...(employer.phone === undefined ? {} : { phone: readPhone(employer.phone) ?? employer.phone }),
    ...(employer.idNumber === undefined ? {} : { idNumber: bareThaiNumber(employer.idNumber) }),
  };
}

/** A line of text without invisible characters, in NFC, with single spaces. */
export function plainLine(typed: string): string {
  return typed
    .replace(/[\u200B\u2060\uFEFF]/gu, '')
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
}
