import { workerTexts, type WorkerText } from '../texts/text.ts';
import type { PaperKind } from './paper.ts';

type Row = readonly [th: string, en: string, my: string, km: string, lo: string, vi: string];
const table = (rows: Readonly<Record<PaperKind, Row>>) =>
  workerTexts(
    Object.fromEntries(
      Object.entries<Row>(rows).map(([kind, [th, en, my, km, lo, vi]]) => [kind, { th, en, my, km, lo, vi }]),
    ) as Record<PaperKind, WorkerText>,
  );

/** What a paper is called; the paper itself carries Thai and English, and the worker's language below them. */
export const paperTitles = table({
  'pay-in-slip': [
    'ใบแจ้งการชำระเงิน',
    'Pay-in slip',
    'ငွေပေးသွင်းလွှာ',
    'ប័ណ្ណបង់ប្រាក់',
    'ໃບແຈ້ງການຊຳລະເງິນ',
    'Phiếu nộp tiền',
  ],
  receipt: ['ใบเสร็จรับเงิน', 'Receipt', 'ငွေလက်ခံပြေစာ', 'បង្កាន់ដៃទទួលប្រាក់', 'ໃບຮັບເງິນ', 'Biên lai'],
  'may-work': [
    'หลักฐานการมีสิทธิทำงานระหว่างดำเนินการ',
    'Proof that the holder may work',
    'အလုပ်လုပ်ခွင့်ရှိကြောင်း အထောက်အထား',
    'ភស្តុតាងមានសិទ្ធិធ្វើការ',
    'ຫຼັກຖານມີສິດເຮັດວຽກ',
    'Giấy chứng nhận được phép làm việc',
  ],
  'interim-permit': [
    'ใบอนุญาตทำงานชั่วคราว',
    'Temporary work permit',
    'ယာယီ အလုပ်လုပ်ခွင့်ပါမစ်',
    'ប័ណ្ណការងារបណ្តោះអាសន្ន',
    'ໃບອະນຸຍາດເຮັດວຽກຊົ່ວຄາວ',
    'Giấy phép lao động tạm thời',
  ],
  'refusal-letter': [
    'หนังสือแจ้งผลการพิจารณา',
    'Notice of decision',
    'ဆုံးဖြတ်ချက် အကြောင်းကြားစာ',
    'លិខិតជូនដំណឹងអំពីសេចក្តីសម្រេច',
    'ໜັງສືແຈ້ງຜົນການພິຈາລະນາ',
    'Thông báo quyết định',
  ],
  'appointment-slip': ['ใบนัดหมาย', 'Appointment slip', 'ရက်ချိန်းစာရွက်', 'ប័ណ្ណណាត់', 'ໃບນັດໝາຍ', 'Giấy hẹn'],
  'notice-receipt': [
    'ใบรับแจ้งอิเล็กทรอนิกส์',
    'Electronic receipt of a notice',
    'အီလက်ထရောနစ် အကြောင်းကြားလက်ခံလွှာ',
    'បង្កាន់ដៃអេឡិចត្រូនិចនៃការជូនដំណឹង',
    'ໃບຮັບແຈ້ງເອເລັກໂຕຣນິກ',
    'Biên nhận thông báo điện tử',
  ],
  'permit-order': [
    'คำสั่งเกี่ยวกับใบอนุญาตทำงาน',
    'Order on a work permit',
    'အလုပ်လုပ်ခွင့်ပါမစ်ဆိုင်ရာ အမိန့်',
    'បទបញ្ជាលើប័ណ្ណការងារ',
    'ຄຳສັ່ງກ່ຽວກັບໃບອະນຸຍາດເຮັດວຽກ',
    'Lệnh về giấy phép lao động',
  ],
  'refund-notice': [
    'หนังสือแจ้งผลการขอคืนค่าธรรมเนียม',
    'Notice about a fee refund',
    'ကြေးငွေပြန်အမ်းမှု အကြောင်းကြားစာ',
    'លិខិតជូនដំណឹងអំពីការបង្វិលថ្លៃ',
    'ໜັງສືແຈ້ງຜົນການຂໍຄືນຄ່າທຳນຽມ',
    'Thông báo hoàn lệ phí',
  ],
});

