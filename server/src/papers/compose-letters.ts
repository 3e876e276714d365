import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
import { dueDate } from '@permit/domain/calendar/legal-clock.ts';
import { legalTexts } from '@permit/domain/texts/legal-texts.ts';
import { refusalGroundTexts } from '@permit/domain/texts/reason-texts.ts';
import { fill, type Language, type WorkerText } from '@permit/domain/texts/text.ts';
import { holderOf } from '../accounts/account-holder.ts';
import { findAccountByPersonId } from '../accounts/account-store.ts';
import { findApplication, findApplicationById, type Application } from '../applications/application-store.ts';
import { decisionWordsOf } from '../applications/case-words.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { findVisit, ticketText } from '../visits/visit-store.ts';
import { paperCaseOf, sharedParts, type PaperCase } from './paper-case.ts';
import type { PaperDraft } from './paper-draft.ts';

const HOLIDAYS = holidayDates();

/** The decision of a refused case, with how to appeal against it. */
export async function composeRefusal(
  tx: Tx,
  applicationId: string,
  language: Language | undefined,
): Promise<PaperDraft> {
  const application = await findApplication(tx.db, applicationId);
  if (!application) throw notFound();
  const decision = await refusalOf(tx, application);
  if (!decision) throw notFound();
  const paperCase = await paperCaseOf(tx, application, language);
  const { decidedAt, ground, text } = decision;
  const decidedOn = bangkokDate(decidedAt);
  const { names } = paperCase.service;
  const letterNo = application.number ?? '-';
  return {
    kind: 'refusal-letter',
    subjectId: applicationId,
    fileName: `decision-${letterNo}.pdf`,
    paper: {
      kind: 'refusal-letter',
      ...sharedParts(tx, paperCase, { kind: 'refusal-letter', issuedOn: decidedOn }),
      letterNo,
      decidedOn,
      subject: { thai: `แจ้งผลการพิจารณา: ${names.th}`, english: `Decision: ${names.en}` },
      reasons: [reasonOf(ground, text)],
      appeal: appealText(paperCase, decidedOn),
      registrar: await nameOfOfficer(tx, application.decidedBy),
    },
    proof: {
      part: { kind: 'refusal-letter', number: letterNo, issuedOn: decidedOn },
      fullName: paperCase.holder.latin,
      at: decidedAt,
    },
    kept: { applicationId: application.id, key: paperCase.key },
  };
}

/** The ground in the words of its table, with what the registrar wrote to the filer. */
function reasonOf(ground: string, text: string): { thai: string; english: string } {
  const grounds: Readonly<Partial<Record<string, WorkerText>>> = refusalGroundTexts.texts;
  const named = grounds[ground];
  return { thai: named ? `${named.th}: ${text}` : text, english: named?.en ?? `Legal ground: ${ground}` };
}

export interface Refusal {
  readonly decidedAt: Date;
  readonly ground: string;
  readonly text: string;
}

/** The decision that refused a case, whatever became of it since; undefined where none did. */
export async function refusalOf(tx: Tx, application: Application): Promise<Refusal | undefined> {
  const { id, decision } = application;
  if (decision?.kind !== 'refused') return undefined;
  const move = await tx
    .db('state_history')
    .where({ application_id: id, machine: 'application', to_state: 'refused' })
    .orderBy('id', 'desc')
    .first<{ at: Date } | undefined>('at');
  const { ground = '-', at } = decision;
  const text = decisionWordsOf(tx.deps.keys, application) ?? '-';
  return move && { decidedAt: at ? new Date(at) : move.at, ground, text };
}

/** Days and last day of the appeal, from the service's own clock (its certainty is in the catalogue). */
function appealText({ service }: PaperCase, decidedOn: ReturnType<typeof bangkokDate>) {
  const clock = service.clocks['appeal-period'];
  const { th, en } = legalTexts.texts.appeal;
  if (!clock) return { thai: 'อุทธรณ์ได้ตามที่กฎหมายกำหนด', english: 'You may appeal as the law provides.' };
  const last = dueDate(clock, decidedOn, HOLIDAYS);
  return {
    thai: fill(th, { days: clock.days, date: formatDate(last, 'th') }),
    english: fill(en, { days: clock.days, date: formatDate(last, 'en') }),
  };
}

/** Who decided, by the name of their account; their office where they have none. */
export async function nameOfOfficer(tx: Tx, personId: string | undefined) {
  const account = personId && (await asJob(tx, () => findAccountByPersonId(tx.db, personId)));
  const name = (account && holderOf(tx.deps.keys, account).displayName) || 'นายทะเบียน';
  return { thai: name, english: name };
}

/** The slip of a visit: where, when, the place in the queue. */
export async function composeVisitSlip(
  tx: Tx,
  visitId: string,
  language: Language | undefined,
): Promise<PaperDraft> {
  const visit = await findVisit(tx.db, visitId);
  const application = visit && (await findApplicationById(tx.db, visit.applicationId));
  if (!visit || !application) throw notFound();
  const paperCase = await paperCaseOf(tx, application, language);
  const centre = await tx
    .db('parties')
    .where('id', visit.centreParty)
    .first<{ name_th: string | null; name_en: string | null }>('name_th', 'name_en');
  const ticket = ticketText(visit.purpose, visit.ticket);
  const issuedOn = bangkokDate(visit.stateSince);
  return {
    kind: 'appointment-slip',
    subjectId: visitId,
    fileName: `visit-${ticket}.pdf`,
    paper: {
      kind: 'appointment-slip',
      ...sharedParts(tx, paperCase, { kind: 'appointment-slip', issuedOn }),
      appointmentNo: ticket,
      place: { thai: centre?.name_th ?? '-', english: centre?.name_en ?? '-' },
      day: visit.day,
      band: `คิว / queue ${ticket}`,
      party: [paperCase.holder.latin],
      remarks: [{ thai: 'นำหนังสือเดินทางตัวจริงมาด้วย', english: 'Bring the original passport.' }],
    },
    proof: {
      part: { kind: 'appointment-slip', number: ticket, issuedOn },
      fullName: paperCase.holder.latin,
      at: visit.stateSince,
    },
    kept: { applicationId: application.id, key: paperCase.key },
  };
}
