import type { ApplicationState } from '../machines/application-machine.ts';
import type { CaptureState } from '../machines/capture-machine.ts';
import type { CorrectionState } from '../machines/correction-machine.ts';
import type { CardState } from '../machines/card-machine.ts';
import type { DossierPaperState } from '../machines/dossier-paper-machine.ts';
import type { MessageState } from '../machines/message-machine.ts';
import type { NoticeState } from '../machines/notice-machine.ts';
import type { PermitEndState } from '../machines/permit-end-machine.ts';
import type { PermitOrderState } from '../machines/permit-order-machine.ts';
import type { PermitState } from '../machines/permit-machine.ts';
import type { PrintOrderState } from '../machines/print-order-machine.ts';
import type { RefundState } from '../machines/refund-machine.ts';
import type { VisitState } from '../machines/visit-machine.ts';
import { applicationStateLabels } from './application-state-texts.ts';
import { correctionStateTexts } from './correction-state-texts.ts';
import { permitStateTexts } from './permit-state-texts.ts';
import { workerTexts, type TextTable, type WorkerText } from './text.ts';

type Row = readonly [th: string, en: string, my: string, km: string, lo: string, vi: string];
const named = ([th, en, my, km, lo, vi]: Row): WorkerText => ({ th, en, my, km, lo, vi });
const table = <State extends string>(rows: Readonly<Record<State, Row>>): TextTable<State, WorkerText> =>
  workerTexts(
    Object.fromEntries(Object.entries<Row>(rows).map(([state, row]) => [state, named(row)])) as Record<
      State,
      WorkerText
    >,
  );

const notice = table<NoticeState>({
  received: ['รับแจ้งแล้ว', 'Received', 'လက်ခံပြီး', 'បានទទួល', 'ຮັບແຈ້ງແລ້ວ', 'Đã nhận'],
  acknowledged: ['ลงทะเบียนแล้ว', 'Acknowledged', 'အသိအမှတ်ပြုပြီး', 'បានទទួលស្គាល់', 'ລົງທະບຽນແລ້ວ', 'Đã ghi nhận'],
  'correction-asked': [
    'ขอให้แก้ไข',
    'A correction is asked for',
    'ပြင်ဆင်ရန် တောင်းဆိုထားသည်',
    'សុំឱ្យកែតម្រូវ',
    'ຂໍໃຫ້ແກ້ໄຂ',
    'Đề nghị sửa',
  ],
});

const visit = table<VisitState>({
  booked: ['นัดหมายแล้ว', 'Visit booked', 'ရက်ချိန်းယူပြီး', 'បានណាត់', 'ນັດໝາຍແລ້ວ', 'Đã đặt lịch'],
  ticketed: ['รับบัตรคิวแล้ว', 'Ticket taken', 'တိုကင်ယူပြီး', 'បានយកលេខ', 'ຮັບບັດຄິວແລ້ວ', 'Đã lấy số'],
  'checked-in': [
    'เช็กอินแล้ว',
    'Checked in',
    'ရောက်ရှိကြောင်း မှတ်ပြီး',
    'បានចុះឈ្មោះមកដល់',
    'ລົງທະບຽນມາຮອດແລ້ວ',
    'Đã đến quầy',
  ],
  'in-progress': ['กำลังให้บริการ', 'Being served', 'ဝန်ဆောင်မှုပေးနေသည်', 'កំពុងបម្រើ', 'ກຳລັງໃຫ້ບໍລິການ', 'Đang phục vụ'],
  done: ['เสร็จการเข้ารับบริการ', 'Visit done', 'လာရောက်မှု ပြီးဆုံး', 'បានចប់ការមក', 'ສຳເລັດການມາ', 'Đã xong buổi hẹn'],
  'no-show': ['ไม่มาตามนัด', 'Did not come', 'ချိန်းသည့်ရက် မလာပါ', 'មិនបានមក', 'ບໍ່ມາຕາມນັດ', 'Không đến'],
  cancelled: ['ยกเลิกนัด', 'Visit cancelled', 'ရက်ချိန်း ပယ်ဖျက်ပြီး', 'បានលុបការណាត់', 'ຍົກເລີກນັດ', 'Đã hủy lịch'],
});

