import { payInBarcode, promptPayBill } from '@permit/domain/money/promptpay.ts';
import { baht } from '@permit/domain/money/satang.ts';
import type { PaperInput } from '@permit/domain/papers/paper.ts';

const QR = '6BFZ2.LB6UMOTK4000'.repeat(18);

const shared = {
  specimen: true,
  reference: '69120100000123',
  issuedOn: '2026-11-20',
  office: { thai: 'สำนักงานจัดหางานกรุงเทพมหานครพื้นที่ 9', english: 'Bangkok Employment Office Area 9' },
  holder: { latin: 'MS. THIDA AUNG', thai: 'นางสาว ธิดา อ่อง', own: 'မသီတာအောင်' },
} as const;

const permit = {
  ...shared,
  permitNo: '6911-0001234-5',
  birth: { precision: 'year', date: '1999' },
  nationality: { thai: 'เมียนมา', english: 'Myanmar' },
  work: { thai: 'กรรมกร (ก่อสร้าง)', english: 'Labourer (construction)' },
  category: { thai: 'ม.63/2 มติ ครม.', english: 'Section 63/2, cabinet resolution' },
  validFrom: '2026-11-20',
  validTo: '2027-12-31',
  qr: QR,
} as const;

const bill = {
  billerId: '099999999999901',
  ref1: '691200000000010132',
  ref2: '000000000000195',
  amount: baht(1900.5),
};
const FEES = [
  { what: { thai: 'ค่ายื่นคำขอ', english: 'Application fee' }, satang: 10_000 },
  { what: { thai: 'ค่าธรรมเนียมใบอนุญาต 2 ปี', english: 'Permit fee, two years' }, satang: 180_050 },
];

