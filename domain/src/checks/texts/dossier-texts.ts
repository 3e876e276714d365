import type { WorkerText } from '../../texts/text.ts';

/** What is said about papers that a case cites from the employer's dossier. */
export const DOSSIER_TEXTS = {
  waiting: {
    th: '{kind} ในแฟ้มนายจ้างรอตรวจ',
    en: '{kind} of the dossier waits to be checked.',
    my: 'ဖိုင်ရှိ {kind} ကို စစ်ရန် စောင့်နေသည်။',
    km: '{kind} ក្នុងសំណុំឯកសាររង់ចាំពិនិត្យ។',
    lo: '{kind} ໃນແຟ້ມ ລໍຖ້າກວດ.',
    vi: '{kind} trong hồ sơ đang chờ kiểm tra.',
  },
  changed: {
    th: '{kind} ในแฟ้มเปลี่ยนไปแล้ว คำขอนี้อ้างฉบับเดิม',
    en: '{kind} of the dossier has changed; this case keeps what it cited.',
    my: 'ဖိုင်ရှိ {kind} ပြောင်းသွားပြီ။ ယခင်ကို ကိုးကားဆဲ။',
    km: '{kind} បានប្ដូរ សំណើនេះនៅយោងច្បាប់ចាស់។',
    lo: '{kind} ໃນແຟ້ມປ່ຽນແລ້ວ ຄຳຮ້ອງນີ້ອ້າງສະບັບເກົ່າ.',
    vi: '{kind} trong hồ sơ đã đổi; đơn này giữ bản cũ.',
  },
} as const satisfies Record<string, WorkerText>;
