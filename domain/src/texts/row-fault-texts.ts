import type { ROW_FAULT_CODES, RowOutcome } from '../bulk/row-faults.ts';
import { workerTexts, type WorkerText } from './text.ts';

type Six = readonly [th: string, en: string, my: string, km: string, lo: string, vi: string];
const rows = <Key extends string>(table: Readonly<Record<Key, Six>>): Record<Key, WorkerText> =>
  Object.fromEntries(
    Object.entries<Six>(table).map(([key, [th, en, my, km, lo, vi]]) => [key, { th, en, my, km, lo, vi }]),
  ) as Record<Key, WorkerText>;

/** Why a row of a sheet was not taken, or what is told about it; the form's own problems have texts of their own. */
export const rowFaultTexts = workerTexts(
  rows<(typeof ROW_FAULT_CODES)[number]>({
    'digits-lost': [
      'ตัวเลขถูกโปรแกรมตารางย่อ (เช่น 1.2E+12) ตั้งคอลัมน์เป็นข้อความแล้วกรอกใหม่',
      'The spreadsheet shortened this number (1.2E+12). Set the column to text and type it again.',
      'ဇယားဆော့ဖ်ဝဲက ဂဏန်းကို အတိုချုံ့ထားသည်။ ကော်လံကို စာသားအဖြစ် ပြောင်းပြီး ပြန်ရိုက်ပါ။',
      'កម្មវិធីតារាងបានបង្រួញលេខនេះ។ កំណត់ជួរឈរជាអក្សរ ហើយវាយម្តងទៀត។',
      'ໂປຣແກຣມຕາຕະລາງຫຍໍ້ຕົວເລກ ຕັ້ງຖັນເປັນຂໍ້ຄວາມແລ້ວພິມໃໝ່.',
      'Bảng tính đã rút gọn số này. Hãy đặt cột thành văn bản rồi nhập lại.',
    ],
    'nobody-named': [
      'แถวนี้ไม่มีเลขหนังสือเดินทาง และไม่มีชื่อพร้อมวันเกิด',
      'This row has neither a passport number nor a name with a birth date.',
      'ဤအတန်းတွင် ပတ်စပို့နံပါတ် သို့မဟုတ် အမည်နှင့် မွေးနေ့ မပါပါ။',
      'ជួរនេះគ្មានលេខលិខិតឆ្លងដែន ឬឈ្មោះជាមួយថ្ងៃកំណើត។',
      'ແຖວນີ້ບໍ່ມີເລກໜັງສືຜ່ານແດນ ຫຼື ຊື່ພ້ອມວັນເກີດ.',
      'Dòng này không có số hộ chiếu, cũng không có tên kèm ngày sinh.',
    ],
    'twice-in-file': [
      'คนงานคนนี้มีอยู่แล้วในแถวก่อนหน้า',
      'This worker stands in an earlier row already.',
      'ဤအလုပ်သမားသည် ရှေ့အတန်းတွင် ပါပြီးဖြစ်သည်။',
      'កម្មករនេះមាននៅជួរមុនរួចហើយ។',
      'ແຮງງານຄົນນີ້ມີຢູ່ແຖວກ່ອນແລ້ວ.',
      'Người lao động này đã có ở dòng trước.',
    ],
    'file-not-matched': [
      'ชื่อไฟล์ไม่ตรงกับแถวใด (ใช้แบบ เลขหนังสือเดินทาง_passport.jpg) ระบบไม่เดาจากภาพ',
      'The file name fits no row (use PASSPORTNO_passport.jpg). Pictures are not guessed at.',
      'ဖိုင်အမည်သည် မည်သည့်အတန်းနှင့်မျှ မကိုက်ပါ။ ဓာတ်ပုံမှ မခန့်မှန်းပါ။',
      'ឈ្មោះឯកសារមិនត្រូវនឹងជួរណាទេ។ យើងមិនទាយពីរូបភាពទេ។',
      'ຊື່ໄຟລ໌ບໍ່ກົງກັບແຖວໃດ ລະບົບບໍ່ເດົາຈາກຮູບ.',
      'Tên tệp không khớp dòng nào. Hệ thống không đoán từ ảnh.',
    ],
    'file-refused': [
      'ไฟล์นี้เปิดไม่ได้หรือไม่ใช่ JPG PNG PDF ไม่เกิน 4 MB',
      'This file does not open, or is not a JPG, PNG or PDF of at most 4 MB.',
      'ဖိုင်ဖွင့်မရပါ၊ သို့မဟုတ် 4 MB အောက် JPG၊ PNG၊ PDF မဟုတ်ပါ။',
      'ឯកសារនេះបើកមិនបាន ឬមិនមែន JPG, PNG, PDF ក្រោម 4 MB។',
      'ໄຟລ໌ນີ້ເປີດບໍ່ໄດ້ ຫຼື ບໍ່ແມ່ນ JPG PNG PDF ບໍ່ເກີນ 4 MB.',
      'Tệp không mở được, hoặc không phải JPG, PNG, PDF tối đa 4 MB.',
    ],
    'file-twice': [
      'มีไฟล์ชนิดเดียวกันมากกว่าหนึ่งไฟล์สำหรับแถวนี้ ใช้ไฟล์แรก',
      'There are several files of this kind for the row; the first was taken.',
      'ဤအတန်းအတွက် ဖိုင်တစ်မျိုးတည်း အများရှိ၍ ပထမဖိုင်ကို ယူသည်။',
      'មានឯកសារប្រភេទដូចគ្នាច្រើន យកឯកសារទីមួយ។',
      'ມີໄຟລ໌ຊະນິດດຽວກັນຫຼາຍອັນ ໃຊ້ອັນທຳອິດ.',
      'Có nhiều tệp cùng loại cho dòng này; đã lấy tệp đầu tiên.',
    ],
    'mrz-not-read': [
      'อ่านแถบหนังสือเดินทางจากภาพไม่ได้',
      'The machine-readable zone was not read from the picture.',
      'ပတ်စပို့ စာကြောင်းကို ဓာတ်ပုံမှ မဖတ်နိုင်ပါ။',
      'មិនអាចអានតំបន់លិខិតឆ្លងដែនពីរូបភាព។',
      'ອ່ານແຖບໜັງສືຜ່ານແດນຈາກຮູບບໍ່ໄດ້.',
      'Không đọc được dòng máy đọc trên ảnh hộ chiếu.',
    ],
    'warning-wants-reason': [
      'มีคำเตือนที่ต้องให้เหตุผล',
      'A warning wants your reason.',
      'သတိပေးချက်အတွက် အကြောင်းပြချက် လိုသည်။',
      'ការព្រមានត្រូវការហេតុផល។',
      'ມີຄຳເຕືອນທີ່ຕ້ອງໃຫ້ເຫດຜົນ.',
      'Có cảnh báo cần nêu lý do.',
    ],
    'document-missing': [
      'ยังขาดเอกสาร',
      'A paper is missing.',
      'စာရွက်စာတမ်း လိုနေသည်။',
      'ខ្វះឯកសារ។',
      'ຍັງຂາດເອກະສານ.',
      'Còn thiếu giấy tờ.',
    ],
    'not-to-be-submitted': [
      'บันทึกเป็นร่างแล้ว แต่ยังยื่นไม่ได้ ดูเหตุผลถัดไป',
      'Kept as a draft; it cannot be submitted yet for the reasons that follow.',
      'မူကြမ်းအဖြစ် သိမ်းပြီး။ အောက်ပါအကြောင်းများကြောင့် မတင်နိုင်သေးပါ။',
      'រក្សាទុកជាសេចក្តីព្រាង តែមិនទាន់អាចដាក់បាន។',
      'ບັນທຶກເປັນຮ່າງແລ້ວ ແຕ່ຍັງຍື່ນບໍ່ໄດ້ ເບິ່ງເຫດຜົນຕໍ່ໄປ.',
      'Đã lưu bản nháp; chưa nộp được vì các lý do sau.',
    ],
    'wrong-state': [
      'เรื่องนี้ไม่ได้อยู่ในขั้นที่ทำรายการนี้ได้',
      'The case is not at a step where this can be done.',
      'ဤအဆင့်တွင် မလုပ်နိုင်ပါ။',
      'ករណីនេះមិនស្ថិតក្នុងជំហានដែលអាចធ្វើបាន។',
      'ເລື່ອງນີ້ບໍ່ຢູ່ໃນຂັ້ນທີ່ເຮັດໄດ້.',
      'Hồ sơ không ở bước có thể làm việc này.',
    ],
    'not-found': [
      'ไม่พบเรื่องนี้ หรือไม่ใช่ของท่าน',
      'There is no such case, or it is not yours.',
      'ဤအမှု မရှိပါ၊ သို့မဟုတ် သင့်အမှု မဟုတ်ပါ။',
      'គ្មានករណីនេះ ឬមិនមែនរបស់អ្នក។',
      'ບໍ່ພົບເລື່ອງນີ້ ຫຼື ບໍ່ແມ່ນຂອງທ່ານ.',
      'Không có hồ sơ này, hoặc không phải của bạn.',
    ],
    'item-not-open': [
      'เจ้าหน้าที่ไม่ได้ขอให้แก้รายการนี้',
      'This item was not sent back.',
      'ဤအချက်ကို ပြန်မပို့ထားပါ။',
      'មិនបានបញ្ជូនត្រឡប់ចំណុចនេះទេ។',
      'ລາຍການນີ້ບໍ່ໄດ້ຖືກສົ່ງກັບ.',
      'Mục này không bị trả lại.',
    ],
    'could-not-be-done': [
      'ทำรายการไม่สำเร็จ ลองอีกครั้งหรือโทรสายด่วน',
      'This could not be done. Try again, or call the hotline.',
      'မလုပ်နိုင်ပါ။ ထပ်ကြိုးစားပါ သို့မဟုတ် ဖုန်းခေါ်ပါ။',
      'ធ្វើមិនបាន។ ព្យាយាមម្តងទៀត ឬហៅទូរស័ព្ទ។',
      'ເຮັດບໍ່ສຳເລັດ ລອງໃໝ່ ຫຼື ໂທຫາສາຍດ່ວນ.',
      'Không thực hiện được. Hãy thử lại hoặc gọi đường dây nóng.',
    ],
  }),
);

