import type { WorkerText } from '../../texts/text.ts';

/** What is said about papers that a case cites from the employer's dossier. */
export const DOSSIER_TEXTS = {
  waiting: {
    th: '{kind} ในแฟ้มรอตรวจ',
    en: '{kind} waits to be checked.',
    my: '{kind} ကို စစ်ရန် စောင့်နေသည်။',
    km: '{kind} រង់ចាំពិនិត្យ។',
    lo: '{kind} ລໍຖ້າກວດ.',
    vi: '{kind} đang chờ kiểm tra.',
  },
  changed: {
    th: '{kind} ในแฟ้มเปลี่ยนแล้ว คำขอใช้ฉบับเดิม',
    en: '{kind} has changed; the case keeps its own.',
    my: '{kind} ပြောင်းပြီ။ ယခင်ကို ကိုးကားဆဲ။',
    km: '{kind} បានប្ដូរ នៅយោងច្បាប់ចាស់។',
    lo: '{kind} ປ່ຽນແລ້ວ ອ້າງສະບັບເກົ່າ.',
    vi: '{kind} đã đổi; đơn giữ bản cũ.',
  },
} as const satisfies Record<string, WorkerText>;
