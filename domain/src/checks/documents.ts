import { daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import type { AttachedDocument } from '../catalogue/application-draft.ts';
import { requiredDocuments, type RequiredDocument } from '../catalogue/required-documents.ts';
import type { CheckContext, Finding } from './check.ts';
import { defineCheck } from './check.ts';
import { DOCUMENT_TEXTS } from './texts/document-texts.ts';

/** Papers that are missing, of another kind than said, too old, or run out. */
export const documents = defineCheck({
  name: 'documents',
  findings: {
    'document-missing': { severity: 'warn', text: DOCUMENT_TEXTS.missing },
    'document-wrong-kind': { severity: 'warn', text: DOCUMENT_TEXTS.wrongKind },
    'document-not-a-picture': { severity: 'warn', text: DOCUMENT_TEXTS.notAPicture },
    'document-too-old': { severity: 'warn', text: DOCUMENT_TEXTS.tooOld },
    'document-expired': { severity: 'warn', text: DOCUMENT_TEXTS.expired },
    'document-twice': { severity: 'note', text: DOCUMENT_TEXTS.twice },
  },
  run(context, tell) {
    const demands = requiredDocuments(context.service, context.draft);
    const given = context.draft.documents ?? [];
    const missing = demands
      .filter((demand) => isMissing(demand, context))
      .map((demand) => tell('document-missing', `documents.${demand.key}`, { anyOf: [...demand.anyOf] }));
    const faults = given.flatMap((document, index) => {
      const field = `documents.${index}`;
      const demand = demands.find(({ anyOf }) => anyOf.includes(document.type));
      const found: Finding[] = [];
      if (document.seenAs && document.seenAs !== document.type)
        found.push(tell('document-wrong-kind', field, { said: document.type, seen: document.seenAs }));
      if (demand?.imageOnly && document.mime === 'application/pdf')
        found.push(tell('document-not-a-picture', field, { kind: document.type }));
      if (isTooOld(document, demand, context))
        found.push(tell('document-too-old', field, { kind: document.type, issued: madeOn(document) ?? '' }));
      if (document.expires && document.expires < context.today)
        found.push(tell('document-expired', field, { kind: document.type, date: document.expires }));
      if (isCopy(document, given.slice(0, index)))
        found.push(tell('document-twice', field, { kind: document.type }));
      return found;
    });
    return [...missing, ...faults];
  },
});

/** A demand may be answered by a paper of the employer's dossier, checked once. */
function isMissing({ key, strength, given }: RequiredDocument, { citations = [] }: CheckContext): boolean {
  return strength !== 'optional' && !given && !citations.some(({ demand }) => demand === key);
}

function isTooOld(
  document: AttachedDocument,
  demand: RequiredDocument | undefined,
  { today, filed }: CheckContext,
): boolean {
  const made = madeOn(document);
  if (demand?.maxAgeDays === undefined || made === undefined) return false;
  return daysBetween(made, filed?.on ?? today) > demand.maxAgeDays;
}

/** The filer's word and the camera's may differ: a picture is no younger than either says. */
function madeOn({ issued, portrait }: AttachedDocument): CalendarDate | undefined {
  return [issued, portrait?.takenOn].filter((day) => day !== undefined).sort()[0];
}

/** The same bytes filed for two demands: one of them is the wrong paper. */
function isCopy(document: AttachedDocument, earlier: readonly AttachedDocument[]): boolean {
  return (
    document.sha256 !== undefined &&
    earlier.some(({ sha256, type }) => sha256 === document.sha256 && type !== document.type)
  );
}
