import { z } from 'zod';
import { BirthDateSchema } from '../people/birth-date.ts';

const line = (most: number) => z.string().trim().min(1).max(most);
const Bilingual = z.strictObject({ thai: line(2_000), english: line(2_000) });
const Day = z.iso.date();
/** `HH:MM` on the wall clock in Bangkok. */
const Time = z.string().regex(/^\d{2}:\d{2}$/);
const QrText = z.string().regex(/^[0-9A-Z $%*+\-./:]{20,2000}$/);
const Satang = z.int().min(0);

/** What every paper carries. Wordings that have legal weight are data of the service and cohort, never written here. */
const shared = {
  specimen: z.boolean(),
  /** Application number or the like, as its owner knows it. */
  reference: line(40),
  issuedOn: Day,
  office: Bilingual,
  holder: z.strictObject({
    latin: line(250),
    thai: line(250).optional(),
    /** In the person's own script, where it is known. */
    own: line(160).optional(),
  }),
  /** The heading in the worker's own language, below the English one. */
  ownTitle: line(200).optional(),
  /** The gist in the worker's own language, from the texts; any script of our fonts. */
  ownLanguageNote: line(2_000).optional(),
  hotlines: line(120).default('1506 กด 2 · 1694'),
  /** Signed by us (decision 0011): whoever scans it sees that the paper is ours and what it said when it was made. */
  proof: QrText.optional(),
};

const permitShared = {
  ...shared,
  /** Absent where the law lets work begin before a permit has its number. */
  permitNo: line(32).optional(),
  birth: BirthDateSchema,
  nationality: Bilingual,
  work: Bilingual,
  category: Bilingual,
  validFrom: Day,
  /** Absent where it ends by an event, which `basis` names, and not on a day. */
  validTo: Day.optional(),
  /** What this paper lets its holder do and by which rule. */
  basis: Bilingual,
  qr: QrText,
};

/** Serves between the grant and the card. */
const InterimPermit = z.strictObject({ kind: z.literal('interim-permit'), ...permitShared });
/** Shows that work may go on (or begin) from the moment that the law of service and round gives. */
const MayWork = z.strictObject({ kind: z.literal('may-work'), ...permitShared });

const Item = z.strictObject({ what: Bilingual, satang: Satang });

const Receipt = z.strictObject({
  kind: z.literal('receipt'),
  ...shared,
  receiptNo: line(40),
  paidOn: Day,
  paidTime: Time.optional(),
  bankReference: line(60).optional(),
  /** One price a receipt is the rule, several lines are possible; whole satang. */
  items: z.array(Item).min(1).max(40),
  payer: line(250),
});

const PayInSlip = z.strictObject({
  kind: z.literal('pay-in-slip'),
  ...shared,
  billerId: z.string().regex(/^\d{15}$/),
  ref1: z.string().regex(/^\d{18}$/),
  ref2: z.string().regex(/^\d{15}$/),
  items: z.array(Item).min(1).max(500),
  dueOn: Day,
  dueTime: Time,
  /** The text of the PromptPay QR and of the bar code, as domain/money makes them. */
  promptPay: QrText,
  barcode: z.string().regex(/^\|[0-9A-Z]+(\r[0-9A-Z]+){3}$/),
  remarks: z.array(Bilingual).max(6),
});

const RefusalLetter = z.strictObject({
  kind: z.literal('refusal-letter'),
  ...shared,
  letterNo: line(40),
  decidedOn: Day,
  subject: Bilingual,
  reasons: z.array(Bilingual).min(1).max(30),
  /** How, where and until when to appeal. */
  appeal: Bilingual,
  registrar: Bilingual,
});

const PermitOrderLetter = z.strictObject({
  kind: z.literal('permit-order'),
  ...shared,
  orderNo: line(40),
  orderedOn: Day,
  subject: Bilingual,
  permitNo: line(32),
  /** Ground of the catalogue; its section only where a source names one. */
  ground: Bilingual,
  section: line(40).optional(),
  /** The registrar's own words, in whichever language they wrote. */
  words: line(2_000),
  effect: Bilingual,
  appeal: Bilingual,
  registrar: Bilingual,
});

const RefundNotice = z.strictObject({
  kind: z.literal('refund-notice'),
  ...shared,
  refundNo: line(40),
  decidedOn: Day,
  outcome: Bilingual,
  satang: Satang,
  /** What was paid and is asked back; of several prices each. */
  items: z.array(Item).min(1).max(40),
  /** The officer's own words. */
  note: line(2_000).optional(),
  paidOutOn: Day.optional(),
  transferReference: line(60).optional(),
});

const AppointmentSlip = z.strictObject({
  kind: z.literal('appointment-slip'),
  ...shared,
  appointmentNo: line(40),
  place: Bilingual,
  day: Day,
  /** `09:00-10:00` */
  band: line(20),
  party: z.array(line(250)).min(1).max(200),
  /** What to bring and what to leave at home. */
  remarks: z.array(Bilingual).max(12),
  qr: QrText.optional(),
});

const NoticeReceipt = z.strictObject({
  kind: z.literal('notice-receipt'),
  ...shared,
  receiptNo: line(40),
  /** The notice and its form, as the catalogue names them: `แจ้งการจ้างคนต่างด้าว (แบบ บต.52)`. */
  notice: Bilingual,
  receivedOn: Day,
  receivedTime: Time,
  /** Who gave the notice, and the employer that it concerns. */
  filer: line(250),
  employer: line(250),
  workers: z.array(line(250)).min(1).max(500),
  /** What happened and when, as far as the form asks it: `วันที่เริ่มงาน`, `2026-11-20`. */
  facts: z.array(z.strictObject({ what: Bilingual, value: line(300) })).max(60),
  /** Clocks that this notice starts or stops, with their last day. */
  clocks: z.array(z.strictObject({ what: Bilingual, until: Day })).max(8),
  /** The rule that makes this receipt count. */
  basis: Bilingual,
});

/** A paper as JSON values: what is printed at home or at a counter, on A4. */
export const PaperSchema = z.discriminatedUnion('kind', [
  InterimPermit,
  MayWork,
  Receipt,
  PayInSlip,
  RefusalLetter,
  AppointmentSlip,
  NoticeReceipt,
  PermitOrderLetter,
  RefundNotice,
]);
export type Paper = z.output<typeof PaperSchema>;
export type PaperInput = z.input<typeof PaperSchema>;
export type PaperKind = Paper['kind'];
export type PaperOf<K extends PaperKind> = Extract<Paper, { kind: K }>;
export type PaperInputOf<K extends PaperKind> = Extract<PaperInput, { kind: K }>;

/** Every kind of paper, in the order in which a case meets them. */
export const PAPER_KINDS = [
  'pay-in-slip',
  'receipt',
  'may-work',
  'interim-permit',
  'refusal-letter',
  'appointment-slip',
  'notice-receipt',
  'permit-order',
  'refund-notice',
] as const satisfies readonly PaperKind[];
