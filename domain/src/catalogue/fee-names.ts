import type { WorkerText } from '../texts/text.ts';

/** What a bill and a receipt call each fee. */
export const FEE_NAMES = {
  application: {
    th: 'ค่าธรรมเนียมยื่นคำขอ',
    en: 'Application fee',
    my: 'လျှောက်လွှာတင်ခ',
    km: 'ថ្លៃដាក់ពាក្យ',
    lo: 'ຄ່າທຳນຽມຍື່ນຄຳຮ້ອງ',
    vi: 'Lệ phí nộp đơn',
  },
  permit: {
    th: 'ค่าธรรมเนียมใบอนุญาตทำงาน',
    en: 'Work permit fee',
    my: 'အလုပ်လုပ်ခွင့်ပါမစ်ကြေး',
    km: 'ថ្លៃប័ណ្ណការងារ',
    lo: 'ຄ່າທຳນຽມໃບອະນຸຍາດເຮັດວຽກ',
    vi: 'Lệ phí giấy phép lao động',
  },
  replacement: {
    th: 'ค่าธรรมเนียมใบแทนใบอนุญาต',
    en: 'Replacement card fee',
    my: 'အစားထိုးကတ်ကြေး',
    km: 'ថ្លៃប័ណ្ណជំនួស',
    lo: 'ຄ່າທຳນຽມໃບແທນ',
    vi: 'Lệ phí cấp lại thẻ',
  },
  change: {
    th: 'ค่าธรรมเนียมเปลี่ยนรายการ',
    en: 'Change of particulars fee',
    my: 'အချက်အလက်ပြောင်းလဲခ',
    km: 'ថ្លៃកែប្រែព័ត៌មាន',
    lo: 'ຄ່າທຳນຽມປ່ຽນແປງລາຍການ',
    vi: 'Lệ phí thay đổi nội dung',
  },
} as const satisfies Record<string, WorkerText>;
