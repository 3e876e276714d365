import { ASSUMED, UNCERTAIN } from './figure.ts';
import type { ServiceDefinition } from './service-definition.ts';

type WorkProof = ServiceDefinition['workProof'];

/** This case by itself lets nobody work; a permit in force goes on as before. */
export const NO_WORK_PROOF: WorkProof = {
  from: 'never',
  text: {
    th: 'เอกสารนี้ไม่ใช่ใบอนุญาตทำงาน ใบอนุญาตที่มีอยู่ยังใช้ได้ตามเดิม',
    en: 'This paper is no work permit. A permit in force stays as it is.',
    my: 'ဤစာရွက်သည် အလုပ်လုပ်ခွင့်ပါမစ် မဟုတ်ပါ။ ရှိပြီးသားပါမစ်သည် ဆက်လက်တည်သည်။',
    km: 'ឯកសារនេះមិនមែនប័ណ្ណការងារ។ ប័ណ្ណដែលមានសុពលភាពនៅដដែល។',
    lo: 'ເອກະສານນີ້ບໍ່ແມ່ນໃບອະນຸຍາດເຮັດວຽກ. ໃບທີ່ມີຢູ່ຍັງໃຊ້ໄດ້ຄືເກົ່າ.',
    vi: 'Giấy này không phải giấy phép lao động. Giấy phép đang có vẫn giữ nguyên hiệu lực.',
  },
  ...ASSUMED('payment alone gives nothing (part C, 3); no rule found that this case lets work begin'),
};

/** Between the grant and the card a temporary permit serves. */
export const FROM_GRANT: WorkProof = {
  from: 'granted',
  text: {
    th: 'ได้รับอนุญาตแล้ว ใช้ใบอนุญาตชั่วคราวนี้จนกว่าจะได้รับบัตร',
    en: 'Granted: this temporary permit serves until the card is handed over.',
    my: 'ခွင့်ပြုပြီး။ ကတ်မရမီ ဤယာယီပါမစ်ကို သုံးနိုင်သည်။',
    km: 'បានអនុញ្ញាត៖ ប្រើប័ណ្ណបណ្តោះអាសន្ននេះរហូតដល់ទទួលប័ណ្ណ។',
    lo: 'ໄດ້ຮັບອະນຸຍາດແລ້ວ: ໃຊ້ໃບຊົ່ວຄາວນີ້ຈົນກວ່າຈະໄດ້ຮັບບັດ.',
    vi: 'Đã được cấp: dùng giấy phép tạm này cho đến khi nhận thẻ.',
  },
  ...UNCERTAIN(
    'after approval a temporary permit serves until the card is made [B1, Nation/Bangkok Biznews Aug 2026]',
  ),
};
