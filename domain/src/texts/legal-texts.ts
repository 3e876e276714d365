import { serviceCatalogue } from '../catalogue/service-catalogue.ts';
import { refusalGroundTexts } from './reason-texts.ts';
import { LANGUAGES, workerTexts, type Language, type TextTable, type WorkerText } from './text.ts';

/** What the filer declares before submitting, and what a refusal says about appeal. */
export const legalTexts = workerTexts(
  {
    declaration: {
      th: 'ข้าพเจ้าตรวจคำนำหน้า ชื่อ วันเกิด และประเภทงานแล้วว่าถูกต้อง และทราบว่าข้อมูลนี้จะพิมพ์ลงบนบัตร หลังอนุมัติแล้วแก้ได้ด้วยคำขอเปลี่ยนรายการเท่านั้น',
      en: 'I have checked prefix, name, date of birth and kind of work. I know that they are printed on the card, and that after approval only a request for change alters them.',
      my: 'အမည်ရှေ့စာလုံး၊ အမည်၊ မွေးနေ့နှင့် အလုပ်အမျိုးအစားကို စစ်ပြီးပါပြီ။ ၎င်းတို့ကို ကတ်ပေါ်တွင် ရိုက်နှိပ်မည်ဖြစ်ပြီး ခွင့်ပြုပြီးနောက် ပြောင်းလဲလွှာဖြင့်သာ ပြင်နိုင်ကြောင်း သိပါသည်။',
      km: 'ខ្ញុំបានពិនិត្យងារ ឈ្មោះ ថ្ងៃកំណើត និងប្រភេទការងារ។ ខ្ញុំដឹងថាព័ត៌មាននេះនឹងបោះពុម្ពលើប័ណ្ណ ហើយក្រោយអនុម័ត កែបានតែតាមពាក្យសុំកែប្រែ។',
      lo: 'ຂ້ອຍໄດ້ກວດຄຳນຳໜ້າ ຊື່ ວັນເກີດ ແລະ ປະເພດວຽກແລ້ວວ່າຖືກຕ້ອງ ແລະ ຮູ້ວ່າຈະພິມໃສ່ບັດ ຫຼັງອະນຸມັດແກ້ໄດ້ດ້ວຍຄຳຮ້ອງຂໍປ່ຽນເທົ່ານັ້ນ.',
      vi: 'Tôi đã kiểm tra danh xưng, tên, ngày sinh và loại công việc. Tôi biết chúng được in trên thẻ và sau khi duyệt chỉ sửa được bằng đơn thay đổi.',
    },
    representation: {
      th: 'ข้าพเจ้ายื่นแทนคนต่างด้าวหรือนายจ้าง โดยบุคคลนั้นยินยอมแล้ว',
      en: 'I file for the worker or the employer, who has agreed to it.',
      my: 'အလုပ်သမား သို့မဟုတ် အလုပ်ရှင်၏ သဘောတူချက်ဖြင့် ကိုယ်စားတင်သွင်းပါသည်။',
      km: 'ខ្ញុំដាក់ជំនួសកម្មករ ឬនិយោជក ដែលបានយល់ព្រម។',
      lo: 'ຂ້ອຍຍື່ນແທນແຮງງານ ຫຼື ນາຍຈ້າງ ໂດຍໄດ້ຮັບການຍິນຍອມແລ້ວ.',
      vi: 'Tôi nộp thay người lao động hoặc chủ sử dụng, người đó đã đồng ý.',
    },
    appeal: {
      th: 'หากไม่เห็นด้วยกับคำสั่งนี้ อุทธรณ์ได้ภายใน {days} วันนับแต่วันที่ทราบคำสั่ง คือภายใน {date}',
      en: 'If you disagree with this decision you may appeal within {days} days of knowing it, by {date}.',
      my: 'ဤဆုံးဖြတ်ချက်ကို သဘောမတူလျှင် သိရှိသည့်နေ့မှ {days} ရက်အတွင်း ({date} မတိုင်မီ) အယူခံဝင်နိုင်သည်။',
      km: 'បើមិនយល់ព្រមនឹងសេចក្តីសម្រេចនេះ អាចប្តឹងក្នុង {days} ថ្ងៃពីថ្ងៃដឹង គឺមុន {date}។',
      lo: 'ຖ້າບໍ່ເຫັນດີກັບຄຳສັ່ງນີ້ ອຸທອນໄດ້ພາຍໃນ {days} ວັນນັບແຕ່ຮູ້ ຄືກ່ອນ {date}.',
      vi: 'Nếu không đồng ý với quyết định này, bạn có thể khiếu nại trong {days} ngày kể từ khi biết, trước {date}.',
    },
  },
  { legal: true },
);

/** What the papers of each service say about working meanwhile; legal texts too. */
export const workProofTexts: TextTable<string, WorkerText> = workerTexts(
  Object.fromEntries(
    serviceCatalogue.versions.map(({ code, version, workProof }) => [`${code}/${version}`, workProof.text]),
  ),
  { legal: true },
);

/** Why an order may end a permit, in the words of the catalogue; legal texts too. */
export const orderGroundTexts: TextTable<string, WorkerText> = workerTexts(
  Object.fromEntries(
    serviceCatalogue.versions.flatMap(({ grounds = [] }) => grounds.map(({ code, names }) => [code, names])),
  ),
  { legal: true },
);

/** A language of a legal text that no native speaker has signed for. */
export interface UnreviewedText {
  readonly table: string;
  readonly language: Language;
}

/** What production refuses to start with (decisions.md 12). Empty when every legal text was read by a native. */
export function unreviewedLegalTexts(
  tables: Readonly<Record<string, TextTable<string, WorkerText>>> = {
    legalTexts,
    workProofTexts,
    refusalGroundTexts,
    orderGroundTexts,
  },
): readonly UnreviewedText[] {
  return Object.entries(tables).flatMap(([table, { legal, review }]) =>
    LANGUAGES.filter((language) => legal && review[language] !== 'native').map((language) => ({
      table,
      language,
    })),
  );
}