const capture = table<CaptureState>({
  open: [
    'กำลังเก็บข้อมูลชีวมิติ',
    'Biometrics are being taken',
    'ဇီဝအချက်အလက် ယူနေသည်',
    'កំពុងផ្តិតទិន្នន័យ',
    'ກຳລັງເກັບຂໍ້ມູນຊີວະມິຕິ',
    'Đang lấy sinh trắc',
  ],
  sealed: ['ผนึกข้อมูลแล้ว', 'Sealed at the station', 'ချိတ်ပိတ်ပြီး', 'បានបិទត្រា', 'ປິດຜະນຶກແລ້ວ', 'Đã niêm phong'],
  received: [
    'ส่งถึงส่วนกลางแล้ว',
    'Received centrally',
    'ဗဟိုသို့ ရောက်ပြီး',
    'ដល់មជ្ឈមណ្ឌលកណ្តាល',
    'ຮອດສ່ວນກາງແລ້ວ',
    'Đã đến trung ương',
  ],
  searching: [
    'กำลังตรวจความซ้ำ',
    'Compared with all enrolled',
    'ထပ်နေခြင်းရှိမရှိ စစ်နေသည်',
    'កំពុងពិនិត្យការស្ទួន',
    'ກຳລັງກວດຄວາມຊ້ຳ',
    'Đang đối chiếu trùng',
  ],
  held: [
    'รอเจ้าหน้าที่ตรวจความซ้ำ',
    'Held for an officer to look',
    'အရာရှိ စစ်ဆေးရန် ဆိုင်းထားသည်',
    'រង់ចាំមន្ត្រីពិនិត្យ',
    'ລໍເຈົ້າໜ້າທີ່ກວດ',
    'Chờ cán bộ xem xét',
  ],
  cleared: ['ผ่านการตรวจ', 'Cleared', 'စစ်ဆေးပြီး', 'បានឆ្លងការពិនិត្យ', 'ຜ່ານການກວດ', 'Đã qua kiểm tra'],
  rejected: ['ต้องเก็บใหม่', 'To be taken again', 'ပြန်ယူရမည်', 'ត្រូវផ្តិតឡើងវិញ', 'ຕ້ອງເກັບໃໝ່', 'Phải lấy lại'],
});

const printOrder = table<PrintOrderState>({
  queued: ['รอพิมพ์บัตร', 'Card waits to be printed', 'ကတ်ပုံနှိပ်ရန် စောင့်နေသည်', 'រង់ចាំបោះពុម្ព', 'ລໍພິມບັດ', 'Chờ in thẻ'],
  rendered: ['จัดหน้าบัตรแล้ว', 'Card laid out', 'ကတ်ပုံစံ ပြင်ပြီး', 'បានរៀបចំប័ណ្ណ', 'ຈັດໜ້າບັດແລ້ວ', 'Đã dàn trang thẻ'],
  reserved: [
    'จองบัตรเปล่าแล้ว',
    'Blank card reserved',
    'ကတ်အလွတ် ကြိုယူပြီး',
    'បានកក់ប័ណ្ណទទេ',
    'ຈອງບັດເປົ່າແລ້ວ',
    'Đã giữ phôi thẻ',
  ],
  sending: ['กำลังพิมพ์บัตร', 'Card is being printed', 'ကတ်ပုံနှိပ်နေသည်', 'កំពុងបោះពុម្ព', 'ກຳລັງພິມບັດ', 'Đang in thẻ'],
  unknown: [
    'เจ้าหน้าที่ตรวจเครื่องพิมพ์',
    'Staff look at the printer',
    'ဝန်ထမ်းက ပုံနှိပ်စက် စစ်နေသည်',
    'បុគ្គលិកពិនិត្យម៉ាស៊ីន',
    'ພະນັກງານກວດເຄື່ອງພິມ',
    'Nhân viên kiểm tra máy in',
  ],
  printed: ['พิมพ์บัตรแล้ว', 'Card printed', 'ကတ်ပုံနှိပ်ပြီး', 'បានបោះពុម្ព', 'ພິມບັດແລ້ວ', 'Đã in thẻ'],
  passed: [
    'ตรวจคุณภาพผ่าน',
    'Card passed the check',
    'အရည်အသွေး အောင်မြင်',
    'បានឆ្លងគុណភាព',
    'ຜ່ານການກວດຄຸນນະພາບ',
    'Thẻ đạt chất lượng',
  ],
  spoiled: [
    'บัตรเสีย พิมพ์ใหม่',
    'Card spoilt, to be made again',
    'ကတ်ပျက် ပြန်ထုတ်မည်',
    'ប័ណ្ណខូច ធ្វើថ្មី',
    'ບັດເສຍ ພິມໃໝ່',
    'Thẻ hỏng, làm lại',
  ],
  cancelled: [
    'ยกเลิกการพิมพ์',
    'Printing cancelled',
    'ပုံနှိပ်ခြင်း ပယ်ဖျက်',
    'បានលុបការបោះពុម្ព',
    'ຍົກເລີກການພິມ',
    'Đã hủy in',
  ],
});