type ReportText = RowOutcome | 'row' | 'outcome' | 'applicationNo' | 'column' | 'reason';

/** Heads and outcomes of the report. */
export const reportTexts = workerTexts(
  rows<ReportText>({
    row: ['แถว', 'Row', 'အတန်း', 'ជួរ', 'ແຖວ', 'Dòng'],
    outcome: ['ผล', 'Outcome', 'ရလဒ်', 'លទ្ធផល', 'ຜົນ', 'Kết quả'],
    applicationNo: ['เลขคำขอ', 'Application no.', 'လျှောက်လွှာအမှတ်', 'លេខពាក្យ', 'ເລກຄຳຂໍ', 'Số hồ sơ'],
    column: ['คอลัมน์', 'Column', 'ကော်လံ', 'ជួរឈរ', 'ຖັນ', 'Cột'],
    reason: ['เหตุผล', 'Reason', 'အကြောင်းရင်း', 'ហេតុផល', 'ເຫດຜົນ', 'Lý do'],
    drafted: ['บันทึกเป็นร่าง', 'Draft made', 'မူကြမ်း ပြုလုပ်ပြီး', 'បានធ្វើសេចក្តីព្រាង', 'ສ້າງຮ່າງແລ້ວ', 'Đã tạo bản nháp'],
    submitted: ['ยื่นแล้ว', 'Submitted', 'တင်ပြီး', 'បានដាក់', 'ຍື່ນແລ້ວ', 'Đã nộp'],
    answered: ['ตอบแล้ว', 'Answered', 'ဖြေပြီး', 'បានឆ្លើយ', 'ຕອບແລ້ວ', 'Đã trả lời'],
    known: [
      'มีอยู่แล้ว ไม่เพิ่มซ้ำ',
      'Known already, not added again',
      'ရှိပြီး၊ ထပ်မထည့်ပါ',
      'មានរួចហើយ មិនបន្ថែមទៀត',
      'ມີແລ້ວ ບໍ່ເພີ່ມຊ້ຳ',
      'Đã có, không thêm lại',
    ],
    refused: ['ไม่รับ', 'Not accepted', 'လက်မခံပါ', 'មិនទទួល', 'ບໍ່ຮັບ', 'Không nhận'],
  }),
);
