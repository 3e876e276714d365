import type { RefusalGround, ReturnReason } from '../catalogue/return-reasons.ts';
import { workerTexts } from './text.ts';

/** Why an item was sent back, as its filer reads it. */
export const returnReasonTexts = workerTexts<ReturnReason>({
  missing: {
    th: 'ยังไม่มี',
    en: 'It is missing',
    my: 'မပါရှိပါ',
    km: 'មិនទាន់មាន',
    lo: 'ຍັງບໍ່ມີ',
    vi: 'Còn thiếu',
  },
  unreadable: {
    th: 'อ่านไม่ออก',
    en: 'It cannot be read',
    my: 'ဖတ်၍မရပါ',
    km: 'អានមិនច្បាស់',
    lo: 'ອ່ານບໍ່ອອກ',
    vi: 'Không đọc được',
  },
  differs: {
    th: 'ไม่ตรงกับเอกสารอื่น',
    en: 'It differs from another paper',
    my: 'အခြားစာရွက်နှင့် မကိုက်ညီပါ',
    km: 'ខុសពីឯកសារផ្សេង',
    lo: 'ບໍ່ກົງກັບເອກະສານອື່ນ',
    vi: 'Khác với giấy tờ khác',
  },
  expired: {
    th: 'หมดอายุแล้ว',
    en: 'It has expired',
    my: 'သက်တမ်းကုန်ပြီ',
    km: 'ផុតកំណត់ហើយ',
    lo: 'ໝົດອາຍຸແລ້ວ',
    vi: 'Đã hết hạn',
  },
  'wrong-paper': {
    th: 'เป็นเอกสารคนละชนิด',
    en: 'It is another kind of paper',
    my: 'အမျိုးအစားမတူသော စာရွက်ဖြစ်သည်',
    km: 'ជាឯកសារប្រភេទផ្សេង',
    lo: 'ເປັນເອກະສານຄົນລະຊະນິດ',
    vi: 'Là loại giấy tờ khác',
  },
  'not-believed': {
    th: 'เจ้าหน้าที่ขอคำอธิบายเพิ่ม',
    en: 'The officer asks for an explanation',
    my: 'အရာရှိက ရှင်းလင်းချက် တောင်းသည်',
    km: 'មន្ត្រីសុំការពន្យល់',
    lo: 'ເຈົ້າໜ້າທີ່ຂໍຄຳອະທິບາຍ',
    vi: 'Cán bộ đề nghị giải thích',
  },
});