const card = table<CardState>({
  ready: ['บัตรพร้อมให้รับ', 'Card is ready', 'ကတ် အဆင်သင့်ဖြစ်ပြီ', 'ប័ណ្ណរួចរាល់', 'ບັດພ້ອມແລ້ວ', 'Thẻ đã sẵn sàng'],
  'in-transit': [
    'บัตรอยู่ระหว่างส่ง',
    'Card is on its way',
    'ကတ် ပို့ဆောင်နေသည်',
    'ប័ណ្ណកំពុងដឹក',
    'ບັດກຳລັງສົ່ງ',
    'Thẻ đang chuyển',
  ],
  'handed-over': ['รับบัตรแล้ว', 'Card handed over', 'ကတ် လက်ခံပြီး', 'បានទទួលប័ណ្ណ', 'ຮັບບັດແລ້ວ', 'Đã nhận thẻ'],
  returned: ['ส่งบัตรคืน', 'Card returned', 'ကတ် ပြန်အပ်ပြီး', 'បានប្រគល់ប័ណ្ណវិញ', 'ສົ່ງບັດຄືນ', 'Thẻ được trả lại'],
  void: ['บัตรใช้ไม่ได้แล้ว', 'Card is void', 'ကတ် ပျက်ပြယ်ပြီး', 'ប័ណ្ណអស់សុពលភាព', 'ບັດໃຊ້ບໍ່ໄດ້ແລ້ວ', 'Thẻ vô hiệu'],
  destroyed: ['ทำลายบัตรแล้ว', 'Card destroyed', 'ကတ် ဖျက်ဆီးပြီး', 'បានបំផ្លាញប័ណ្ណ', 'ທຳລາຍບັດແລ້ວ', 'Thẻ đã hủy'],
});

const refund = table<RefundState>({
  requested: [
    'ขอคืนเงินแล้ว รอพิจารณา',
    'Refund asked for',
    'ငွေပြန်အမ်းရန် တောင်းထားသည်',
    'បានសុំបង្វិលប្រាក់',
    'ຂໍຄືນເງິນແລ້ວ',
    'Đã xin hoàn tiền',
  ],
  approved: [
    'อนุมัติให้คืนเงิน รอจ่าย',
    'Refund approved, to be paid',
    'ငွေပြန်အမ်းရန် ခွင့်ပြုပြီး',
    'បានអនុម័តបង្វិលប្រាក់',
    'ອະນຸມັດຄືນເງິນແລ້ວ',
    'Đã duyệt hoàn tiền',
  ],
  refused: [
    'ไม่อนุมัติให้คืนเงิน',
    'Refund refused',
    'ငွေပြန်အမ်းရန် ငြင်းပယ်',
    'មិនអនុម័តបង្វិលប្រាក់',
    'ບໍ່ອະນຸມັດຄືນເງິນ',
    'Không duyệt hoàn tiền',
  ],
  'paid-out': ['คืนเงินแล้ว', 'Refund paid out', 'ငွေပြန်အမ်းပြီး', 'បានបង្វិលប្រាក់', 'ຄືນເງິນແລ້ວ', 'Đã hoàn tiền'],
});

