import type { PreviousPermitSource } from '../catalogue/previous-permit.ts';
import { workerTexts, type WorkerText } from './text.ts';

const TEXTS: Readonly<Record<PreviousPermitSource, WorkerText>> = {
  ours: {
    th: 'พิจารณาจากใบอนุญาตเดิมในระบบนี้',
    en: 'Judged by the permit before, as it stands in this system.',
    my: 'ဤစနစ်ရှိ ပါမစ်ဟောင်းအရ ဆုံးဖြတ်သည်။',
    km: 'យោងតាមប័ណ្ណចាស់ក្នុងប្រព័ន្ធនេះ។',
    lo: 'ອີງຕາມໃບອະນຸຍາດເກົ່າໃນລະບົບນີ້.',
    vi: 'Căn cứ giấy phép cũ trong hệ thống này.',
  },
  imported: {
    th: 'พิจารณาจากใบอนุญาตเดิมในทะเบียนเก่า',
    en: 'Judged by the permit before, as an old register has it.',
    my: 'မှတ်ပုံတင်စာရင်းဟောင်းရှိ ပါမစ်အရ ဆုံးဖြတ်သည်။',
    km: 'យោងតាមប័ណ្ណចាស់ក្នុងបញ្ជីចាស់។',
    lo: 'ອີງຕາມໃບອະນຸຍາດເກົ່າໃນທະບຽນເກົ່າ.',
    vi: 'Căn cứ giấy phép cũ trong sổ đăng ký cũ.',
  },
  typed: {
    th: 'พิจารณาจากวันหมดอายุที่ผู้ยื่นกรอก',
    en: 'Judged by the last day that the filer typed.',
    my: 'လျှောက်သူ ရိုက်ထည့်သော ကုန်ဆုံးရက်အရ ဆုံးဖြတ်သည်။',
    km: 'យោងតាមថ្ងៃផុតកំណត់ដែលអ្នកដាក់ពាក្យវាយ។',
    lo: 'ອີງຕາມວັນໝົດອາຍຸທີ່ຜູ້ຍື່ນໃສ່.',
    vi: 'Căn cứ ngày hết hạn do người nộp khai.',
  },
};

/** By which permit before it was judged whether somebody may work, in words. */
export const previousPermitTexts = workerTexts(TEXTS);
