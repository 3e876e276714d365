import { sixLanguages } from './six-languages.ts';

/** Tracking by what the person has at hand. */
export const trackTexts = sixLanguages({
  by: ['ติดตามด้วย', 'Follow it by', 'ဘာဖြင့် ကြည့်မလဲ', 'តាមដានដោយ', 'ຕິດຕາມດ້ວຍ', 'Theo dõi bằng'],
  'by-number': [
    'เลขคำขอ 14 หลัก',
    'The 14-digit number',
    'ဂဏန်း ၁၄ လုံး နံပါတ်',
    'លេខ ១៤ ខ្ទង់',
    'ເລກຄຳຂໍ 14 ຕົວ',
    'Số đơn 14 chữ số',
  ],
  'by-passport': [
    'เลขหนังสือเดินทาง',
    'The passport number',
    'ပတ်စပို့နံပါတ်',
    'លេខលិខិតឆ្លងដែន',
    'ເລກໜັງສືຜ່ານແດນ',
    'Số hộ chiếu',
  ],
  'by-receipt': [
    'QR ของใบรับ',
    'The QR of the receipt',
    'လက်ခံစာ၏ QR',
    'QR នៃបង្កាន់ដៃ',
    'QR ຂອງໃບຮັບ',
    'QR của biên nhận',
  ],
  passportHow: [
    'ใส่เลขหนังสือเดินทางที่ใช้ยื่น และวันเกิดเท่าที่ทราบ',
    'Give the passport number that you filed with, and the birth as you know it.',
    'လျှောက်စဉ်က ပတ်စပို့နံပါတ်နှင့် သိသမျှ မွေးနေ့ ထည့်ပါ။',
    'ដាក់លេខលិខិតឆ្លងដែនដែលបានប្រើ និងថ្ងៃកំណើតតាមដែលដឹង។',
    'ໃສ່ເລກໜັງສືຜ່ານແດນທີ່ໃຊ້ຍື່ນ ແລະ ວັນເກີດເທົ່າທີ່ຮູ້.',
    'Nhập số hộ chiếu đã dùng và ngày sinh theo điều bạn biết.',
  ],
  receiptHow: [
    'สแกน QR บนใบรับด้วยแอปกล้อง แล้ววางข้อความที่ขึ้นต้นด้วย WPR1:',
    'Read the QR of the receipt with your camera and paste its text, which begins with WPR1:',
    'လက်ခံစာ QR ကို ကင်မရာဖြင့် ဖတ်ပြီး WPR1: ဖြင့်စသော စာကို ထည့်ပါ',
    'អាន QR ដោយកាមេរ៉ា ហើយបិទភ្ជាប់អត្ថបទដែលចាប់ផ្តើមដោយ WPR1:',
    'ອ່ານ QR ດ້ວຍກ້ອງ ແລ້ວວາງຂໍ້ຄວາມທີ່ຂຶ້ນຕົ້ນດ້ວຍ WPR1:',
    'Quét QR bằng máy ảnh rồi dán nội dung bắt đầu bằng WPR1:',
  ],
  receiptText: ['ข้อความของ QR', 'The text of the QR', 'QR စာသား', 'អត្ថបទ QR', 'ຂໍ້ຄວາມ QR', 'Nội dung QR'],
  none: [
    'ไม่พบ ตรวจข้อมูลที่ใส่ ทั้งสองอย่างต้องตรงกับที่ยื่น',
    'Nothing was found. Look at what you typed: both must be as they were filed.',
    'မတွေ့ပါ။ ထည့်ထားသည်ကို ပြန်စစ်ပါ။ နှစ်ခုလုံး တင်ထားသည့်အတိုင်း ဖြစ်ရမည်။',
    'រកមិនឃើញ។ ពិនិត្យអ្វីដែលបានវាយ៖ ទាំងពីរត្រូវដូចពេលដាក់។',
    'ບໍ່ພົບ. ກວດຂໍ້ມູນ: ທັງສອງຕ້ອງກົງກັບທີ່ຍື່ນ.',
    'Không tìm thấy. Hãy xem lại: cả hai phải đúng như khi nộp.',
  ],
  others: [
    'คำขออื่นของคนเดียวกัน',
    'Other cases of the same person',
    'တူညီသူ၏ အခြားလျှောက်လွှာများ',
    'ករណីផ្សេងរបស់បុគ្គលដដែល',
    'ຄຳຂໍອື່ນຂອງຄົນດຽວກັນ',
    'Hồ sơ khác của cùng người',
  ],
});
