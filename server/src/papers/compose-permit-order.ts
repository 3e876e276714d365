import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { daysBetween } from '@permit/domain/calendar/calendar-date.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import { dueDate } from '@permit/domain/calendar/legal-clock.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { legalTexts } from '@permit/domain/texts/legal-texts.ts';
import { fill, type Language } from '@permit/domain/texts/text.ts';
import { findApplicationById } from '../applications/application-store.ts';
import { publishedVersion } from '../catalogue/published-service-store.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { findPermitOrder, orderWordsOf, type PermitOrderRow } from '../permit-orders/permit-order-store.ts';
import { nameOfOfficer } from './compose-letters.ts';
import { paperCaseOf, sharedParts } from './paper-case.ts';
import type { PaperDraft } from './paper-draft.ts';

const HOLIDAYS = holidayDates();
const SUBJECT = {
  revoked: { thai: 'เพิกถอนใบอนุญาตทำงาน', english: 'Revocation of a work permit' },
  cancelled: { thai: 'ยกเลิกใบอนุญาตทำงานตามคำขอ', english: 'End of a work permit on request' },
} as const;
const EFFECT = {
  thai: 'ใบอนุญาตสิ้นสุดตั้งแต่วันที่มีคำสั่งนี้ ใบอนุญาตและบัตรใช้ทำงานไม่ได้อีก',
  english: 'The permit has ended on the day of this order. Neither permit nor card allows work any more.',
};

/** The order that ended a permit, as it was given: the same for ever, whatever became of it since. */
export async function composePermitOrder(
  tx: Tx,
  orderId: string,
  language: Language | undefined,
): Promise<PaperDraft> {
  const order = await findPermitOrder(tx, orderId);
  const application = order && (await findApplicationById(tx.db, order.application_id));
  if (!order || !application) throw notFound();
  const paperCase = await paperCaseOf(tx, application, language);
  const orderedOn = bangkokDate(order.ordered_at);
  const service = await serviceOfOrder(tx, order);
  return {
    kind: 'permit-order',
    subjectId: orderId,
    fileName: `order-${order.number.replace('/', '-')}.pdf`,
    paper: {
      kind: 'permit-order',
      ...sharedParts(tx, paperCase, { kind: 'permit-order', issuedOn: orderedOn }),
      orderNo: order.number,
      orderedOn,
      subject: SUBJECT[order.kind],
      permitNo: order.permit_no,
      ...groundOf(service, order.ground),
      words: orderWordsOf(tx, order) ?? '-',
      effect: EFFECT,
      appeal: appealText(service, orderedOn),
      registrar: await nameOfOfficer(tx, order.ordered_by),
    },
    proof: {
      part: { kind: 'permit-order', number: order.number, issuedOn: orderedOn },
      fullName: paperCase.holder.latin,
      at: order.ordered_at,
    },
    kept: { applicationId: application.id, key: paperCase.key },
  };
}

/** The version of REV under which it was given: a ground that is worded anew does not change what was ordered. */
async function serviceOfOrder(tx: Tx, { catalogue_version }: PermitOrderRow): Promise<ServiceDefinition> {
  const shipped = serviceCatalogue.versions.find(
    ({ code, version }) => code === 'REV' && String(version) === catalogue_version,
  );
  const service = shipped ?? (await publishedVersion(tx.db, 'REV', catalogue_version));
  if (!service) throw new Error('the catalogue has lost a version of REV');
  return service;
}

function groundOf({ grounds = [] }: ServiceDefinition, code: string) {
  const ground = grounds.find((one) => one.code === code);
  if (!ground) return { ground: { thai: code, english: code } };
  const { names, section } = ground;
  return { ground: { thai: names.th, english: names.en }, ...(section ? { section } : {}) };
}

/** Days and last day, from the clock of the version (its certainty is in the catalogue). */
function appealText({ clocks }: ServiceDefinition, orderedOn: ReturnType<typeof bangkokDate>) {
  const clock = clocks['appeal-period'];
  if (!clock) return { thai: 'อุทธรณ์ได้ตามที่กฎหมายกำหนด', english: 'You may appeal as the law provides.' };
  const last = dueDate(clock, orderedOn, HOLIDAYS);
  const days = daysBetween(orderedOn, last);
  const { th, en } = legalTexts.texts.appeal;
  return {
    thai: fill(th, { days, date: formatDate(last, 'th') }),
    english: fill(en, { days, date: formatDate(last, 'en') }),
  };
}
