import { workerTexts } from './text.ts';

/** Why a case counts as filed before the day on its receipt, as a paper says it. `{code}`: of the "I tried". */
export const countedFilingTexts = workerTexts({
  onPaper: {
    th: 'ถือว่ายื่นในวันที่พยายามยื่น เพราะระบบของเราขัดข้อง (รหัส “ฉันพยายามแล้ว” {code})',
    en: 'Counted as filed when it was tried, because our system failed (“I tried” {code}).',
    my: 'စနစ် ချို့ယွင်းခဲ့၍ ကြိုးစားခဲ့သည့်နေ့တွင် တင်ပြီးဟု မှတ်ယူသည် (“ကြိုးစားခဲ့သည်” {code})။',
    km: 'រាប់ថាបានដាក់នៅថ្ងៃដែលបានព្យាយាម ព្រោះប្រព័ន្ធរបស់យើងខូច («ខ្ញុំបានព្យាយាម» {code})។',
    lo: 'ຖືວ່າຍື່ນໃນມື້ທີ່ພະຍາຍາມ ເພາະລະບົບຂອງພວກເຮົາຂັດຂ້ອງ (“ຂ້ອຍພະຍາຍາມແລ້ວ” {code}).',
    vi: 'Được tính là nộp vào lúc đã thử, vì hệ thống của chúng tôi gặp sự cố (“Tôi đã thử” {code}).',
  },
});
