import { sixLanguages } from './six-languages.ts';

/** The days of a paper, asked beside it. */
export const paperDaysTexts = sixLanguages({
  issued: [
    'เอกสารนี้ออกเมื่อวันที่ (รูปถ่าย: วันที่ถ่าย)',
    'When was this paper made? (a photo: when it was taken)',
    'ဤစာရွက်ကို မည်သည့်နေ့တွင် ထုတ်ပေးသနည်း (ဓာတ်ပုံဖြစ်လျှင် ရိုက်သောနေ့)',
    'ឯកសារនេះចេញនៅថ្ងៃណា? (រូបថត៖ ថ្ងៃថត)',
    'ເອກະສານນີ້ອອກວັນທີໃດ (ຮູບຖ່າຍ: ວັນທີຖ່າຍ)',
    'Giấy này được cấp ngày nào? (ảnh: ngày chụp)',
  ],
  expires: [
    'เอกสารนี้ใช้ได้ถึงวันที่',
    'Until which day is this paper valid?',
    'ဤစာရွက်သည် မည်သည့်နေ့အထိ အသုံးဝင်သနည်း',
    'ឯកសារនេះមានសុពលភាពដល់ថ្ងៃណា?',
    'ເອກະສານນີ້ໃຊ້ໄດ້ເຖິງວັນທີໃດ',
    'Giấy này có giá trị đến ngày nào?',
  ],
  before: [
    'บอกก่อนเลือกไฟล์ ถ้าไม่ทราบให้เว้นว่าง',
    'Say it before you choose the file; leave it empty if you do not know.',
    'ဖိုင်မရွေးမီ ဖြည့်ပါ။ မသိလျှင် ချန်ထားပါ။',
    'បំពេញមុនជ្រើសឯកសារ។ បើមិនដឹង ទុកទទេ។',
    'ບອກກ່ອນເລືອກໄຟລ໌ ຖ້າບໍ່ຮູ້ໃຫ້ປະຫວ່າງ.',
    'Điền trước khi chọn tệp; để trống nếu không biết.',
  ],
});
