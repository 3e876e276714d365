import { sixLanguages } from './six-languages.ts';

/** The days of a paper, asked beside it; the paper's name stands before each. */
export const paperDaysTexts = sixLanguages({
  taken: ['วันที่ถ่ายรูป', 'day it was taken', 'ဓာတ်ပုံရိုက်သောနေ့', 'ថ្ងៃថតរូប', 'ວັນທີຖ່າຍຮູບ', 'ngày chụp'],
  issued: ['วันที่ออกเอกสาร', 'day of issue', 'ထုတ်ပေးသောနေ့', 'ថ្ងៃចេញឯកសារ', 'ວັນທີອອກເອກະສານ', 'ngày cấp'],
  expires: ['วันหมดอายุ', 'last day', 'သက်တမ်းကုန်ဆုံးသောနေ့', 'ថ្ងៃផុតកំណត់', 'ວັນໝົດອາຍຸ', 'ngày hết hạn'],
  before: [
    'บอกก่อนเลือกไฟล์ ถ้าไม่ทราบให้เว้นว่าง',
    'Say it before you choose the file; leave it empty if you do not know.',
    'ဖိုင်မရွေးမီ ဖြည့်ပါ။ မသိလျှင် ချန်ထားပါ။',
    'បំពេញមុនជ្រើសឯកសារ។ បើមិនដឹង ទុកទទេ។',
    'ບອກກ່ອນເລືອກໄຟລ໌ ຖ້າບໍ່ຮູ້ໃຫ້ປະຫວ່າງ.',
    'Điền trước khi chọn tệp; để trống nếu không biết.',
  ],
});
