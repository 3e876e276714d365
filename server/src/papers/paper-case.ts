import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { ApplicationDraft, Names } from '@permit/domain/catalogue/application-draft.ts';
import { canonicalDraft } from '@permit/domain/catalogue/canonical-draft.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { paperNotes, paperTitles } from '@permit/domain/papers/paper-texts.ts';
import type { PaperKind } from '@permit/domain/papers/paper.ts';
import type { Language } from '@permit/domain/texts/text.ts';
import { caseKey, draftOf, type Application } from '../applications/application-store.ts';
import { serviceOf } from '../applications/service-of.ts';
import { displayName } from '../applications/worker-record.ts';
import type { Tx } from '../database/transaction.ts';
import type { PersonKey } from '../vault/person-vault.ts';

/** What every paper of a case needs. */
export interface PaperCase {
  readonly application: Application;
  readonly service: ServiceDefinition;
  readonly draft: ApplicationDraft;
  readonly key: PersonKey;
  readonly language: Language;
  readonly today: CalendarDate;
  readonly holder: { latin: string; thai?: string; own?: string };
  readonly office: { thai: string; english: string };
}

/** Reads a case for its papers. Throws `erased` where its person is gone. */
export async function paperCaseOf(
  tx: Tx,
  application: Application,
  language: Language | undefined,
): Promise<PaperCase> {
  const draft = canonicalDraft(draftOf(tx.deps.keys, application));
  const person = await tx
    .db('people')
    .where('id', application.workerPerson)
    .first<{ language: Language } | undefined>('language');
  return {
    application,
    service: serviceOf(application),
    draft,
    key: caseKey(tx.deps.keys, application),
    language: language ?? person?.language ?? 'th',
    today: bangkokDate(tx.deps.clock.business()),
    holder: holderOf(draft.worker?.names ?? {}),
    office: await officeOf(tx, application.officeParty),
  };
}

const PREFIX = { mr: ['นาย', 'MR.'], mrs: ['นาง', 'MRS.'], miss: ['นางสาว', 'MISS'] } as const;

function holderOf(names: Names): PaperCase['holder'] {
  const [thaiPrefix, latinPrefix] = names.prefix ? PREFIX[names.prefix] : ['', ''];
  const thai = [names.firstThai, names.middleThai, names.lastThai].filter(Boolean).join(' ');
  return {
    latin: `${latinPrefix} ${displayName(names)}`.trim() || '-',
    ...(thai ? { thai: `${thaiPrefix}${thai}` } : {}),
    ...(names.native ? { own: names.native } : {}),
  };
}

async function officeOf(tx: Tx, officeParty: string | undefined): Promise<PaperCase['office']> {
  const office = await tx
    .db('parties')
    .where('id', officeParty ?? null)
    .first<{ name_th: string | null; name_en: string | null } | undefined>('name_th', 'name_en');
  const thai = office?.name_th ?? 'กรมการจัดหางาน';
  return { thai, english: office?.name_en ?? 'Department of Employment' };
}

/** The head of a paper: what every kind shares. `note` replaces the standing gist in the worker's language. */
export function sharedParts(
  tx: Tx,
  paperCase: PaperCase,
  { kind, issuedOn, note }: { kind: PaperKind; issuedOn: CalendarDate; note?: string },
) {
  const { application, language, holder, office } = paperCase;
  const isForeign = language !== 'th' && language !== 'en';
  const own = {
    ownTitle: paperTitles.texts[kind][language],
    ownLanguageNote: note ?? paperNotes.texts[kind][language],
  };
  return {
    specimen: tx.deps.keys.specimen,
    reference: application.number ?? application.publicId,
    issuedOn,
    office,
    holder,
    ...(isForeign ? own : {}),
  };
}
