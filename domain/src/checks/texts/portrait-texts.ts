import type { WorkerText } from '../../texts/text.ts';

/** What is said about the portrait, each with what to do. */
export const PORTRAIT_TEXTS = {
  small: {
    th: 'รูปถ่ายเล็กเกินไป ({widthPx}x{heightPx}) โปรดถ่ายใหม่ให้ใหญ่ขึ้น',
    en: 'The portrait is too small ({widthPx}x{heightPx}). Take a larger one.',
    my: 'ဓာတ်ပုံ သေးလွန်းသည် ({widthPx}x{heightPx})။ ပိုကြီးအောင် ပြန်ရိုက်ပါ။',
    km: 'រូបថតតូចពេក ({widthPx}x{heightPx})។ សូមថតឱ្យធំជាងនេះ។',
    lo: 'ຮູບນ້ອຍເກີນໄປ ({widthPx}x{heightPx}). ກະລຸນາຖ່າຍໃຫ້ໃຫຍ່ຂຶ້ນ.',
    vi: 'Ảnh quá nhỏ ({widthPx}x{heightPx}). Hãy chụp ảnh lớn hơn.',
  },
  shape: {
    th: 'รูปถ่ายไม่ใช่สัดส่วน 3x4 จะถูกตัดขอบ',
    en: 'The portrait is not 3x4; it will be cropped.',
    my: 'ဓာတ်ပုံသည် 3x4 မဟုတ်ပါ။ ဘေးဖြတ်ပါမည်။',
    km: 'រូបថតមិនមែន 3x4 នឹងត្រូវកាត់គែម។',
    lo: 'ຮູບບໍ່ແມ່ນ 3x4 ຈະຖືກຕັດຂອບ.',
    vi: 'Ảnh không theo tỷ lệ 3x4; sẽ được cắt bớt.',
  },
  face: {
    th: 'ใบหน้าเล็กหรือใหญ่เกินไปในภาพ ({percent}%)',
    en: 'The face is too small or too large in the picture ({percent}%).',
    my: 'ဓာတ်ပုံတွင် မျက်နှာ သေးလွန်း သို့မဟုတ် ကြီးလွန်းသည် ({percent}%)။',
    km: 'មុខតូច ឬធំពេកក្នុងរូប ({percent}%)។',
    lo: 'ໃບໜ້ານ້ອຍ ຫຼື ໃຫຍ່ເກີນໄປໃນຮູບ ({percent}%).',
    vi: 'Khuôn mặt quá nhỏ hoặc quá lớn trong ảnh ({percent}%).',
  },
  background: {
    th: 'พื้นหลังไม่เรียบ โปรดถ่ายหน้าผนังสีอ่อน',
    en: 'The background is not plain. Stand before a light wall.',
    my: 'နောက်ခံ မရှင်းပါ။ အရောင်ဖျော့သော နံရံရှေ့တွင် ရိုက်ပါ။',
    km: 'ផ្ទៃខាងក្រោយមិនស្មើ។ សូមថតមុខជញ្ជាំងពណ៌ស្រាល។',
    lo: 'ພື້ນຫຼັງບໍ່ຮຽບ. ກະລຸນາຖ່າຍຢູ່ໜ້າຝາສີອ່ອນ.',
    vi: 'Nền không trơn. Hãy chụp trước bức tường sáng màu.',
  },
  blurred: {
    th: 'รูปถ่ายไม่ชัด โปรดถ่ายใหม่',
    en: 'The portrait is blurred. Take it again.',
    my: 'ဓာတ်ပုံ မကြည်လင်ပါ။ ပြန်ရိုက်ပါ။',
    km: 'រូបថតមិនច្បាស់។ សូមថតឡើងវិញ។',
    lo: 'ຮູບບໍ່ຊັດ. ກະລຸນາຖ່າຍໃໝ່.',
    vi: 'Ảnh bị mờ. Hãy chụp lại.',
  },
} as const satisfies Record<string, WorkerText>;
