import { ASSUMED, UNCERTAIN } from '../figure.ts';
import type { OrderGround } from '../service-definition.ts';

const NOT_READ = 'the section under the 2560 Decree was not read';

/**
 * Why a permit may be ended by order. No official text of these grounds was read (domain notes, F.1): none is certain,
 * a section stands only where a source names it, and the registrar writes the facts of the case beside it.
 */
export const ORDER_GROUNDS: readonly OrderGround[] = [
  {
    code: 'condition-broken',
    endsAs: 'revoked',
    ...ASSUMED(`work outside what the permit allows (s.8, s.101 [P] name the offence); ${NOT_READ}`),
    names: {
      th: 'ผู้ได้รับอนุญาตฝ่าฝืนเงื่อนไขของใบอนุญาตทำงาน',
      en: 'The holder broke a condition of the work permit.',
      my: 'ပါမစ်ကိုင်ဆောင်သူသည် အလုပ်လုပ်ခွင့်ပါမစ်၏ စည်းကမ်းချက်ကို ချိုးဖောက်သည်။',
      km: 'អ្នកកាន់ប័ណ្ណបានល្មើសលក្ខខណ្ឌនៃប័ណ្ណការងារ។',
      lo: 'ຜູ້ຖືໃບອະນຸຍາດລະເມີດເງື່ອນໄຂຂອງໃບອະນຸຍາດເຮັດວຽກ.',
      vi: 'Người được cấp phép vi phạm điều kiện của giấy phép lao động.',
    },
  },
  {
    code: 'not-eligible-any-more',
    endsAs: 'revoked',
    ...UNCERTAIN(`s.59-64/1: who may hold a permit [B1]; ${NOT_READ}`),
    names: {
      th: 'ผู้ได้รับอนุญาตขาดคุณสมบัติหรือมีลักษณะต้องห้ามตามที่กฎหมายกำหนด',
      en: 'The holder no longer meets what the law asks for this permit.',
      my: 'ပါမစ်ကိုင်ဆောင်သူသည် ဤပါမစ်အတွက် ဥပဒေသတ်မှတ်ချက်နှင့် မကိုက်ညီတော့ပါ။',
      km: 'អ្នកកាន់ប័ណ្ណលែងបំពេញលក្ខខណ្ឌច្បាប់សម្រាប់ប័ណ្ណនេះ។',
      lo: 'ຜູ້ຖືໃບອະນຸຍາດບໍ່ມີຄຸນສົມບັດຕາມກົດໝາຍອີກຕໍ່ໄປ.',
      vi: 'Người được cấp phép không còn đủ điều kiện luật định cho giấy phép này.',
    },
  },
  {
    code: 'false-statement',
    endsAs: 'revoked',
    ...ASSUMED(`general rule; ${NOT_READ}`),
    names: {
      th: 'ใบอนุญาตออกให้โดยอาศัยข้อมูลหรือเอกสารที่ไม่เป็นความจริง',
      en: 'The permit was given on a statement or a paper that is not true.',
      my: 'ပါမစ်ကို မမှန်ကန်သော ဖော်ပြချက် သို့မဟုတ် စာရွက်အပေါ် အခြေခံ၍ ထုတ်ပေးခဲ့သည်။',
      km: 'ប័ណ្ណត្រូវបានចេញដោយផ្អែកលើព័ត៌មាន ឬឯកសារមិនពិត។',
      lo: 'ໃບອະນຸຍາດອອກໃຫ້ໂດຍອີງໃສ່ຂໍ້ມູນ ຫຼື ເອກະສານທີ່ບໍ່ຈິງ.',
      vi: 'Giấy phép được cấp dựa trên lời khai hoặc giấy tờ không đúng sự thật.',
    },
  },
  {
    code: 'issued-by-mistake',
    endsAs: 'revoked',
    ...ASSUMED(`general rule; ${NOT_READ}`),
    names: {
      th: 'ใบอนุญาตออกให้โดยสำคัญผิดในข้อเท็จจริง',
      en: 'The permit was given by a mistake about the facts.',
      my: 'ပါမစ်ကို အချက်အလက် မှားယွင်းမှုကြောင့် ထုတ်ပေးခဲ့သည်။',
      km: 'ប័ណ្ណត្រូវបានចេញដោយច្រឡំអង្គហេតុ។',
      lo: 'ໃບອະນຸຍາດອອກໃຫ້ໂດຍເຂົ້າໃຈຂໍ້ເທັດຈິງຜິດ.',
      vi: 'Giấy phép được cấp do nhầm lẫn về sự việc.',
    },
  },
  {
    code: 'no-new-employer',
    endsAs: 'revoked',
    section: '52, 53',
    ...UNCERTAIN('MOU leaver without a new employer in time: permit and stay end, s.52-53 [B1]'),
    names: {
      th: 'ออกจากงานแล้วไม่ได้ทำงานกับนายจ้างรายใหม่ภายในเวลาที่กฎหมายกำหนด',
      en: 'The holder left the employer and had no new one within the time of the law.',
      my: 'အလုပ်ရှင်ထံမှ ထွက်ပြီး ဥပဒေသတ်မှတ်ချိန်အတွင်း အလုပ်ရှင်အသစ် မရှိပါ။',
      km: 'បានចាកចេញពីនិយោជក ហើយគ្មាននិយោជកថ្មីក្នុងកំណត់ច្បាប់។',
      lo: 'ອອກຈາກນາຍຈ້າງແລ້ວ ບໍ່ມີນາຍຈ້າງໃໝ່ພາຍໃນກຳນົດຂອງກົດໝາຍ.',
      vi: 'Đã thôi việc mà không có chủ mới trong thời hạn luật định.',
    },
  },
  {
    code: 'stay-ended',
    endsAs: 'revoked',
    ...UNCERTAIN(`s.59: a permit rests on leave to stay [P S1]; ${NOT_READ}`),
    names: {
      th: 'การอนุญาตให้อยู่ในราชอาณาจักรสิ้นสุดหรือถูกเพิกถอน',
      en: 'The leave to stay in the Kingdom has ended.',
      my: 'နိုင်ငံတွင် နေထိုင်ခွင့် ကုန်ဆုံးသွားပါပြီ။',
      km: 'ការអនុញ្ញាតស្នាក់នៅបានបញ្ចប់។',
      lo: 'ການອະນຸຍາດໃຫ້ຢູ່ໃນລາຊະອານາຈັກສິ້ນສຸດແລ້ວ.',
      vi: 'Phép lưu trú tại Vương quốc đã chấm dứt.',
    },
  },
  {
    code: 'asked-by-holder',
    endsAs: 'cancelled',
    ...ASSUMED(`cancelled on request: part A, line REV; ${NOT_READ}`),
    names: {
      th: 'ผู้ได้รับอนุญาตขอยกเลิกใบอนุญาต',
      en: 'The holder asked to end the permit.',
      my: 'ပါမစ်ကိုင်ဆောင်သူက ပါမစ်ပယ်ဖျက်ရန် တောင်းခံသည်။',
      km: 'អ្នកកាន់ប័ណ្ណសុំលុបប័ណ្ណ។',
      lo: 'ຜູ້ຖືໃບອະນຸຍາດຂໍຍົກເລີກ.',
      vi: 'Người được cấp phép xin hủy giấy phép.',
    },
  },
  {
    code: 'asked-by-employer',
    endsAs: 'cancelled',
    ...ASSUMED(`cancelled on request after the exit notice: part A, lines REV and H53; ${NOT_READ}`),
    names: {
      th: 'นายจ้างขอยกเลิกใบอนุญาตเพราะคนต่างด้าวออกจากงาน',
      en: 'The employer asked to end the permit because the worker left.',
      my: 'အလုပ်သမား အလုပ်ထွက်သဖြင့် အလုပ်ရှင်က ပါမစ်ပယ်ဖျက်ရန် တောင်းခံသည်။',
      km: 'និយោជកសុំលុបប័ណ្ណ ព្រោះកម្មករឈប់ធ្វើការ។',
      lo: 'ນາຍຈ້າງຂໍຍົກເລີກໃບອະນຸຍາດ ເພາະແຮງງານອອກຈາກວຽກ.',
      vi: 'Chủ sử dụng xin hủy giấy phép vì người lao động đã thôi việc.',
    },
  },
];
