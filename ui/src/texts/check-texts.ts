import type { PaperCodeKind } from '@permit/domain/cards/paper-part.ts';
import type { ReceiptKind } from '@permit/domain/receipts/signed-receipt.ts';
import type { VerifierAnswerCode } from '@permit/domain/cards/verify-permit-qr.ts';
import type { Language } from '@permit/domain/texts/text.ts';

/** The public check speaks these three; an inspector and a worker of Myanmar stand in front of it most often. */
export const CHECK_LANGUAGES = ['th', 'en', 'my'] as const satisfies readonly Language[];
export type CheckLanguage = (typeof CHECK_LANGUAGES)[number];

type Three = readonly [th: string, en: string, my: string];
export type CheckText = Readonly<Record<CheckLanguage, string>>;

const three = <Key extends string>(rows: Readonly<Record<Key, Three>>): Readonly<Record<Key, CheckText>> =>
  Object.fromEntries(
    Object.entries<Three>(rows).map(([key, [th, en, my]]) => [key, { th, en, my }]),
  ) as unknown as Readonly<Record<Key, CheckText>>;

/** Nobody who was born to these languages has read them yet. */
export const CHECK_REVIEW = 'machine';

/** The word of each answer. */
export const answerTexts = three<VerifierAnswerCode>({
  valid: ['ใช้ได้', 'Valid', 'အကျုံးဝင်သည်'],
  'may-work-renewal-pending': ['ทำงานได้ อยู่ระหว่างต่ออายุ', 'May work, renewal pending', 'အလုပ်လုပ်နိုင်သည်၊ သက်တမ်းတိုးဆဲ'],
  temporary: ['ใบอนุญาตชั่วคราว', 'Temporary permit', 'ယာယီပါမစ်'],
  replaced: ['ถูกแทนด้วยบัตรใหม่', 'Replaced by a newer card', 'ကတ်အသစ်ဖြင့် အစားထိုးပြီး'],
  expired: ['หมดอายุ', 'Expired', 'သက်တမ်းကုန်ပြီ'],
  revoked: ['ถูกเพิกถอน', 'Revoked', 'ရုပ်သိမ်းခံရသည်'],
  cancelled: ['ถูกยกเลิก', 'Cancelled', 'ပယ်ဖျက်ပြီး'],
  'changed-since-printed': ['ข้อมูลเปลี่ยนหลังพิมพ์บัตร', 'Changed since it was printed', 'ပုံနှိပ်ပြီးနောက် ပြောင်းလဲထားသည်'],
  'not-known': ['ไม่รู้จักใบอนุญาตนี้', 'Not known', 'မသိသော ပါမစ်'],
  'not-yet-valid': ['ยังไม่ถึงวันเริ่มใช้', 'Not valid yet', 'မစတင်သေးပါ'],
  malformed: ['อ่านรหัสไม่ได้', 'The code cannot be read', 'ကုဒ်ကို ဖတ်မရပါ'],
  unsigned: ['ไม่มีลายมือชื่อ เชื่อถือไม่ได้', 'Not signed: do not believe it', 'လက်မှတ်မပါ - မယုံပါနှင့်'],
  'bad-signature': ['ลายมือชื่อปลอม', 'The signature is false', 'လက်မှတ် အတု'],
});

/** What to do with the answer. */
export const adviceTexts = three<'good' | 'ask' | 'bad' | 'unread'>({
  good: [
    'เทียบชื่อและปีเกิดกับหนังสือเดินทาง ระบบนี้ไม่ได้ตรวจรูปถ่าย',
    'Compare name and year of birth with the passport: the photo was not checked.',
    'အမည်နှင့် မွေးနှစ်ကို ပတ်စပို့နှင့် တိုက်စစ်ပါ။ ဓာတ်ပုံကို မစစ်ပါ။',
  ],
  ask: [
    'ตรวจกับระบบออนไลน์หรือโทร 1506 กด 2 ก่อนเชื่อ',
    'Look it up online, or call 1506 press 2, before you rely on it.',
    'မယုံမီ အွန်လိုင်းတွင် စစ်ပါ သို့မဟုတ် 1506 ခေါ်ပြီး 2 နှိပ်ပါ။',
  ],
  bad: [
    'อย่าใช้บัตรนี้เป็นหลักฐาน สอบถามโทร 1506 กด 2 หรือ 1694',
    'Do not take this card as proof. Ask 1506 press 2, or 1694.',
    'ဤကတ်ကို အထောက်အထား မယူပါနှင့်။ 1506 ခေါ်ပြီး 2 နှိပ်ပါ၊ သို့မဟုတ် 1694။',
  ],
  unread: [
    'สแกนใหม่ในที่สว่าง ให้รหัสเต็มกรอบ',
    'Scan again in good light, with the whole code in the frame.',
    'အလင်းကောင်းသောနေရာတွင် ကုဒ်တစ်ခုလုံး ပါအောင် ပြန်စကင်ဖတ်ပါ။',
  ],
});

