import type { WorkerText } from '../../texts/text.ts';

/** What is said about papers that a case cites from the employer's dossier. */
export const DOSSIER_TEXTS = {
  waiting: {
    th: '{kind} ในแฟ้มนายจ้างรอเจ้าหน้าที่ตรวจ',
    en: '{kind} in the employer’s dossier still waits to be checked.',
    my: 'အလုပ်ရှင်ဖိုင်ရှိ {kind} ကို စစ်ရန် စောင့်နေသည်။',
    km: '{kind} ក្នុងសំណុំឯកសារនិយោជករង់ចាំពិនិត្យ។',
    lo: '{kind} ໃນແຟ້ມນາຍຈ້າງ ລໍຖ້າກວດ.',
    vi: '{kind} trong hồ sơ người sử dụng lao động đang chờ kiểm tra.',
  },
  expired: {
    th: '{kind} ในแฟ้มนายจ้างใช้อ้างได้ถึง {date} คำขอนี้อ้างไว้ก่อนแล้ว',
    en: '{kind} in the dossier was good until {date}; this case had cited it before.',
    my: 'ဖိုင်ရှိ {kind} သည် {date} အထိ သုံးနိုင်ခဲ့သည်။ ဤလျှောက်လွှာက ကြိုတင်ကိုးကားထားသည်။',
    km: '{kind} ក្នុងសំណុំឯកសារប្រើបានដល់ {date} សំណើនេះបានយោងមុន។',
    lo: '{kind} ໃນແຟ້ມໃຊ້ໄດ້ເຖິງ {date} ຄຳຮ້ອງນີ້ອ້າງໄວ້ກ່ອນ.',
    vi: '{kind} trong hồ sơ có giá trị đến {date}; đơn này đã dẫn trước đó.',
  },
  replaced: {
    th: 'มี {kind} ฉบับใหม่ในแฟ้มนายจ้างแล้ว คำขอนี้ยังอ้างฉบับเดิม',
    en: 'The dossier has a newer {kind}; this case keeps the one that it cited.',
    my: 'ဖိုင်တွင် {kind} အသစ်ရှိပြီ။ ဤလျှောက်လွှာက ယခင်ကို ကိုးကားဆဲဖြစ်သည်။',
    km: 'សំណុំឯកសារមាន {kind} ថ្មី សំណើនេះនៅយោងច្បាប់ចាស់។',
    lo: 'ແຟ້ມມີ {kind} ສະບັບໃໝ່ ຄຳຮ້ອງນີ້ຍັງອ້າງສະບັບເກົ່າ.',
    vi: 'Hồ sơ đã có {kind} mới; đơn này vẫn dẫn bản cũ.',
  },
  removed: {
    th: 'นายจ้างนำ {kind} ออกจากแฟ้มแล้ว คำขอนี้อ้างไว้ก่อนแล้ว',
    en: 'The employer took {kind} out of the dossier; this case had cited it before.',
    my: 'အလုပ်ရှင်က {kind} ကို ဖိုင်မှ ထုတ်လိုက်ပြီ။ ဤလျှောက်လွှာက ကြိုတင်ကိုးကားထားသည်။',
    km: 'និយោជកបានដក {kind} ចេញ សំណើនេះបានយោងមុន។',
    lo: 'ນາຍຈ້າງເອົາ {kind} ອອກຈາກແຟ້ມແລ້ວ ຄຳຮ້ອງນີ້ອ້າງໄວ້ກ່ອນ.',
    vi: 'Người sử dụng lao động đã bỏ {kind}; đơn này đã dẫn trước đó.',
  },
  returned: {
    th: 'เจ้าหน้าที่ไม่รับ {kind} ในแฟ้มนายจ้าง ต้องใช้ฉบับใหม่',
    en: 'An officer did not accept {kind} of the dossier; another is needed.',
    my: 'အရာရှိက ဖိုင်ရှိ {kind} ကို လက်မခံပါ။ အသစ်လိုသည်။',
    km: 'មន្ត្រីមិនទទួល {kind} ក្នុងសំណុំឯកសារ ត្រូវការច្បាប់ថ្មី។',
    lo: 'ເຈົ້າໜ້າທີ່ບໍ່ຮັບ {kind} ໃນແຟ້ມ ຕ້ອງໃຊ້ສະບັບໃໝ່.',
    vi: 'Cán bộ không nhận {kind} trong hồ sơ; cần bản khác.',
  },
} as const satisfies Record<string, WorkerText>;