const message = table<MessageState>({
  queued: [
    'รอส่งข้อความ',
    'Message waits to be sent',
    'စာပို့ရန် စောင့်နေသည်',
    'រង់ចាំផ្ញើសារ',
    'ລໍສົ່ງຂໍ້ຄວາມ',
    'Tin chờ gửi',
  ],
  failed: [
    'ส่งข้อความไม่สำเร็จ จะลองอีก',
    'Message not sent, will be tried again',
    'စာ မပို့နိုင်သေး၊ ထပ်ပို့မည်',
    'ផ្ញើសារមិនបាន នឹងព្យាយាមទៀត',
    'ສົ່ງຂໍ້ຄວາມບໍ່ໄດ້ ຈະລອງອີກ',
    'Chưa gửi được, sẽ thử lại',
  ],
  sent: ['ส่งข้อความแล้ว', 'Message sent', 'စာ ပို့ပြီး', 'បានផ្ញើសារ', 'ສົ່ງຂໍ້ຄວາມແລ້ວ', 'Đã gửi tin'],
  'given-up': [
    'ส่งข้อความไม่ได้',
    'Message could not be sent',
    'စာ ပို့၍မရပါ',
    'មិនអាចផ្ញើសារ',
    'ສົ່ງຂໍ້ຄວາມບໍ່ໄດ້',
    'Không gửi được tin',
  ],
});

const dossierPaper = table<DossierPaperState>({
  'to-check': [
    'รอเจ้าหน้าที่ตรวจเอกสาร',
    'Paper waits to be checked',
    'စာရွက် စစ်ဆေးရန် စောင့်နေသည်',
    'ឯកសាររង់ចាំពិនិត្យ',
    'ເອກະສານລໍຖ້າກວດ',
    'Giấy tờ chờ kiểm tra',
  ],
  checked: [
    'ตรวจเอกสารแล้ว',
    'Paper checked',
    'စာရွက် စစ်ဆေးပြီး',
    'បានពិនិត្យឯកសារ',
    'ກວດເອກະສານແລ້ວ',
    'Đã kiểm tra giấy tờ',
  ],
  returned: [
    'ส่งเอกสารกลับ',
    'Paper sent back',
    'စာရွက် ပြန်ပို့ပြီး',
    'បានបញ្ជូនឯកសារត្រឡប់',
    'ສົ່ງເອກະສານກັບ',
    'Giấy tờ bị trả lại',
  ],
  replaced: [
    'มีเอกสารใหม่แทน',
    'Paper replaced',
    'စာရွက် အစားထိုးပြီး',
    'បានជំនួសឯកសារ',
    'ປ່ຽນເອກະສານແລ້ວ',
    'Giấy tờ đã được thay',
  ],
  removed: [
    'นำเอกสารออกแล้ว',
    'Paper removed',
    'စာရွက် ဖယ်ရှားပြီး',
    'បានដកឯកសារ',
    'ເອົາເອກະສານອອກແລ້ວ',
    'Đã gỡ giấy tờ',
  ],
});