/** Everything else on the page. */
export const checkTexts = three({
  title: ['ตรวจใบอนุญาตทำงาน', 'Check a work permit', 'အလုပ်လုပ်ခွင့်ပါမစ် စစ်ဆေးရန်'],
  lead: [
    'สแกน QR บนบัตร ใบรับ หรือเอกสาร ใช้ได้แม้ไม่มีเครือข่าย',
    'Scan the QR on a card, a receipt or a paper. It works without a network.',
    'ကတ်၊ လက်ခံလွှာ သို့မဟုတ် စာရွက်ပေါ်ရှိ QR ကို စကင်ဖတ်ပါ။ ကွန်ရက်မရှိလည်း ရသည်။',
  ],
  camera: ['เปิดกล้อง', 'Use the camera', 'ကင်မရာဖွင့်ရန်'],
  stopCamera: ['ปิดกล้อง', 'Stop the camera', 'ကင်မရာပိတ်ရန်'],
  picture: ['เลือกภาพถ่ายของ QR', 'Choose a picture of the QR', 'QR ဓာတ်ပုံ ရွေးရန်'],
  paste: ['หรือวางข้อความของ QR', 'Or paste the text of the QR', 'သို့မဟုတ် QR စာသား ထည့်ပါ'],
  check: ['ตรวจ', 'Check', 'စစ်ဆေးရန်'],
  noDetector: [
    'เครื่องนี้สแกนภาพไม่ได้ ใช้แอปกล้องอ่าน QR แล้ววางข้อความ',
    'This device cannot scan here. Read the QR with the camera app and paste its text.',
    'ဤစက်ဖြင့် စကင်မရပါ။ ကင်မရာအက်ပ်ဖြင့် ဖတ်ပြီး စာသားထည့်ပါ။',
  ],
  noCode: [
    'ไม่พบ QR ในภาพ ถ่ายให้ใกล้และชัดขึ้น',
    'There is no QR in the picture. Take it closer and sharper.',
    'ပုံထဲ QR မတွေ့ပါ။ ပိုနီးပိုကြည်အောင် ရိုက်ပါ။',
  ],
  noCamera: [
    'เปิดกล้องไม่ได้ อนุญาตการใช้กล้อง หรือเลือกภาพ',
    'The camera did not open. Allow it, or choose a picture.',
    'ကင်မရာ မဖွင့်နိုင်ပါ။ ခွင့်ပြုပါ သို့မဟုတ် ပုံရွေးပါ။',
  ],
  answer: ['ผล', 'Answer', 'အဖြေ'],
  listMode: ['ตรวจหลายคน', 'Check many', 'လူအများ စစ်ရန်'],
  listCount: [
    'ตรวจแล้ว {count} คน ต้องดู {bad} คน',
    '{count} checked, {bad} to look at',
    '{count} ဦး စစ်ပြီး၊ {bad} ဦး ကြည့်ရန်',
  ],
  listSave: ['บันทึกเป็นไฟล์ CSV', 'Save as CSV', 'CSV အဖြစ် သိမ်းရန်'],
  listClear: ['ล้างรายการ', 'Clear the list', 'စာရင်း ရှင်းရန်'],
  pasteMany: [
    'วางข้อความของ QR บรรทัดละหนึ่งคน',
    'Paste the texts of the QRs, one a line',
    'QR စာသားများကို တစ်ကြောင်းစီ ထည့်ပါ',
  ],
  name: ['ชื่อ', 'Name', 'အမည်'],
  otherName: ['ชื่ออีกภาษา', 'Name in another script', 'အခြားဘာသာ အမည်'],
  birthYear: ['ปีเกิด', 'Year of birth', 'မွေးနှစ်'],
  nationality: ['สัญชาติ', 'Nationality', 'နိုင်ငံသား'],
  permitNo: ['เลขที่ใบอนุญาต', 'Permit number', 'ပါမစ်အမှတ်'],
  validTo: ['ใช้ได้ถึง', 'Valid until', 'သက်တမ်းကုန်ရက်'],
  since: ['ตั้งแต่', 'Since', 'စတင်သည့်ရက်'],
  specimen: [
    'ตัวอย่าง (SPECIMEN) ไม่ใช่ใบอนุญาตจริง',
    'SPECIMEN: not a real permit',
    'နမူနာ (SPECIMEN) - ပါမစ်အစစ် မဟုတ်ပါ',
  ],
  listAge: ['ข้อมูลสถานะเมื่อ {age} ก่อน', 'Status list of {age} ago', 'အခြေအနေစာရင်း - လွန်ခဲ့သော {age}'],
  listNone: [
    'ไม่มีรายการสถานะในเครื่อง ต่อเครือข่ายหนึ่งครั้ง',
    'No status list on this device: connect once.',
    'အခြေအနေစာရင်း မရှိပါ။ ကွန်ရက်တစ်ကြိမ် ချိတ်ပါ။',
  ],
  listStale: ['รายการสถานะเก่าแล้ว', 'The status list is old', 'အခြေအနေစာရင်း ဟောင်းနေပြီ'],
  keysNone: [
    'ยังไม่มีกุญแจตรวจในเครื่อง ต่อเครือข่ายแล้วเปิดหน้านี้ใหม่',
    'No keys on this device yet. Connect and open the page again.',
    'စစ်ရန်သော့ မရှိသေးပါ။ ကွန်ရက်ချိတ်ပြီး ပြန်ဖွင့်ပါ။',
  ],
  minutes: ['{count} นาที', '{count} min', '{count} မိနစ်'],
  hours: ['{count} ชั่วโมง', '{count} h', '{count} နာရီ'],
  days: ['{count} วัน', '{count} days', '{count} ရက်'],
  offline: ['ออฟไลน์', 'Offline', 'ကွန်ရက်မရှိ'],
  online: ['ออนไลน์', 'Online', 'ကွန်ရက်ရှိ'],
  demo: ['ระบบสาธิต (SIMULATED)', 'Demonstration (SIMULATED)', 'သရုပ်ပြစနစ် (SIMULATED)'],
  help: [
    'ช่วยเหลือ: 1506 กด 2 หรือ 1694',
    'Help: 1506 press 2, or 1694',
    'အကူအညီ - 1506 ခေါ်ပြီး 2 နှိပ်ပါ၊ သို့မဟုတ် 1694',
  ],
  home: ['บริการใบอนุญาตทำงาน', 'Work permit service', 'အလုပ်လုပ်ခွင့်ပါမစ် ဝန်ဆောင်မှု'],
});

