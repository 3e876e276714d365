import { CASE_TEXTS } from '@permit/domain/checks/texts/case-texts.ts';
import { OLD_PERMIT_TEXTS } from '@permit/domain/checks/texts/old-permit-texts.ts';
import { DOCUMENT_TEXTS } from '@permit/domain/checks/texts/document-texts.ts';
import { DOSSIER_TEXTS } from '@permit/domain/checks/texts/dossier-texts.ts';
import { EXPIRY_TEXTS } from '@permit/domain/checks/texts/expiry-texts.ts';
import { MRZ_TEXTS } from '@permit/domain/checks/texts/mrz-texts.ts';
import { OCCUPATION_TEXTS } from '@permit/domain/checks/texts/occupation-texts.ts';
import { PORTRAIT_TEXTS } from '@permit/domain/checks/texts/portrait-texts.ts';
import type { WorkerText } from '@permit/domain/texts/text.ts';

/**
 * Words of every finding but those of the fields, by code. The checks themselves stay on the server: with them
 * came all of their rules and the schemas. A test holds this table to the registry of the checks. Asked for anew
 * when the language changes: the build gives the tables the words of one language at a time.
 */
export const findingTexts = (): Readonly<Record<string, WorkerText>> => ({
  'age-outside': CASE_TEXTS.age,
  'age-uncertain': CASE_TEXTS.ageUncertain,
  'birth-date-unlikely': CASE_TEXTS.birthUnlikely,
  'period-reversed': CASE_TEXTS.periodReversed,
  'period-too-long': CASE_TEXTS.periodTooLong,
  'period-not-after-old': CASE_TEXTS.periodGap,
  'document-missing': DOCUMENT_TEXTS.missing,
  'document-wrong-kind': DOCUMENT_TEXTS.wrongKind,
  'document-not-a-picture': DOCUMENT_TEXTS.notAPicture,
  'document-too-old': DOCUMENT_TEXTS.tooOld,
  'document-expired': DOCUMENT_TEXTS.expired,
  'document-twice': DOCUMENT_TEXTS.twice,
  'dossier-waiting': DOSSIER_TEXTS.waiting,
  'dossier-changed': DOSSIER_TEXTS.changed,
  'duplicate-open-request': CASE_TEXTS.duplicate,
  'travel-document-expired': EXPIRY_TEXTS.travelDocumentExpired,
  'travel-document-ends-first': EXPIRY_TEXTS.travelDocumentEndsFirst,
  'stay-ended': EXPIRY_TEXTS.stayEnded,
  'filed-after-expiry': EXPIRY_TEXTS.filedAfterExpiry,
  'dates-in-wrong-order': EXPIRY_TEXTS.wrongOrder,
  'health-certificate-old': CASE_TEXTS.healthOld,
  'health-not-fit': CASE_TEXTS.healthUnfit,
  'cover-too-short': CASE_TEXTS.coverShort,
  'last-permit-number-differs': CASE_TEXTS.permitNumber,
  'last-permit-person-differs': CASE_TEXTS.permitPerson,
  'last-permit-occupation-differs': CASE_TEXTS.permitOccupation,
  'last-permit-expiry-differs': CASE_TEXTS.permitExpiry,
  'old-permit-not-found': OLD_PERMIT_TEXTS.notFound,
  'old-permit-ended': OLD_PERMIT_TEXTS.ended,
  'mrz-unreadable': MRZ_TEXTS.unreadable,
  'mrz-check-digit': MRZ_TEXTS.checkDigit,
  'mrz-name-differs': MRZ_TEXTS.name,
  'mrz-name-order': MRZ_TEXTS.nameOrder,
  'mrz-birth-differs': MRZ_TEXTS.birth,
  'mrz-sex-differs': MRZ_TEXTS.sex,
  'mrz-nationality-differs': MRZ_TEXTS.nationality,
  'mrz-number-differs': MRZ_TEXTS.number,
  'mrz-expiry-differs': MRZ_TEXTS.expiry,
  'occupation-closed': OCCUPATION_TEXTS.closed,
  'occupation-needs-treaty': OCCUPATION_TEXTS.treaty,
  'occupation-needs-employment': OCCUPATION_TEXTS.employment,
  'occupation-needs-mou': OCCUPATION_TEXTS.mou,
  'portrait-too-small': PORTRAIT_TEXTS.small,
  'portrait-shape': PORTRAIT_TEXTS.shape,
  'portrait-face-size': PORTRAIT_TEXTS.face,
  'portrait-background': PORTRAIT_TEXTS.background,
  'portrait-blurred': PORTRAIT_TEXTS.blurred,
  'attorney-missing': CASE_TEXTS.attorneyMissing,
  'attorney-act-not-covered': CASE_TEXTS.attorneyAct,
  'attorney-expired': CASE_TEXTS.attorneyExpired,
  'attorney-stamp-duty': CASE_TEXTS.attorneyDuty,
  'service-not-offered': CASE_TEXTS.notOffered,
  'filer-not-expected': CASE_TEXTS.filer,
  'nationality-not-in-service': CASE_TEXTS.nationality,
  'round-not-open': CASE_TEXTS.roundNotOpen,
  'round-closed': CASE_TEXTS.roundClosed,
  'round-closes-soon': CASE_TEXTS.roundClosesSoon,
});