/** The gist of a paper in one or two sentences, for who cannot read Thai. A proof of work brings words of its own. */
export const paperNotes = table({
  'pay-in-slip': [
    'ชำระตามจำนวนเต็มครั้งเดียวก่อนกำหนด เก็บหลักฐานไว้จนได้ใบเสร็จ',
    'Pay the whole amount once, before the time ends. Keep the proof until you have the receipt.',
    'သတ်မှတ်ချိန်မတိုင်မီ ပမာဏအပြည့်ကို တစ်ကြိမ်တည်း ပေးပါ။ ပြေစာရသည်အထိ အထောက်အထားကို သိမ်းထားပါ။',
    'បង់ចំនួនពេញម្តងមុនផុតកំណត់។ រក្សាភស្តុតាងរហូតបានបង្កាន់ដៃ។',
    'ຈ່າຍເຕັມຈຳນວນເທື່ອດຽວກ່ອນໝົດກຳນົດ. ເກັບຫຼັກຖານໄວ້ຈົນໄດ້ໃບຮັບເງິນ.',
    'Trả đủ một lần trước hạn. Giữ chứng từ cho đến khi có biên lai.',
  ],
  receipt: [
    'ใบเสร็จนี้แสดงว่าชำระแล้ว การชำระเพียงอย่างเดียวไม่ใช่ใบอนุญาตทำงาน',
    'This receipt shows that the fee was paid. Payment alone is no work permit.',
    'ဤပြေစာသည် ကြေးငွေပေးပြီးကြောင်း ပြသည်။ ငွေပေးခြင်းတစ်ခုတည်းသည် အလုပ်လုပ်ခွင့်ပါမစ် မဟုတ်ပါ။',
    'បង្កាន់ដៃនេះបង្ហាញថាបានបង់ថ្លៃ។ ការបង់ប្រាក់តែមួយមុខមិនមែនជាប័ណ្ណការងារទេ។',
    'ໃບນີ້ສະແດງວ່າຈ່າຍແລ້ວ. ການຈ່າຍຢ່າງດຽວບໍ່ແມ່ນໃບອະນຸຍາດເຮັດວຽກ.',
    'Biên lai này cho thấy đã trả lệ phí. Chỉ trả tiền thì chưa phải giấy phép lao động.',
  ],
  'may-work': [
    'พกเอกสารนี้กับหนังสือเดินทาง',
    'Carry this paper with your passport.',
    'ဤစာရွက်ကို နိုင်ငံကူးလက်မှတ်နှင့်အတူ ဆောင်ထားပါ။',
    'យកឯកសារនេះតាមខ្លួនជាមួយលិខិតឆ្លងដែន។',
    'ພົກເອກະສານນີ້ກັບໜັງສືຜ່ານແດນ.',
    'Mang giấy này cùng hộ chiếu.',
  ],
  'interim-permit': [
    'พกเอกสารนี้กับหนังสือเดินทางจนกว่าจะได้รับบัตร',
    'Carry this paper with your passport until you have the card.',
    'ကတ်ရသည်အထိ ဤစာရွက်ကို နိုင်ငံကူးလက်မှတ်နှင့်အတူ ဆောင်ထားပါ။',
    'យកឯកសារនេះតាមខ្លួនជាមួយលិខិតឆ្លងដែនរហូតបានប័ណ្ណ។',
    'ພົກເອກະສານນີ້ກັບໜັງສືຜ່ານແດນຈົນໄດ້ຮັບບັດ.',
    'Mang giấy này cùng hộ chiếu cho đến khi có thẻ.',
  ],
  'refusal-letter': [
    'คำขอไม่ได้รับอนุญาต อุทธรณ์ได้ภายในกำหนดที่เขียนไว้ข้างต้น',
    'The application was refused. You may appeal within the time written above.',
    'လျှောက်လွှာကို ခွင့်မပြုပါ။ အထက်တွင် ရေးထားသော အချိန်အတွင်း အယူခံဝင်နိုင်သည်။',
    'ពាក្យសុំមិនត្រូវបានអនុញ្ញាត។ អ្នកអាចប្តឹងឧទ្ធរណ៍ក្នុងកំណត់ដែលសរសេរខាងលើ។',
    'ຄຳຮ້ອງບໍ່ໄດ້ຮັບອະນຸຍາດ. ອຸທອນໄດ້ພາຍໃນກຳນົດທີ່ຂຽນໄວ້ຂ້າງເທິງ.',
    'Đơn không được chấp thuận. Bạn có thể khiếu nại trong thời hạn ghi ở trên.',
  ],
  'appointment-slip': [
    'นำหนังสือเดินทางตัวจริงมาด้วย',
    'Bring the original passport.',
    'နိုင်ငံကူးလက်မှတ် မူရင်းကို ယူလာပါ။',
    'យកលិខិតឆ្លងដែនដើមមកជាមួយ។',
    'ນຳໜັງສືຜ່ານແດນຕົວຈິງມານຳ.',
    'Mang theo hộ chiếu gốc.',
  ],
  'notice-receipt': [
    'รับแจ้งแล้วตามวันและเวลาข้างต้น',
    'The notice was received on the day and at the time above.',
    'အထက်ပါ ရက်နှင့် အချိန်တွင် အကြောင်းကြားချက်ကို လက်ခံပြီး။',
    'បានទទួលការជូនដំណឹងតាមថ្ងៃនិងម៉ោងខាងលើ។',
    'ໄດ້ຮັບແຈ້ງແລ້ວຕາມວັນແລະເວລາຂ້າງເທິງ.',
    'Đã nhận thông báo vào ngày giờ ghi ở trên.',
  ],
  'permit-order': [
    'ใบอนุญาตสิ้นสุดตามคำสั่งนี้ ใช้ทำงานไม่ได้ อุทธรณ์ได้ภายในกำหนดที่เขียนไว้ข้างต้น',
    'This order ended the permit: it does not allow work. You may appeal within the time written above.',
    'ဤအမိန့်ဖြင့် ပါမစ် ပြီးဆုံးသည်၊ အလုပ်မလုပ်နိုင်ပါ။ အထက်တွင် ရေးထားသော အချိန်အတွင်း အယူခံဝင်နိုင်သည်။',
    'បទបញ្ជានេះបានបញ្ចប់ប័ណ្ណ មិនអាចប្រើធ្វើការទេ។ អ្នកអាចប្តឹងឧទ្ធរណ៍ក្នុងកំណត់ដែលសរសេរខាងលើ។',
    'ໃບອະນຸຍາດສິ້ນສຸດຕາມຄຳສັ່ງນີ້ ໃຊ້ເຮັດວຽກບໍ່ໄດ້. ອຸທອນໄດ້ພາຍໃນກຳນົດທີ່ຂຽນໄວ້ຂ້າງເທິງ.',
    'Lệnh này chấm dứt giấy phép: không được làm việc. Bạn có thể khiếu nại trong thời hạn ghi ở trên.',
  ],
  'refund-notice': [
    'ผลการขอคืนค่าธรรมเนียมเขียนไว้ข้างต้น',
    'What became of the refund is written above.',
    'ကြေးငွေပြန်အမ်းရန် တောင်းခံချက်၏ ရလဒ်ကို အထက်တွင် ရေးထားသည်။',
    'លទ្ធផលនៃសំណើបង្វិលថ្លៃមានសរសេរខាងលើ។',
    'ຜົນການຂໍຄືນຄ່າທຳນຽມຂຽນໄວ້ຂ້າງເທິງ.',
    'Kết quả hoàn lệ phí ghi ở trên.',
  ],
});