/** One of each paper, of invented people. The legal wordings are samples; the real ones are data of the service. */
export const samplePapers = {
  'interim-permit': {
    kind: 'interim-permit',
    ...permit,
    basis: {
      thai: 'ผู้ถือเอกสารนี้ทำงานได้ตามที่ได้รับอนุญาตจนกว่าจะได้รับบัตร',
      english: 'The holder may work as permitted until the card is handed over.',
    },
    ownLanguageNote: 'ဤစာရွက်ကို ကတ်ပြား မရမီအထိ ကိုင်ဆောင်ပါ။ သတ္တဝါ ဒေါ် သင်္ဘော',
  },
  'may-work': {
    kind: 'may-work',
    ...permit,
    basis: {
      thai: 'ได้ยื่นคำขอต่ออายุก่อนใบอนุญาตสิ้นอายุแล้ว ให้ทำงานต่อไปได้ระหว่างรอผลการพิจารณา (มาตรา 67)',
      english:
        'A renewal was filed before the permit ended; work may go on while it is pending (section 67).',
    },
    ownLanguageNote: 'ខ្ញុំ ស្ត្រី អាចបន្តធ្វើការបាន ខណៈពេលរង់ចាំលទ្ធផល។',
  },
  receipt: {
    kind: 'receipt',
    ...shared,
    receiptNo: 'R69-0000456',
    paidOn: '2026-11-20',
    payer: 'บริษัท ตัวอย่างก่อสร้าง จำกัด',
    paidTime: '10:42',
    bankReference: 'SIM0123456789ABCDEF',
    items: FEES,
    ownTitle: 'ငွေလက်ခံပြေစာ',
    proof: QR,
  },
  'pay-in-slip': {
    kind: 'pay-in-slip',
    ...shared,
    ...{ billerId: bill.billerId, ref1: bill.ref1, ref2: bill.ref2 },
    items: FEES,
    dueOn: '2026-12-11',
    dueTime: '20:00',
    promptPay: promptPayBill(bill),
    barcode: payInBarcode(bill),
    remarks: [
      {
        thai: 'ธนาคารพักระบบ 23.30-23.59 น. ทุกวัน ไม่ควรทำรายการในเวลานั้น',
        english: 'Banks pause from 23.30 to 23.59 every day: do not pay then.',
      },
    ],
    ownTitle: 'ငွေပေးသွင်းလွှာ',
  },
  'refusal-letter': {
    kind: 'refusal-letter',
    ...shared,
    letterNo: 'รง 0301/1234',
    decidedOn: '2026-11-19',
    subject: { thai: 'แจ้งผลการพิจารณาคำขอใบอนุญาตทำงาน', english: 'Decision on the application for a permit' },
    reasons: [
      {
        thai: 'ใบรับรองแพทย์ที่แนบมาหมดอายุก่อนวันยื่นคำขอ และไม่ได้ยื่นฉบับใหม่ภายในเวลาที่กำหนด ทั้งที่ได้แจ้งให้ทราบแล้ว',
        english:
          'The medical certificate had ended before the filing, and no new one came in the time given.',
      },
    ],
    appeal: {
      thai: 'ผู้รับคำสั่งมีสิทธิอุทธรณ์เป็นหนังสือภายในเวลาที่กฎหมายกำหนด ณ สำนักงานที่ออกคำสั่ง',
      english: 'You may appeal in writing, within the time set by law, at the office that decided.',
    },
    registrar: { thai: 'นางสาวอนงค์ ศรีสุข', english: 'Anong Srisuk' },
    ownLanguageNote: 'ທ່ານມີສິດອຸທອນ. ນ້ຳ',
  },
  'appointment-slip': {
    kind: 'appointment-slip',
    ...shared,
    appointmentNo: '2-BKK112600042',
    place: { thai: 'กรุงเทพฯ 5 (S) ไอที สแควร์ หลักสี่', english: 'Bangkok 5, IT Square Laksi' },
    day: '2026-12-01',
    band: '09:00-10:00',
    party: ['MS. THIDA AUNG', 'MR. KHIN MAUNG WIN', 'MR. ZAW'],
    remarks: [
      { thai: 'โปรดมาก่อนเวลา 30 นาที', english: 'Please come 30 minutes early.' },
      { thai: 'นำหนังสือเดินทางตัวจริงมาด้วย', english: 'Bring the original passport.' },
    ],
    qr: 'APPT:2-BKK112600042:THIDA',
  },
  'notice-receipt': {
    kind: 'notice-receipt',
    ...shared,
    receiptNo: 'N69-0000123',
    notice: { thai: 'แจ้งการจ้างคนต่างด้าว (แบบ บต.52)', english: 'Notice of hiring (form BT.52)' },
    receivedOn: '2026-11-20',
    receivedTime: '16:31',
    filer: 'มาลี ตัวอย่างดี',
    employer: 'บริษัท ตัวอย่างก่อสร้าง จำกัด',
    workers: ['MS. THIDA AUNG', 'MR. KHIN MAUNG WIN'],
    facts: [{ what: { thai: 'วันที่เริ่มงาน', english: 'First day of work' }, value: '20 พฤศจิกายน 2569' }],
    clocks: [
      { what: { thai: 'แจ้งการทำงานของคนต่างด้าว', english: 'Notice by the worker' }, until: '2026-12-05' },
    ],
    basis: {
      thai: 'ใบรับนี้ออกโดยระบบทันทีที่รับแจ้ง และใช้เป็นหลักฐานว่าได้แจ้งภายในเวลาแล้ว',
      english: 'Issued by the system at the moment of receipt; it proves that the notice was given in time.',
    },
    ownTitle: 'အီလက်ထရောနစ် လက်ခံပြေစာ',
    proof: QR,
  },
  'permit-order': {
    kind: 'permit-order',
    ...shared,
    orderNo: '000012/2569',
    orderedOn: '2026-11-20',
    subject: { thai: 'เพิกถอนใบอนุญาตทำงาน', english: 'Revocation of a work permit' },
    permitNo: '697400001234',
    ground: {
      thai: 'ออกจากงานแล้วไม่ได้ทำงานกับนายจ้างรายใหม่ภายในเวลาที่กฎหมายกำหนด',
      english: 'The holder left the employer and had no new one within the time of the law.',
    },
    section: '52, 53',
    words: 'นายจ้างแจ้งออกจากงานเมื่อวันที่ 1 ตุลาคม 2569 ไม่พบการแจ้งของนายจ้างรายใหม่จนถึงวันที่มีคำสั่งนี้',
    effect: {
      thai: 'ใบอนุญาตสิ้นสุดตั้งแต่วันที่มีคำสั่ง บัตรใช้ไม่ได้อีก',
      english: 'The permit has ended on the day of this order. The card is no longer valid.',
    },
    appeal: {
      thai: 'หากไม่เห็นด้วยกับคำสั่งนี้ อุทธรณ์ได้ภายใน 30 วันนับแต่วันที่ทราบคำสั่ง',
      english: 'If you disagree with this decision you may appeal within 30 days of knowing it.',
    },
    registrar: { thai: 'นางสาวอนงค์ ศรีสุข', english: 'Anong Srisuk' },
    ownTitle: 'အလုပ်လုပ်ခွင့်ပါမစ်ဆိုင်ရာ အမိန့်',
    ownLanguageNote: 'ဤအမိန့်ဖြင့် ပါမစ် ပြီးဆုံးသည်၊ အလုပ်မလုပ်နိုင်ပါ။',
    proof: QR,
  },
  'refund-notice': {
    kind: 'refund-notice',
    ...shared,
    refundNo: 'RF69-00000012',
    decidedOn: '2026-11-20',
    outcome: { thai: 'อนุมัติให้คืนค่าธรรมเนียม และโอนเงินแล้ว', english: 'The refund was approved and paid.' },
    satang: 190_050,
    items: FEES,
    note: 'ชำระซ้ำสำหรับคำขอเดียวกัน',
    paidOutOn: '2026-11-21',
    transferReference: 'TR-2026-0001',
    ownTitle: 'ကြေးငွေပြန်အမ်းမှု အကြောင်းကြားစာ',
    proof: QR,
  },
} as const satisfies Record<string, PaperInput>;
