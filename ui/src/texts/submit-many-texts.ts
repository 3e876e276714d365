import { sixLanguages } from './six-languages.ts';

/** Filing many drafts under one declaration. */
export const submitManyTexts = sixLanguages({
  submitDrafts: [
    'ยื่นร่างหลายเรื่อง',
    'Submit many drafts',
    'မူကြမ်းများ တင်ရန်',
    'ដាក់សេចក្តីព្រាងច្រើន',
    'ຍື່ນຮ່າງຫຼາຍເລື່ອງ',
    'Nộp nhiều bản nháp',
  ],
  hireCheck: [
    'ตรวจบัตรก่อนจ้าง',
    'Check a card before hiring',
    'မခန့်မီ ကတ်စစ်ဆေးရန်',
    'ពិនិត្យកាតមុនជួល',
    'ກວດບັດກ່ອນຈ້າງ',
    'Kiểm tra thẻ trước khi thuê',
  ],
  lead: [
    'เลือกร่างที่พร้อม ระบบตรวจทีละเรื่อง เรื่องที่ยังต้องแก้หรือให้เหตุผลจะอยู่เป็นร่างและบอกว่าเพราะอะไร',
    'Choose the drafts that are ready. Each is checked; what still needs mending or a reason stays a draft, and you are told why.',
    'အသင့်ဖြစ်သော မူကြမ်းများ ရွေးပါ။ တစ်ခုစီ စစ်မည်။ ပြင်ရန် သို့မဟုတ် အကြောင်းပြရန် လိုလျှင် မူကြမ်းအဖြစ် ကျန်ပြီး အကြောင်းပြမည်။',
    'ជ្រើសសេចក្តីព្រាងដែលរួចរាល់។ យើងពិនិត្យម្តងមួយ អ្វីដែលត្រូវកែនៅជាសេចក្តីព្រាង ហើយប្រាប់មូលហេតុ។',
    'ເລືອກຮ່າງທີ່ພ້ອມ ລະບົບກວດເທື່ອລະເລື່ອງ ເລື່ອງທີ່ຍັງຕ້ອງແກ້ຈະຢູ່ເປັນຮ່າງ ແລະ ບອກເຫດຜົນ.',
    'Chọn các bản nháp đã sẵn sàng. Mỗi bản được kiểm tra; bản còn phải sửa sẽ ở lại và có lý do.',
  ],
  none: [
    'ไม่มีร่างคำขอ',
    'There are no drafts.',
    'မူကြမ်း မရှိပါ။',
    'គ្មានសេចក្តីព្រាងទេ។',
    'ບໍ່ມີຮ່າງຄຳຂໍ.',
    'Không có bản nháp.',
  ],
  choose: [
    'ร่างที่จะยื่น',
    'Drafts to submit',
    'တင်မည့် မူကြမ်းများ',
    'សេចក្តីព្រាងត្រូវដាក់',
    'ຮ່າງທີ່ຈະຍື່ນ',
    'Bản nháp sẽ nộp',
  ],
  all: ['เลือกทั้งหมด', 'Choose all', 'အားလုံးရွေးရန်', 'ជ្រើសទាំងអស់', 'ເລືອກທັງໝົດ', 'Chọn tất cả'],
  noName: ['ยังไม่มีชื่อ', 'no name yet', 'အမည် မရှိသေး', 'មិនទាន់មានឈ្មោះ', 'ຍັງບໍ່ມີຊື່', 'chưa có tên'],
  submit: [
    'ยื่น {count} เรื่อง',
    'Submit {count}',
    '{count} ခု တင်ရန်',
    'ដាក់ {count}',
    'ຍື່ນ {count} ເລື່ອງ',
    'Nộp {count}',
  ],
  chooseOne: [
    'เลือกอย่างน้อยหนึ่งเรื่อง',
    'Choose at least one draft.',
    'အနည်းဆုံး တစ်ခု ရွေးပါ။',
    'ជ្រើសយ៉ាងហោចណាស់មួយ។',
    'ເລືອກຢ່າງໜ້ອຍໜຶ່ງເລື່ອງ.',
    'Hãy chọn ít nhất một bản.',
  ],
});