/** The grounds of a refusal; legal texts, which production wants read by native speakers. */
export const refusalGroundTexts = workerTexts<RefusalGround>(
  {
    'not-eligible': {
      th: 'คนต่างด้าวไม่มีคุณสมบัติตามที่กฎหมายกำหนดสำหรับใบอนุญาตประเภทนี้',
      en: 'The worker does not meet what the law asks for this kind of permit.',
      my: 'အလုပ်သမားသည် ဤပါမစ်အမျိုးအစားအတွက် ဥပဒေသတ်မှတ်ချက်နှင့် မကိုက်ညီပါ။',
      km: 'កម្មករមិនបំពេញលក្ខខណ្ឌច្បាប់សម្រាប់ប័ណ្ណប្រភេទនេះ។',
      lo: 'ແຮງງານບໍ່ມີຄຸນສົມບັດຕາມກົດໝາຍສຳລັບໃບອະນຸຍາດນີ້.',
      vi: 'Người lao động không đủ điều kiện luật định cho loại giấy phép này.',
    },
    'work-not-open': {
      th: 'งานที่ขอเป็นงานที่ห้ามคนต่างด้าวทำ',
      en: 'The work asked for is closed to foreign workers.',
      my: 'တောင်းဆိုသောအလုပ်သည် နိုင်ငံခြားသားများ လုပ်ခွင့်မရှိသောအလုပ် ဖြစ်သည်။',
      km: 'ការងារដែលសុំ ហាមជនបរទេសធ្វើ។',
      lo: 'ວຽກທີ່ຂໍແມ່ນວຽກທີ່ຫ້າມຄົນຕ່າງດ້າວເຮັດ.',
      vi: 'Công việc xin phép không dành cho người nước ngoài.',
    },
    'stay-does-not-cover': {
      th: 'การอนุญาตให้อยู่ในราชอาณาจักรไม่ครอบคลุมการทำงานนี้',
      en: 'The leave to stay in the Kingdom does not cover this work.',
      my: 'နိုင်ငံတွင် နေထိုင်ခွင့်သည် ဤအလုပ်ကို မလွှမ်းခြုံပါ။',
      km: 'ការអនុញ្ញាតស្នាក់នៅមិនគ្របដណ្តប់ការងារនេះ។',
      lo: 'ການອະນຸຍາດໃຫ້ຢູ່ບໍ່ກວມເອົາວຽກນີ້.',
      vi: 'Phép lưu trú không bao gồm công việc này.',
    },
    'health-excludes': {
      th: 'ผลตรวจสุขภาพเป็นโรคที่กฎหมายกำหนดห้าม',
      en: 'The health result shows a disease that the rules exclude.',
      my: 'ကျန်းမာရေးရလဒ်တွင် စည်းမျဉ်းက တားမြစ်သောရောဂါ တွေ့ရသည်။',
      km: 'លទ្ធផលសុខភាពបង្ហាញជំងឺដែលច្បាប់ហាម។',
      lo: 'ຜົນກວດສຸຂະພາບເປັນພະຍາດທີ່ກົດໝາຍຫ້າມ.',
      vi: 'Kết quả khám cho thấy bệnh mà quy định không cho phép.',
    },
    'false-statement': {
      th: 'ข้อมูลหรือเอกสารไม่เป็นความจริง',
      en: 'A statement or a paper is not true.',
      my: 'ဖော်ပြချက် သို့မဟုတ် စာရွက်သည် မမှန်ကန်ပါ။',
      km: 'ព័ត៌មាន ឬឯកសារមិនពិត។',
      lo: 'ຂໍ້ມູນ ຫຼື ເອກະສານບໍ່ເປັນຄວາມຈິງ.',
      vi: 'Lời khai hoặc giấy tờ không đúng sự thật.',
    },
    'employer-not-eligible': {
      th: 'นายจ้างไม่มีคุณสมบัติจ้างคนต่างด้าวในกรณีนี้',
      en: 'The employer may not employ the worker in this case.',
      my: 'ဤကိစ္စတွင် အလုပ်ရှင်သည် အလုပ်သမားကို ခန့်ခွင့်မရှိပါ။',
      km: 'និយោជកមិនអាចជួលកម្មករក្នុងករណីនេះ។',
      lo: 'ນາຍຈ້າງບໍ່ມີສິດຈ້າງແຮງງານໃນກໍລະນີນີ້.',
      vi: 'Chủ sử dụng không được thuê người lao động trong trường hợp này.',
    },
    'condition-of-round': {
      th: 'ไม่เป็นไปตามเงื่อนไขของมติคณะรัฐมนตรีรอบนี้',
      en: 'A condition of the cabinet resolution of this round is not met.',
      my: 'ဤအလှည့်၏ ဝန်ကြီးအဖွဲ့ဆုံးဖြတ်ချက် အခြေအနေနှင့် မကိုက်ညီပါ။',
      km: 'មិនបំពេញលក្ខខណ្ឌនៃសេចក្តីសម្រេចគណៈរដ្ឋមន្ត្រីជុំនេះ។',
      lo: 'ບໍ່ເປັນໄປຕາມເງື່ອນໄຂຂອງມະຕິຄະນະລັດຖະມົນຕີຮອບນີ້.',
      vi: 'Không đáp ứng điều kiện của nghị quyết nội các đợt này.',
    },
  },
  { legal: true },
);
