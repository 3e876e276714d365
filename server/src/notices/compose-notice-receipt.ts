import { bangkokDate, bangkokTime } from '@permit/domain/calendar/bangkok-time.ts';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { noticesApi } from '@permit/domain/contract/notices-api.ts';
import type { PaperInputOf } from '@permit/domain/papers/paper.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';

type Notice = OutputOf<typeof noticesApi.getNotice>;
type Bilingual = { thai: string; english: string };

export interface ReceiptFacts {
  readonly notice: Notice;
  readonly service: ServiceDefinition;
  readonly office: Bilingual;
  readonly filer: string;
}

/** The receipt of a notice as a paper: what was received when, in time or late, and the signed code that proves it. */
export function composeNoticeReceipt({
  notice,
  service,
  office,
  filer,
}: ReceiptFacts): PaperInputOf<'notice-receipt'> {
  const employer = notice.employerName || '—';
  return {
    kind: 'notice-receipt',
    specimen: notice.receipt.specimen,
    reference: notice.noticeNo,
    receiptNo: notice.revision === 1 ? notice.noticeNo : `${notice.noticeNo}/${notice.revision}`,
    issuedOn: bangkokDate(notice.receipt.issuedAt),
    office,
    holder: { latin: filer || employer },
    notice: { thai: service.names.th, english: service.names.en },
    receivedOn: bangkokDate(notice.receivedAt),
    receivedTime: bangkokTime(notice.receivedAt),
    filer: filer || employer,
    employer,
    workers: notice.workers.map(({ row, name, permitNo }) =>
      [`${row}.`, name, permitNo].filter(Boolean).join(' '),
    ),
    facts: [
      {
        what: { thai: 'วันที่เกิดเหตุที่แจ้ง', english: 'Day of the event' },
        value: bothEras(notice.body.eventDate),
      },
      lateness(notice),
    ],
    clocks: leaverClocks(notice),
    basis: {
      thai: 'ใบรับนี้ออกโดยระบบทันทีที่รับแจ้ง เป็นหลักฐานว่าได้รับแจ้งในวันและเวลาข้างต้น',
      english: 'Issued by the system at the moment of receipt; it proves that the notice was received then.',
    },
    proof: notice.receipt.text,
  };
}

const bothEras = (day: string): string =>
  `${formatDate(calendarDate(day), 'th')} / ${formatDate(calendarDate(day), 'en')}`;

/** Told as it is: how days are counted is not confirmed, so the paper accuses nobody. */
function lateness({ clocks }: Notice): { what: Bilingual; value: string } {
  const duty = clocks.find(({ binds }) => binds !== 'department');
  const what = { thai: 'กำหนดเวลาแจ้ง', english: 'Time to notify' };
  if (!duty) return { what, value: '—' };
  const late = duty.daysLate > 0;
  return {
    what,
    value: `${bothEras(duty.dueOn)} (${late ? `ช้า ${duty.daysLate} วัน / ${duty.daysLate} days late` : 'ทันเวลา / in time'})`,
  };
}

const MOST_CLOCKS = 8;

/** The days by which leavers must have found a new employer, each day once. */
function leaverClocks({ workers }: Notice): { what: Bilingual; until: string }[] {
  const days = workers.flatMap(({ clocks }) =>
    clocks.filter(({ code, metOn }) => code.startsWith('find-employer') && !metOn).map(({ dueOn }) => dueOn),
  );
  return [...new Set(days)].slice(0, MOST_CLOCKS).map((until) => ({
    what: { thai: 'คนต่างด้าวต้องมีนายจ้างใหม่ภายใน', english: 'The worker must have found a new employer by' },
    until,
  }));
}
