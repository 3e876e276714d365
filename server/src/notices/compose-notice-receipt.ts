import { bangkokDate, bangkokTime } from '@permit/domain/calendar/bangkok-time.ts';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { noticesApi } from '@permit/domain/contract/notices-api.ts';
import type { PaperInputOf } from '@permit/domain/papers/paper.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { documentNames } from '@permit/domain/texts/document-names.ts';

type Notice = OutputOf<typeof noticesApi.getNotice>;
type Bilingual = { thai: string; english: string };

export interface ReceiptFacts {
  readonly notice: Notice;
  /** Set where the receipt is of papers that came later. */
  readonly addition?: Notice['additions'][number] | undefined;
  readonly service: ServiceDefinition;
  readonly office: Bilingual;
  readonly filer: string;
}

/** The receipt of a notice as a paper: what was received when, in time or late, and the signed code that proves it. */
export function composeNoticeReceipt({
  notice,
  addition,
  service,
  office,
  filer,
}: ReceiptFacts): PaperInputOf<'notice-receipt'> {
  const employer = notice.employerName || '—';
  const receipt = addition?.receipt ?? notice.receipt;
  const at = addition ? receipt.issuedAt : notice.receivedAt;
  return {
    kind: 'notice-receipt',
    specimen: receipt.specimen,
    reference: notice.noticeNo,
    receiptNo: receiptNo(notice, addition),
    issuedOn: bangkokDate(receipt.issuedAt),
    office,
    holder: { latin: filer || employer },
    notice: { thai: service.names.th, english: service.names.en },
    receivedOn: bangkokDate(at),
    receivedTime: bangkokTime(at),
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
      ...(addition ? [] : [lateness(notice)]),
      ...papersHandedIn(papersOf(notice, addition)),
    ],
    clocks: addition ? [] : leaverClocks(notice),
    basis: {
      thai: 'ใบรับนี้ออกโดยระบบทันทีที่รับแจ้ง เป็นหลักฐานว่าได้รับแจ้งในวันและเวลาข้างต้น',
      english: 'Issued by the system at the moment of receipt; it proves that the notice was received then.',
    },
    proof: receipt.text,
  };
}

function receiptNo({ noticeNo, revision }: Notice, addition: ReceiptFacts['addition']): string {
  if (addition) return `${noticeNo}-A${addition.no}`;
  return revision === 1 ? noticeNo : `${noticeNo}/${revision}`;
}

/**
 * The papers that this receipt counts: those of the addition; else those that were there when it was signed, which for
 * a first receipt are the papers that came with the notice.
 */
function papersOf({ papers, receipt }: Notice, addition: ReceiptFacts['addition']): Notice['papers'] {
  if (addition) return papers.filter((paper) => paper.addition === addition.no);
  return papers.filter(({ no }) => no <= (receipt.papers ?? 0));
}

/** How many papers were handed in, and each with the hash of its file: whoever has the file can compare. */
function papersHandedIn(papers: Notice['papers']): { what: Bilingual; value: string }[] {
  const count = { thai: 'เอกสารที่ยื่น (ฉบับ)', english: 'Papers handed in' };
  return [
    { what: count, value: String(papers.length) },
    ...papers.map(({ no, kind, pages, sha256 }) => {
      const { th, en } = documentNames.texts[kind];
      return {
        what: { thai: `${no}. ${th}`, english: en },
        // In groups, so that a line can break between them and an eye can compare.
        value: `${pages} หน้า / p. · SHA-256 ${sha256.replace(/.{8}(?=.)/g, '$& ')}`,
      };
    }),
  ];
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