const permitOrder = table<PermitOrderState>({
  issued: [
    'มีคำสั่งให้ใบอนุญาตสิ้นสุด อุทธรณ์ได้',
    'An order ended the permit; it can be appealed',
    'ပါမစ်ကို အမိန့်ဖြင့် ရပ်စဲသည်၊ အယူခံဝင်နိုင်သည်',
    'មានបទបញ្ជាបញ្ចប់ប័ណ្ណ អាចប្តឹងបាន',
    'ມີຄຳສັ່ງໃຫ້ໃບອະນຸຍາດສິ້ນສຸດ ອຸທອນໄດ້',
    'Có lệnh chấm dứt giấy phép; có thể khiếu nại',
  ],
  'under-appeal': [
    'อุทธรณ์คำสั่งอยู่ระหว่างพิจารณา',
    'The order is appealed',
    'အမိန့်ကို အယူခံဝင်ထားသည်',
    'បទបញ្ជាកំពុងត្រូវបានប្តឹង',
    'ກຳລັງອຸທອນຄຳສັ່ງ',
    'Lệnh đang bị khiếu nại',
  ],
  upheld: [
    'ยืนตามคำสั่ง ใบอนุญาตสิ้นสุด',
    'The order stands; the permit has ended',
    'အမိန့် အတည်ဖြစ်သည်၊ ပါမစ် ပြီးဆုံးသည်',
    'បទបញ្ជានៅដដែល ប័ណ្ណបានបញ្ចប់',
    'ຢືນຕາມຄຳສັ່ງ ໃບອະນຸຍາດສິ້ນສຸດ',
    'Lệnh được giữ nguyên; giấy phép đã chấm dứt',
  ],
  'set-aside': [
    'ยกเลิกคำสั่งตามอุทธรณ์ ใบอนุญาตกลับมามีผล',
    'The order was set aside on appeal; the permit lives again',
    'အယူခံအရ အမိန့်ကို ပယ်ဖျက်သည်၊ ပါမစ် ပြန်အသက်ဝင်သည်',
    'បទបញ្ជាត្រូវបានលុបតាមបណ្តឹង ប័ណ្ណមានសុពលភាពវិញ',
    'ຍົກເລີກຄຳສັ່ງຕາມອຸທອນ ໃບອະນຸຍາດມີຜົນຄືນ',
    'Lệnh bị hủy theo khiếu nại; giấy phép có hiệu lực trở lại',
  ],
});

const permitEnd = table<PermitEndState>({
  asked: [
    'มีผู้ขอยกเลิกใบอนุญาต',
    'Somebody asked to end the permit',
    'ပါမစ်ကို ပယ်ဖျက်ရန် တောင်းထားသည်',
    'មានអ្នកសុំលុបប័ណ្ណ',
    'ມີຜູ້ຂໍຍົກເລີກໃບອະນຸຍາດ',
    'Có người xin hủy giấy phép',
  ],
  granted: [
    'ยกเลิกใบอนุญาตตามคำขอ',
    'The permit is ended as asked',
    'တောင်းခံချက်အတိုင်း ပါမစ် ပယ်ဖျက်ပြီး',
    'បានលុបប័ណ្ណតាមសំណើ',
    'ຍົກເລີກໃບອະນຸຍາດຕາມຄຳຂໍ',
    'Giấy phép được hủy theo yêu cầu',
  ],
  refused: [
    'ไม่ยกเลิกใบอนุญาต',
    'The permit is not ended',
    'ပါမစ်ကို မပယ်ဖျက်ပါ',
    'មិនលុបប័ណ្ណទេ',
    'ບໍ່ຍົກເລີກໃບອະນຸຍາດ',
    'Giấy phép không bị hủy',
  ],
  withdrawn: [
    'ถอนคำขอยกเลิกใบอนุญาต',
    'The request to end the permit was taken back',
    'ပါမစ်ပယ်ဖျက်ရန် တောင်းခံချက်ကို ပြန်ရုပ်သိမ်းသည်',
    'បានដកសំណើលុបប័ណ្ណ',
    'ຖອນຄຳຂໍຍົກເລີກໃບອະນຸຍາດ',
    'Đã rút yêu cầu hủy giấy phép',
  ],
});

/** The label of every state of every machine; the name of the machine is the key. */
export const machineStateTexts = {
  application: applicationStateLabels satisfies TextTable<ApplicationState, WorkerText>,
  notice,
  visit,
  capture,
  'print-order': printOrder,
  card,
  permit: permitStateTexts satisfies TextTable<PermitState, WorkerText>,
  refund,
  message,
  'dossier-paper': dossierPaper,
  'permit-order': permitOrder,
  'permit-end': permitEnd,
  correction: correctionStateTexts satisfies TextTable<CorrectionState, WorkerText>,
} as const;

/** What an event of a case is called in plain words: the state it led to. Undefined for what no machine knows. */
export function eventText(machine: string, to: string): WorkerText | undefined {
  const tables: Readonly<Record<string, TextTable<string, WorkerText>>> = machineStateTexts;
  return Object.hasOwn(tables, machine) ? tables[machine]?.texts[to] : undefined;
}
