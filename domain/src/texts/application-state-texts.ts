import type { ApplicationState } from '../machines/application-machine.ts';
import { workerTexts, type WorkerText } from './text.ts';

/** What a state is called, and the next step in one sentence. `{date}` is filled with the date of its clock. */
export interface StateText {
  readonly label: WorkerText;
  readonly next: WorkerText;
}

const LABELS: Readonly<Record<ApplicationState, WorkerText>> = {
  draft: {
    th: 'แบบร่าง',
    en: 'Draft',
    my: 'မူကြမ်း',
    km: 'សេចក្តីព្រាង',
    lo: 'ຮ່າງ',
    vi: 'Bản nháp',
  },
  'awaiting-payment': {
    th: 'รอชำระเงิน',
    en: 'Waiting for payment',
    my: 'ငွေပေးချေရန် စောင့်ဆိုင်းနေသည်',
    km: 'រង់ចាំបង់ប្រាក់',
    lo: 'ລໍຖ້າຈ່າຍເງິນ',
    vi: 'Chờ thanh toán',
  },
  'in-document-check': {
    th: 'กำลังตรวจเอกสาร',
    en: 'Papers are being checked',
    my: 'စာရွက်စာတမ်း စစ်ဆေးနေသည်',
    km: 'កំពុងពិនិត្យឯកសារ',
    lo: 'ກຳລັງກວດເອກະສານ',
    vi: 'Đang kiểm tra giấy tờ',
  },
  'needs-documents': {
    th: 'รอเอกสารเพิ่มเติม',
    en: 'More papers are needed',
    my: 'စာရွက်စာတမ်း ထပ်လိုသည်',
    km: 'ត្រូវការឯកសារបន្ថែម',
    lo: 'ຕ້ອງການເອກະສານເພີ່ມ',
    vi: 'Cần bổ sung giấy tờ',
  },
  'with-assistant-registrar': {
    th: 'รอผู้ช่วยนายทะเบียนพิจารณา',
    en: 'With the assistant registrar',
    my: 'လက်ထောက်မှတ်ပုံတင်အရာရှိ စဉ်းစားနေသည်',
    km: 'នៅជំនួយការមន្ត្រីចុះបញ្ជី',
    lo: 'ຜູ້ຊ່ວຍນາຍທະບຽນກຳລັງພິຈາລະນາ',
    vi: 'Trợ lý cán bộ đăng ký đang xét',
  },
  'with-registrar': {
    th: 'รอนายทะเบียนอนุมัติ',
    en: 'With the registrar',
    my: 'မှတ်ပုံတင်အရာရှိ ဆုံးဖြတ်ရန် စောင့်သည်',
    km: 'រង់ចាំមន្ត្រីចុះបញ្ជីសម្រេច',
    lo: 'ລໍຖ້ານາຍທະບຽນອະນຸມັດ',
    vi: 'Chờ cán bộ đăng ký quyết định',
  },
  'awaiting-permit-fee': {
    th: 'อนุมัติแล้ว รอชำระค่าธรรมเนียมใบอนุญาต',
    en: 'Approved, waiting for the permit fee',
    my: 'ခွင့်ပြုပြီး ပါမစ်ကြေး ပေးရန် စောင့်သည်',
    km: 'បានអនុម័ត រង់ចាំបង់ថ្លៃប័ណ្ណ',
    lo: 'ອະນຸມັດແລ້ວ ລໍຖ້າຈ່າຍຄ່າໃບອະນຸຍາດ',
    vi: 'Đã duyệt, chờ nộp lệ phí giấy phép',
  },
  granted: {
    th: 'ได้รับอนุญาตแล้ว รอรับบัตร',
    en: 'Granted, the card is to be collected',
    my: 'ခွင့်ပြုပြီး ကတ်ထုတ်ရန် ကျန်သည်',
    km: 'បានអនុញ្ញាត រង់ចាំទទួលប័ណ្ណ',
    lo: 'ໄດ້ຮັບອະນຸຍາດແລ້ວ ລໍຖ້າຮັບບັດ',
    vi: 'Đã cấp phép, chờ nhận thẻ',
  },
  completed: {
    th: 'เสร็จสิ้น',
    en: 'Done',
    my: 'ပြီးစီးပြီ',
    km: 'បានបញ្ចប់',
    lo: 'ສຳເລັດແລ້ວ',
    vi: 'Hoàn tất',
  },
  refused: {
    th: 'ไม่อนุญาต',
    en: 'Refused',
    my: 'ခွင့်မပြုပါ',
    km: 'មិនអនុញ្ញាត',
    lo: 'ບໍ່ອະນຸຍາດ',
    vi: 'Bị từ chối',
  },
  'under-appeal': {
    th: 'อยู่ระหว่างอุทธรณ์',
    en: 'Under appeal',
    my: 'အယူခံဝင်ထားသည်',
    km: 'កំពុងប្តឹងឧទ្ធរណ៍',
    lo: 'ຢູ່ລະຫວ່າງອຸທອນ',
    vi: 'Đang khiếu nại',
  },
  withdrawn: {
    th: 'ถอนคำขอแล้ว',
    en: 'Withdrawn',
    my: 'ရုပ်သိမ်းပြီး',
    km: 'បានដកពាក្យ',
    lo: 'ຖອນຄຳຮ້ອງແລ້ວ',
    vi: 'Đã rút đơn',
  },
  expired: {
    th: 'หมดเวลา',
    en: 'Time ran out',
    my: 'အချိန်ကုန်သွားပြီ',
    km: 'ហួសពេលកំណត់',
    lo: 'ໝົດເວລາ',
    vi: 'Hết thời hạn',
  },
  'closed-unanswered': {
    th: 'ปิดคำขอเพราะไม่ได้ตอบ',
    en: 'Closed without an answer',
    my: 'ပြန်မဖြေသဖြင့် ပိတ်ပြီး',
    km: 'បានបិទព្រោះគ្មានចម្លើយ',
    lo: 'ປິດເພາະບໍ່ໄດ້ຕອບ',
    vi: 'Đã đóng vì không trả lời',
  },
};

