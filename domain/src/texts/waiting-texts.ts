import { workerTexts } from './text.ts';

/** Who acts next, in plain words; the owners of the states that a case of an application can wait in. */
export const ownerTexts = workerTexts({
  filer: {
    th: 'คุณ หรือผู้ที่ยื่นแทนคุณ',
    en: 'You, or whoever files for you',
    my: 'သင် သို့မဟုတ် သင့်ကိုယ်စား တင်သွင်းသူ',
    km: 'អ្នក ឬអ្នកដាក់ជំនួសអ្នក',
    lo: 'ທ່ານ ຫຼື ຜູ້ຍື່ນແທນທ່ານ',
    vi: 'Bạn, hoặc người nộp thay bạn',
  },
  'document-checker': {
    th: 'ศูนย์บริการ ตรวจเอกสาร',
    en: 'The service centre, which checks the papers',
    my: 'စာရွက်စာတမ်း စစ်ဆေးသော ဝန်ဆောင်မှုစင်တာ',
    km: 'មជ្ឈមណ្ឌលសេវា ដែលពិនិត្យឯកសារ',
    lo: 'ສູນບໍລິການ ກວດເອກະສານ',
    vi: 'Trung tâm dịch vụ, kiểm tra giấy tờ',
  },
  'assistant-registrar': {
    th: 'ผู้ช่วยนายทะเบียนของจังหวัด',
    en: 'The assistant registrar of the province',
    my: 'ခရိုင် လက်ထောက်မှတ်ပုံတင်အရာရှိ',
    km: 'ជំនួយការមន្ត្រីចុះបញ្ជីខេត្ត',
    lo: 'ຜູ້ຊ່ວຍນາຍທະບຽນຂອງແຂວງ',
    vi: 'Trợ lý cán bộ đăng ký của tỉnh',
  },
  registrar: {
    th: 'นายทะเบียนของจังหวัด',
    en: 'The registrar of the province',
    my: 'ခရိုင် မှတ်ပုံတင်အရာရှိ',
    km: 'មន្ត្រីចុះបញ្ជីខេត្ត',
    lo: 'ນາຍທະບຽນຂອງແຂວງ',
    vi: 'Cán bộ đăng ký của tỉnh',
  },
  minister: {
    th: 'ผู้พิจารณาอุทธรณ์',
    en: 'Those who hear appeals',
    my: 'အယူခံ ကြားနာသူများ',
    km: 'អ្នកពិចារណាបណ្តឹងឧទ្ធរណ៍',
    lo: 'ຜູ້ພິຈາລະນາອຸທອນ',
    vi: 'Người xét khiếu nại',
  },
  clerk: {
    th: 'คุณมาที่ศูนย์บริการพร้อมหนังสือเดินทาง',
    en: 'You come to the service centre with your passport',
    my: 'သင် နိုင်ငံကူးလက်မှတ်နှင့် ဝန်ဆောင်မှုစင်တာသို့ လာရန်',
    km: 'អ្នកមកមជ្ឈមណ្ឌលសេវាជាមួយលិខិតឆ្លងដែន',
    lo: 'ທ່ານມາສູນບໍລິການພ້ອມໜັງສືຜ່ານແດນ',
    vi: 'Bạn đến trung tâm dịch vụ cùng hộ chiếu',
  },
});
export type OwnerTextKey = keyof typeof ownerTexts.texts;

/** When the next step will probably come, and on what that rests. */
export const estimateTexts = workerTexts({
  range: {
    th: 'น่าจะเสร็จขั้นนี้ระหว่าง {from} ถึง {to} (คิดจาก {cases} เรื่องล่าสุด ไม่ใช่คำสัญญา)',
    en: 'This step will probably be done between {from} and {to} (from the last {cases} cases; not a promise)',
    my: 'ဤအဆင့်သည် {from} နှင့် {to} ကြား ပြီးနိုင်သည် (နောက်ဆုံး {cases} မှုအရ၊ ကတိမဟုတ်ပါ)',
    km: 'ជំហាននេះប្រហែលចប់ចន្លោះ {from} និង {to} (តាម {cases} ករណីចុងក្រោយ មិនមែនការសន្យា)',
    lo: 'ຂັ້ນນີ້ອາດແລ້ວລະຫວ່າງ {from} ຫາ {to} (ຄິດຈາກ {cases} ເລື່ອງຫຼ້າສຸດ ບໍ່ແມ່ນຄຳສັນຍາ)',
    vi: 'Bước này có lẽ xong từ {from} đến {to} (theo {cases} hồ sơ gần nhất, không phải lời hứa)',
  },
  'longer-than-usual': {
    th: 'ขั้นนี้นานกว่าปกติของ {cases} เรื่องล่าสุด หากสงสัยโทร 1506 กด 2',
    en: 'This step takes longer than for most of the last {cases} cases. Questions: 1506, press 2',
    my: 'နောက်ဆုံး {cases} မှုထက် ကြာနေသည်။ မေးရန် 1506၊ 2 ကိုနှိပ်ပါ',
    km: 'ជំហាននេះយូរជាងធម្មតានៃ {cases} ករណីចុងក្រោយ។ សួរ 1506 ចុច 2',
    lo: 'ຂັ້ນນີ້ດົນກວ່າປົກກະຕິຂອງ {cases} ເລື່ອງຫຼ້າສຸດ. ຖາມ 1506 ກົດ 2',
    vi: 'Bước này lâu hơn phần lớn {cases} hồ sơ gần nhất. Hỏi: 1506, phím 2',
  },
  'not-enough-cases': {
    th: 'ยังมีเรื่องไม่พอที่จะบอกวันได้',
    en: 'There are not enough cases yet to name a day',
    my: 'ရက်ပြောရန် အမှုအရေအတွက် မလုံလောက်သေးပါ',
    km: 'មិនទាន់មានករណីគ្រប់គ្រាន់ដើម្បីប្រាប់ថ្ងៃ',
    lo: 'ຍັງບໍ່ມີເລື່ອງພໍທີ່ຈະບອກມື້ໄດ້',
    vi: 'Chưa đủ hồ sơ để nói ngày',
  },
});
