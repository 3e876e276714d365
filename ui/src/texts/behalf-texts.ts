import { sixLanguages } from './six-languages.ts';

/** For whom an agent files; a table of its own, so that filing does not carry the words of accounts. */
export const behalfTexts = sixLanguages({
  behalf: [
    'ยื่นแทนใคร',
    'For whom do you file?',
    'မည်သူ့ကိုယ်စား တင်မည်နည်း',
    'ដាក់ជំនួសអ្នកណា?',
    'ຍື່ນແທນໃຜ',
    'Nộp thay cho ai?',
  ],
  behalfHint: [
    'รายชื่อผู้ที่มอบอำนาจให้คุณและยังมีผลอยู่',
    'Those whose power of attorney for you is in force.',
    'သင့်အား အာဏာပေးထားပြီး အသုံးဝင်ဆဲသူများ။',
    'អ្នកដែលបានផ្តល់អំណាចឱ្យអ្នក ហើយនៅមានសុពលភាព។',
    'ຜູ້ທີ່ມອບອຳນາດໃຫ້ທ່ານ ແລະ ຍັງມີຜົນ.',
    'Những người đang ủy quyền cho bạn.',
  ],
  behalfPaper: [
    'ไม่อยู่ในรายการ (ใช้หนังสือมอบอำนาจบนกระดาษ)',
    'Not on the list (power of attorney on paper)',
    'စာရင်းတွင်မရှိ (စာရွက်ပေါ်ရှိ အာဏာ)',
    'មិនមានក្នុងបញ្ជី (លិខិតផ្តល់អំណាច)',
    'ບໍ່ຢູ່ໃນລາຍການ (ໃຊ້ໜັງສືມອບອຳນາດ)',
    'Không có trong danh sách (giấy ủy quyền)',
  ],
});
