import { sixLanguages } from './six-languages.ts';

/** Reading a code: by camera, from a picture, by a hand scanner, or pasted. */
export const scanTexts = sixLanguages({
  code: ['QR บนบัตร', 'QR of the card', 'ကတ်၏ QR', 'QR របស់កាត', 'QR ເທິງບັດ', 'QR trên thẻ'],
  hint: [
    'ยิงด้วยเครื่องสแกน ใช้กล้อง หรือวางข้อความ แล้วกด Enter',
    'Use a hand scanner or the camera, or paste the text and press Enter.',
    'စကင်နာ သို့မဟုတ် ကင်မရာ သုံးပါ၊ သို့မဟုတ် စာသားထည့်ပြီး Enter နှိပ်ပါ။',
    'ប្រើម៉ាស៊ីនស្កេន កាមេរ៉ា ឬបិទភ្ជាប់អត្ថបទ រួចចុច Enter។',
    'ໃຊ້ເຄື່ອງສະແກນ ກ້ອງ ຫຼື ວາງຂໍ້ຄວາມ ແລ້ວກົດ Enter.',
    'Dùng máy quét, camera, hoặc dán nội dung rồi nhấn Enter.',
  ],
  check: ['ตรวจ', 'Check', 'စစ်ဆေးရန်', 'ពិនិត្យ', 'ກວດ', 'Kiểm tra'],
  camera: ['เปิดกล้อง', 'Use the camera', 'ကင်မရာဖွင့်ရန်', 'បើកកាមេរ៉ា', 'ເປີດກ້ອງ', 'Mở camera'],
  stopCamera: ['ปิดกล้อง', 'Stop the camera', 'ကင်မရာပိတ်ရန်', 'បិទកាមេរ៉ា', 'ປິດກ້ອງ', 'Tắt camera'],
  picture: [
    'เลือกภาพของ QR',
    'Choose a picture of it',
    'QR ဓာတ်ပုံ ရွေးရန်',
    'ជ្រើសរូបភាព QR',
    'ເລືອກຮູບ QR',
    'Chọn ảnh QR',
  ],
  noCode: [
    'ไม่พบ QR ในภาพ ถ่ายให้ใกล้และชัดขึ้น',
    'There is no QR in the picture. Take it closer and sharper.',
    'ပုံထဲ QR မတွေ့ပါ။ ပိုနီးပိုကြည်အောင် ရိုက်ပါ။',
    'រកមិនឃើញ QR ក្នុងរូប។ ថតឱ្យជិត និងច្បាស់ជាងនេះ។',
    'ບໍ່ພົບ QR ໃນຮູບ ຖ່າຍໃຫ້ໃກ້ ແລະ ຊັດຂຶ້ນ.',
    'Không thấy QR trong ảnh. Hãy chụp gần và rõ hơn.',
  ],
  noCamera: [
    'เปิดกล้องไม่ได้ อนุญาตการใช้กล้อง หรือเลือกภาพ',
    'The camera did not open. Allow it, or choose a picture.',
    'ကင်မရာ မဖွင့်နိုင်ပါ။ ခွင့်ပြုပါ သို့မဟုတ် ပုံရွေးပါ။',
    'បើកកាមេរ៉ាមិនបាន។ អនុញ្ញាត ឬជ្រើសរូបភាព។',
    'ເປີດກ້ອງບໍ່ໄດ້ ອະນຸຍາດໃຊ້ກ້ອງ ຫຼື ເລືອກຮູບ.',
    'Không mở được camera. Hãy cho phép, hoặc chọn ảnh.',
  ],
});
