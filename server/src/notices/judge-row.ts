import { isCalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { NoticeAct, ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { validateDraft } from '@permit/domain/catalogue/validate-draft.ts';
import { bareDocumentNumber } from '@permit/domain/catalogue/canonical-draft.ts';
import type { NoticeBody, NoticeWorkerInput } from '@permit/domain/contract/notice-shapes.ts';
import { BirthDateSchema, type BirthDate } from '@permit/domain/people/birth-date.ts';

export interface RowProblem {
  readonly field: string;
  readonly code: string;
}

/** One worker of a notice after reading: what can be stored, what cannot be read, what an officer should see. */
export interface JudgedRow {
  readonly row: number;
  readonly typed: NoticeWorkerInput;
  readonly draft: ApplicationDraft;
  readonly eventOn: string;
  readonly blocks: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
}

export interface NoticeAsTyped {
  readonly service: ServiceDefinition;
  readonly act: NoticeAct | undefined;
  readonly body: NoticeBody;
}

/** Reads one row by the service's own form. Never throws: a list of 500 is not lost for one bad row. */
export function judgeRow(notice: NoticeAsTyped, typed: NoticeWorkerInput, row: number): JudgedRow {
  const eventOn = typed.eventDate ?? notice.body.eventDate;
  const draft = draftOfRow(notice, typed, eventOn);
  const errors = validateDraft(notice.service, draft).map(({ field, code, severity }) => ({
    severity,
    problem: { field: ROW_FIELDS[field] ?? field, code },
  }));
  const unreadable: RowProblem[] = [
    ...(isCalendarDate(eventOn) ? [] : [{ field: 'eventDate', code: 'not-a-date' }]),
    ...(typed.born && !readBirth(typed.born) ? [{ field: 'born', code: 'not-a-birth-date' }] : []),
  ];
  const known = new Set(unreadable.map(({ field }) => field));
  const of = (severity: 'block' | 'warn') =>
    errors
      .filter((error) => error.severity === severity && !known.has(error.problem.field))
      .map(({ problem }) => problem);
  return { row, typed, draft, eventOn, blocks: [...unreadable, ...of('block')], warnings: of('warn') };
}

/** The fields of the form under the names of the list. */
const ROW_FIELDS: Readonly<Record<string, string>> = {
  'worker.names.prefix': 'prefix',
  'worker.names.firstLatin': 'firstLatin',
  'worker.names.middleLatin': 'middleLatin',
  'worker.names.lastLatin': 'lastLatin',
  'worker.names.firstThai': 'firstThai',
  'worker.names.lastThai': 'lastThai',
  'worker.names.native': 'native',
  'worker.nationality': 'nationality',
  'worker.birth': 'born',
  'worker.phone': 'phone',
  'travelDocument.number': 'passportNo',
  'oldPermit.number': 'permitNo',
  'job.occupation': 'occupation',
  'answers.eventDate': 'eventDate',
};

/** What tells who the worker is: not asked again where the permit itself was found. */
const IDENTITY = new Set(
  ['prefix', 'firstLatin', 'firstThai', 'nationality', 'born', 'phone', 'passportNo', 'permitNo'].concat([
    'worker.sex',
    'oldPermit.expires',
  ]),
);

/** A row whose permit was found lacks nothing that the permit tells already. */
export function withPermitFound(row: JudgedRow): JudgedRow {
  const lacks = ({ field, code }: RowProblem) => !(code === 'missing' && IDENTITY.has(field));
  return { ...row, blocks: row.blocks.filter(lacks), warnings: row.warnings.filter(lacks) };
}

/** A date of birth at whatever precision it was typed; undefined where it is none. */
export function readBirth(typed: string): BirthDate | undefined {
  const date = typed.trim();
  const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[date.length as 4 | 7 | 10];
  const parsed = BirthDateSchema.safeParse({ precision, date });
  return parsed.success ? parsed.data : undefined;
}

function draftOfRow(
  { service, act, body }: NoticeAsTyped,
  typed: NoticeWorkerInput,
  eventOn: string,
): ApplicationDraft {
  const birth = typed.born ? readBirth(typed.born) : undefined;
  const { firstLatin, middleLatin, lastLatin, firstThai, lastThai, native } = typed;
  const names = {
    prefix: prefixOf(typed.prefix),
    firstLatin,
    middleLatin,
    lastLatin,
    firstThai,
    lastThai,
    native,
  };
  const draft = {
    serviceCode: service.code,
    employer: body.employer,
    previousEmployer: body.previousEmployerName ? { nameThai: body.previousEmployerName } : undefined,
    workplaces: body.workplaceProvince ? [{ province: body.workplaceProvince }] : undefined,
    worker: { names, nationality: typed.nationality?.trim().toUpperCase(), birth, phone: typed.phone },
    travelDocument: typed.passportNo ? { number: bareDocumentNumber(typed.passportNo) } : undefined,
    oldPermit: typed.permitNo ? { number: bareDocumentNumber(typed.permitNo) } : undefined,
    job: { occupation: typed.occupation ?? body.occupation, startsOn: act === 'exit' ? undefined : eventOn },
    answers: answersOf(body, act, eventOn),
  };
  // Nothing that is `undefined` is stored: the sealed text holds what was typed and no more.
  return JSON.parse(JSON.stringify(draft)) as ApplicationDraft;
}

const prefixOf = (typed: string | undefined): string | undefined =>
  ['mr', 'mrs', 'miss'].find((known) => known === typed?.trim().toLowerCase().replace(/\.$/, ''));

function answersOf(
  body: NoticeBody,
  act: NoticeAct | undefined,
  eventOn: string,
): Record<string, string | undefined> {
  return {
    eventDate: eventOn,
    exitReason: body.reason,
    refusalReason: body.reason,
    importerLicence: body.importerLicence,
    exitDate: act === 'exit' ? eventOn : undefined,
  };
}