/** A receipt of ours: whether it is one, which, and when it was given. It names nobody. */
export const receiptTexts = three<
  | ReceiptKind
  | 'genuine'
  | 'notGenuine'
  | 'doNotTrust'
  | 'unread'
  | 'number'
  | 'receivedAt'
  | 'service'
  | 'revision'
  | 'papers'
  | 'addition'
  | 'means'
>({
  genuine: ['ใบรับของกรมจริง', 'A genuine receipt of the Department', 'ဌာန၏ လက်ခံလွှာအစစ်'],
  notGenuine: ['ไม่ใช่ใบรับของกรม', 'Not a receipt of the Department', 'ဌာန၏ လက်ခံလွှာ မဟုတ်ပါ'],
  application: ['ใบรับคำขอ', 'Receipt of an application', 'လျှောက်လွှာ လက်ခံလွှာ'],
  notice: ['ใบรับแจ้ง', 'Receipt of a notice', 'အကြောင်းကြား လက်ခံလွှာ'],
  attempt: [
    'ใบรับว่าพยายามยื่นแล้วขณะระบบขัดข้อง',
    'Receipt that somebody tried while the service was down',
    'စနစ်ပျက်ချိန်တွင် ကြိုးစားခဲ့ကြောင်း လက်ခံလွှာ',
  ],
  number: ['เลขที่', 'Number', 'အမှတ်'],
  receivedAt: ['รับเมื่อ', 'Received', 'လက်ခံချိန်'],
  service: ['รหัสบริการ', 'Service', 'ဝန်ဆောင်မှုကုဒ်'],
  revision: ['ฉบับที่', 'Version', 'အကြိမ်'],
  papers: ['เอกสาร (ฉบับ)', 'Papers', 'စာရွက်'],
  addition: ['ยื่นเพิ่มครั้งที่', 'Addition', 'ထပ်တင် အကြိမ်'],
  means: [
    'เทียบเลขที่และเวลากับที่พิมพ์ ใบรับบอกว่ากรมรับเรื่องแล้ว ไม่ใช่ใบอนุญาตทำงาน',
    'Compare number and time with what is printed. It says that this was received; it is no work permit.',
    'အမှတ်နှင့် အချိန်ကို တိုက်စစ်ပါ။ လက်ခံပြီးကြောင်းသာ ပြောသည်။ အလုပ်လုပ်ခွင့်ပါမစ် မဟုတ်ပါ။',
  ],
  doNotTrust: [
    'อย่าใช้เป็นหลักฐาน ติดตามคำขอด้วยเลขที่ หรือโทร 1506 กด 2',
    'Do not take it as proof. Track the application by its number, or call 1506 press 2.',
    'အထောက်အထား မယူပါနှင့်။ အမှတ်ဖြင့် အခြေအနေကြည့်ပါ သို့မဟုတ် 1506 ခေါ်ပြီး 2 နှိပ်ပါ။',
  ],
  unread: [
    'สแกนใหม่ในที่สว่าง ให้รหัสเต็มกรอบ',
    'Scan again in good light, with the whole code in the frame.',
    'အလင်းကောင်းသောနေရာတွင် ကုဒ်တစ်ခုလုံး ပါအောင် ပြန်စကင်ဖတ်ပါ။',
  ],
});