const NEXT: Readonly<Record<ApplicationState, WorkerText>> = {
  draft: {
    th: 'กรอกต่อแล้วกดยื่น แบบร่างเก็บไว้ถึง {date}',
    en: 'Fill in the rest and submit; the draft is kept until {date}.',
    my: 'ကျန်အချက်များဖြည့်ပြီး တင်ပါ။ မူကြမ်းကို {date} ထိ သိမ်းထားမည်။',
    km: 'សូមបំពេញបន្ត រួចដាក់ពាក្យ។ សេចក្តីព្រាងរក្សាទុកដល់ {date}។',
    lo: 'ຕື່ມຕໍ່ແລ້ວກົດຍື່ນ. ຮ່າງເກັບໄວ້ຮອດ {date}.',
    vi: 'Điền tiếp rồi nộp; bản nháp được giữ đến {date}.',
  },
  'awaiting-payment': {
    th: 'ชำระค่ายื่นคำขอด้วย QR ภายใน {date}',
    en: 'Pay the application fee by QR by {date}.',
    my: '{date} မတိုင်မီ QR ဖြင့် လျှောက်လွှာကြေး ပေးပါ။',
    km: 'សូមបង់ថ្លៃដាក់ពាក្យតាម QR មុន {date}។',
    lo: 'ຈ່າຍຄ່າຍື່ນຄຳຮ້ອງດ້ວຍ QR ກ່ອນ {date}.',
    vi: 'Nộp lệ phí hồ sơ bằng QR trước {date}.',
  },
  'in-document-check': {
    th: 'ไม่ต้องทำอะไร เราจะแจ้งผลตรวจเอกสารภายใน {date}',
    en: 'Nothing to do; you will hear about the papers by {date}.',
    my: 'ဘာမှလုပ်ရန်မလိုပါ။ {date} မတိုင်မီ အကြောင်းကြားမည်။',
    km: 'មិនបាច់ធ្វើអ្វីទេ។ យើងនឹងជូនដំណឹងមុន {date}។',
    lo: 'ບໍ່ຕ້ອງເຮັດຫຍັງ. ພວກເຮົາຈະແຈ້ງຜົນກ່ອນ {date}.',
    vi: 'Không cần làm gì; bạn sẽ được báo trước {date}.',
  },
  'needs-documents': {
    th: 'ดูรายการที่ต้องแก้ แนบใหม่เฉพาะรายการนั้น ภายใน {date}',
    en: 'Look at what is faulty and send only that again by {date}.',
    my: 'ပြင်ရန်အချက်ကိုကြည့်ပြီး ထိုအချက်ကိုသာ {date} မတိုင်မီ ပြန်တင်ပါ။',
    km: 'សូមមើលចំណុចត្រូវកែ ហើយផ្ញើតែចំណុចនោះមុន {date}។',
    lo: 'ເບິ່ງລາຍການທີ່ຕ້ອງແກ້ ແລ້ວສົ່ງໃໝ່ສະເພາະນັ້ນ ກ່ອນ {date}.',
    vi: 'Xem mục còn thiếu và chỉ nộp lại mục đó trước {date}.',
  },
  'with-assistant-registrar': {
    th: 'ไม่ต้องทำอะไร สำนักงานจัดหางานกำลังพิจารณา คาดว่าภายใน {date}',
    en: 'Nothing to do; the employment office is considering it, expected by {date}.',
    my: 'ဘာမှလုပ်ရန်မလိုပါ။ အလုပ်အကိုင်ရုံးက စဉ်းစားနေသည်။ {date} ခန့်တွင် ရမည်။',
    km: 'មិនបាច់ធ្វើអ្វីទេ។ ការិយាល័យការងារកំពុងពិចារណា រំពឹងមុន {date}។',
    lo: 'ບໍ່ຕ້ອງເຮັດຫຍັງ. ຫ້ອງການຈັດຫາງານກຳລັງພິຈາລະນາ ຄາດວ່າກ່ອນ {date}.',
    vi: 'Không cần làm gì; văn phòng việc làm đang xét, dự kiến trước {date}.',
  },
  'with-registrar': {
    th: 'ไม่ต้องทำอะไร นายทะเบียนจะตัดสินใจ คาดว่าภายใน {date}',
    en: 'Nothing to do; the registrar decides, expected by {date}.',
    my: 'ဘာမှလုပ်ရန်မလိုပါ။ မှတ်ပုံတင်အရာရှိ {date} ခန့်တွင် ဆုံးဖြတ်မည်။',
    km: 'មិនបាច់ធ្វើអ្វីទេ។ មន្ត្រីចុះបញ្ជីនឹងសម្រេច រំពឹងមុន {date}។',
    lo: 'ບໍ່ຕ້ອງເຮັດຫຍັງ. ນາຍທະບຽນຈະຕັດສິນ ຄາດວ່າກ່ອນ {date}.',
    vi: 'Không cần làm gì; cán bộ đăng ký sẽ quyết định, dự kiến trước {date}.',
  },
  'awaiting-permit-fee': {
    th: 'ชำระค่าธรรมเนียมใบอนุญาตภายใน {date} แล้วนัดวันรับบัตร',
    en: 'Pay the permit fee by {date}, then book the visit.',
    my: '{date} မတိုင်မီ ပါမစ်ကြေးပေးပြီး ရက်ချိန်းယူပါ။',
    km: 'សូមបង់ថ្លៃប័ណ្ណមុន {date} រួចណាត់ថ្ងៃ។',
    lo: 'ຈ່າຍຄ່າໃບອະນຸຍາດກ່ອນ {date} ແລ້ວນັດວັນຮັບບັດ.',
    vi: 'Nộp lệ phí giấy phép trước {date}, rồi đặt lịch hẹn.',
  },
  granted: {
    th: 'ไปที่ศูนย์บริการพร้อมหนังสือเดินทางตัวจริง ภายใน {date} เพื่อเก็บลายนิ้วมือ ม่านตา และรับบัตร',
    en: 'Go to the service centre with the original passport by {date} for fingerprints, irises and the card.',
    my: '{date} မတိုင်မီ ပတ်စပို့မူရင်းဖြင့် ဝန်ဆောင်မှုစင်တာသို့ လာ၍ လက်ဗွေ၊ မျက်စိဖမ်းယူပြီး ကတ်ယူပါ။',
    km: 'សូមទៅមជ្ឈមណ្ឌលជាមួយលិខិតឆ្លងដែនច្បាប់ដើមមុន {date} ដើម្បីផ្តិតម្រាមដៃ ភ្នែក និងទទួលប័ណ្ណ។',
    lo: 'ໄປສູນບໍລິການພ້ອມໜັງສືຜ່ານແດນຕົວຈິງ ກ່ອນ {date} ເພື່ອເກັບລາຍນິ້ວມື ມ່ານຕາ ແລະ ຮັບບັດ.',
    vi: 'Đến trung tâm với hộ chiếu bản gốc trước {date} để lấy vân tay, mống mắt và nhận thẻ.',
  },
  completed: {
    th: 'เก็บบัตรไว้กับตัว และต่ออายุก่อนวันหมดอายุ {date}',
    en: 'Keep the card with you, and renew before it ends on {date}.',
    my: 'ကတ်ကို ဆောင်ထားပါ။ {date} မကုန်မီ သက်တမ်းတိုးပါ။',
    km: 'សូមរក្សាប័ណ្ណជាប់ខ្លួន ហើយបន្តមុនផុតកំណត់ {date}។',
    lo: 'ເກັບບັດໄວ້ກັບຕົວ ແລະ ຕໍ່ອາຍຸກ່ອນ {date}.',
    vi: 'Giữ thẻ bên mình và gia hạn trước khi hết hạn {date}.',
  },
  refused: {
    th: 'อ่านเหตุผลในหนังสือแจ้ง หากไม่เห็นด้วยให้อุทธรณ์ภายใน {date}',
    en: 'Read the reasons in the letter; if you disagree, appeal by {date}.',
    my: 'အကြောင်းကြားစာပါ အကြောင်းပြချက်ဖတ်ပါ။ သဘောမတူလျှင် {date} မတိုင်မီ အယူခံဝင်ပါ။',
    km: 'សូមអានមូលហេតុក្នុងលិខិត។ បើមិនយល់ព្រម សូមប្តឹងមុន {date}។',
    lo: 'ອ່ານເຫດຜົນໃນໜັງສືແຈ້ງ. ຖ້າບໍ່ເຫັນດີ ໃຫ້ອຸທອນກ່ອນ {date}.',
    vi: 'Đọc lý do trong thư; nếu không đồng ý, hãy khiếu nại trước {date}.',
  },
  'under-appeal': {
    th: 'ไม่ต้องทำอะไร รัฐมนตรีจะวินิจฉัย คาดว่าภายใน {date}',
    en: 'Nothing to do; the Minister decides, expected by {date}.',
    my: 'ဘာမှလုပ်ရန်မလိုပါ။ ဝန်ကြီး {date} ခန့်တွင် ဆုံးဖြတ်မည်။',
    km: 'មិនបាច់ធ្វើអ្វីទេ។ រដ្ឋមន្ត្រីនឹងសម្រេច រំពឹងមុន {date}។',
    lo: 'ບໍ່ຕ້ອງເຮັດຫຍັງ. ລັດຖະມົນຕີຈະຕັດສິນ ຄາດວ່າກ່ອນ {date}.',
    vi: 'Không cần làm gì; Bộ trưởng sẽ quyết định, dự kiến trước {date}.',
  },
  withdrawn: {
    th: 'คำขอนี้จบแล้ว หากต้องการให้ยื่นใหม่',
    en: 'This request is over; file again if you wish.',
    my: 'ဤလျှောက်လွှာ ပြီးဆုံးပြီ။ လိုအပ်လျှင် အသစ်တင်ပါ။',
    km: 'ពាក្យនេះបានចប់។ បើចង់ សូមដាក់ថ្មី។',
    lo: 'ຄຳຮ້ອງນີ້ສິ້ນສຸດແລ້ວ. ຖ້າຕ້ອງການ ໃຫ້ຍື່ນໃໝ່.',
    vi: 'Đơn này đã kết thúc; hãy nộp lại nếu muốn.',
  },
  expired: {
    th: 'คำขอนี้หมดเวลา ให้ยื่นใหม่ หรือโทร 1506 กด 2 หากระบบขัดข้องในวันนั้น',
    en: 'The time ran out; file again, or call 1506 press 2 if the system was down that day.',
    my: 'အချိန်ကုန်သွားပြီ။ အသစ်တင်ပါ သို့မဟုတ် ထိုနေ့ စနစ်ချို့ယွင်းခဲ့လျှင် 1506 နှိပ် 2 ခေါ်ပါ။',
    km: 'ហួសពេលហើយ។ សូមដាក់ថ្មី ឬហៅ 1506 ចុច 2 បើប្រព័ន្ធខូចនៅថ្ងៃនោះ។',
    lo: 'ໝົດເວລາແລ້ວ. ໃຫ້ຍື່ນໃໝ່ ຫຼື ໂທ 1506 ກົດ 2 ຖ້າລະບົບຂັດຂ້ອງໃນມື້ນັ້ນ.',
    vi: 'Đã hết hạn; hãy nộp lại, hoặc gọi 1506 bấm 2 nếu hôm đó hệ thống hỏng.',
  },
  'closed-unanswered': {
    th: 'คำขอถูกปิดเพราะไม่ได้ส่งเอกสารในเวลา ให้ยื่นใหม่ หรือโทร 1506 กด 2',
    en: 'Closed because the papers did not come in time; file again, or call 1506 press 2.',
    my: 'အချိန်မီ စာရွက်မရ၍ ပိတ်ပြီ။ အသစ်တင်ပါ သို့မဟုတ် 1506 နှိပ် 2 ခေါ်ပါ။',
    km: 'បានបិទព្រោះឯកសារមិនមកទាន់ពេល។ សូមដាក់ថ្មី ឬហៅ 1506 ចុច 2។',
    lo: 'ປິດເພາະເອກະສານບໍ່ມາທັນເວລາ. ໃຫ້ຍື່ນໃໝ່ ຫຼື ໂທ 1506 ກົດ 2.',
    vi: 'Đã đóng vì giấy tờ không đến kịp; hãy nộp lại, hoặc gọi 1506 bấm 2.',
  },
};

export const applicationStateLabels = workerTexts(LABELS);
export const applicationStateNextSteps = workerTexts(NEXT);

/** Label and next step of a state. */
export function applicationStateText(state: ApplicationState): StateText {
  return { label: LABELS[state], next: NEXT[state] };
}
