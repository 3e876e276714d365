import type { WorkerText } from '../../texts/text.ts';

/** What is said about papers; `{kind}` and `{anyOf}` are filled with names of papers by the screen. */
export const DOCUMENT_TEXTS = {
  missing: {
    th: 'ยังไม่ได้แนบเอกสาร: {anyOf}',
    en: 'A paper is missing: {anyOf}.',
    my: 'စာရွက်စာတမ်း လိုနေသည်။ {anyOf}',
    km: 'ខ្វះឯកសារ៖ {anyOf}',
    lo: 'ຍັງຂາດເອກະສານ: {anyOf}',
    vi: 'Còn thiếu giấy tờ: {anyOf}.',
  },
  wrongKind: {
    th: 'ไฟล์ที่แนบเป็น {seen} ไม่ใช่ {said}',
    en: 'The file looks like {seen}, not {said}.',
    my: 'တင်ထားသောဖိုင်သည် {said} မဟုတ်ဘဲ {seen} ဖြစ်ပုံရသည်။',
    km: 'ឯកសារនេះមើលទៅជា {seen} មិនមែន {said} ទេ។',
    lo: 'ໄຟລ໌ນີ້ຄືກັບ {seen} ບໍ່ແມ່ນ {said}.',
    vi: 'Tệp này giống {seen}, không phải {said}.',
  },
  notAPicture: {
    th: '{kind} ต้องเป็นไฟล์ภาพ JPG หรือ PNG',
    en: '{kind} must be a picture, JPG or PNG.',
    my: '{kind} သည် JPG သို့မဟုတ် PNG ဓာတ်ပုံ ဖြစ်ရမည်။',
    km: '{kind} ត្រូវជារូបភាព JPG ឬ PNG។',
    lo: '{kind} ຕ້ອງເປັນຮູບ JPG ຫຼື PNG.',
    vi: '{kind} phải là ảnh JPG hoặc PNG.',
  },
  tooOld: {
    th: '{kind} เก่าเกินกำหนด ({issued})',
    en: '{kind} is too old ({issued}).',
    my: '{kind} ရက်လွန်နေပြီ ({issued})။',
    km: '{kind} ចាស់ពេក ({issued})។',
    lo: '{kind} ເກົ່າເກີນກຳນົດ ({issued}).',
    vi: '{kind} đã quá cũ ({issued}).',
  },
  expired: {
    th: '{kind} หมดอายุแล้วเมื่อ {date}',
    en: '{kind} expired on {date}.',
    my: '{kind} သည် {date} တွင် သက်တမ်းကုန်ပြီ။',
    km: '{kind} បានផុតកំណត់នៅ {date}។',
    lo: '{kind} ໝົດອາຍຸແລ້ວ {date}.',
    vi: '{kind} đã hết hạn ngày {date}.',
  },
  twice: {
    th: 'แนบไฟล์เดียวกันเป็นเอกสารสองชนิด',
    en: 'The same file was attached as two kinds of paper.',
    my: 'ဖိုင်တစ်ခုတည်းကို စာရွက်စာတမ်းနှစ်မျိုးအဖြစ် တင်ထားသည်။',
    km: 'ឯកសារដដែលបានភ្ជាប់ជាពីរប្រភេទ។',
    lo: 'ແນບໄຟລ໌ດຽວກັນເປັນເອກະສານສອງຊະນິດ.',
    vi: 'Cùng một tệp được nộp cho hai loại giấy tờ.',
  },
} as const satisfies Record<string, WorkerText>;