/** A paper of ours: what it is, and what its code can and cannot say. */
export const paperTexts = three<PaperCodeKind | 'genuine' | 'number' | 'issuedOn' | 'amount' | 'compare'>({
  genuine: ['เอกสารของกรมจริง', 'A genuine paper of the Department', 'ဌာန၏ စာရွက်အစစ်'],
  receipt: ['ใบเสร็จรับเงิน', 'Receipt', 'ငွေလက်ခံပြေစာ'],
  'may-work': ['หลักฐานการมีสิทธิทำงาน', 'Proof that the holder may work', 'အလုပ်လုပ်ခွင့်ရှိကြောင်း အထောက်အထား'],
  'interim-permit': ['ใบอนุญาตทำงานชั่วคราว', 'Temporary work permit', 'ယာယီ အလုပ်လုပ်ခွင့်ပါမစ်'],
  'refusal-letter': ['หนังสือแจ้งผลการพิจารณา', 'Notice of decision', 'ဆုံးဖြတ်ချက် အကြောင်းကြားစာ'],
  'appointment-slip': ['ใบนัดหมาย', 'Appointment slip', 'ရက်ချိန်းစာရွက်'],
  'notice-receipt': ['ใบรับแจ้ง', 'Receipt of a notice', 'အကြောင်းကြား လက်ခံလွှာ'],
  'permit-order': ['คำสั่งเกี่ยวกับใบอนุญาต', 'Order on a permit', 'ပါမစ်ဆိုင်ရာ အမိန့်'],
  'refund-notice': ['หนังสือแจ้งผลการคืนเงิน', 'Notice about a refund', 'ငွေပြန်အမ်းမှု အကြောင်းကြားစာ'],
  number: ['เลขที่', 'Number', 'အမှတ်'],
  issuedOn: ['วันที่ออก', 'Issued on', 'ထုတ်ပေးသည့်ရက်'],
  amount: ['จำนวนเงิน (บาท)', 'Amount (baht)', 'ပမာဏ (ဘတ်)'],
  compare: [
    'เทียบกับที่พิมพ์บนเอกสาร รหัสบอกสิ่งที่เป็นจริงในวันที่ออก',
    'Compare with what is printed. The code says what was true on the day of issue.',
    'စာရွက်ပေါ်ရှိ အချက်များနှင့် တိုက်စစ်ပါ။ ကုဒ်သည် ထုတ်ပေးသည့်ရက်၏ အချက်ကိုသာ ပြောသည်။',
  ],
});
