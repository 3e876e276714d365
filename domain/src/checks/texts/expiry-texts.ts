import type { WorkerText } from '../../texts/text.ts';

/** What is said about papers that have run out. */
export const EXPIRY_TEXTS = {
  travelDocumentExpired: {
    th: 'หนังสือเดินทางหมดอายุแล้วเมื่อ {date}',
    en: 'The passport or travel document expired on {date}.',
    my: 'ပတ်စပို့ သို့မဟုတ် ခရီးသွားစာရွက်စာတမ်း {date} တွင် သက်တမ်းကုန်ပြီ။',
    km: 'លិខិតឆ្លងដែនបានផុតកំណត់នៅ {date}។',
    lo: 'ໜັງສືຜ່ານແດນໝົດອາຍຸແລ້ວໃນວັນທີ {date}.',
    vi: 'Hộ chiếu hoặc giấy thông hành đã hết hạn ngày {date}.',
  },
  travelDocumentEndsFirst: {
    th: 'หนังสือเดินทางจะหมดอายุ {date} ก่อนใบอนุญาต ({permit}) ควรต่ออายุให้ทัน',
    en: 'The passport ends on {date}, before the permit would ({permit}). Renew it in time.',
    my: 'ပတ်စပို့သည် ပါမစ် ({permit}) မကုန်မီ {date} တွင် ကုန်မည်။ အချိန်မီ သက်တမ်းတိုးပါ။',
    km: 'លិខិតឆ្លងដែនផុតកំណត់ {date} មុនប័ណ្ណ ({permit})។ សូមបន្តឱ្យទាន់ពេល។',
    lo: 'ໜັງສືຜ່ານແດນຈະໝົດອາຍຸ {date} ກ່ອນໃບອະນຸຍາດ ({permit}). ຄວນຕໍ່ອາຍຸໃຫ້ທັນ.',
    vi: 'Hộ chiếu hết hạn {date}, trước giấy phép ({permit}). Hãy gia hạn kịp thời.',
  },
  stayEnded: {
    th: 'การอนุญาตให้อยู่ในราชอาณาจักรสิ้นสุดแล้วเมื่อ {date}',
    en: 'The leave to stay ended on {date}.',
    my: 'နေထိုင်ခွင့် {date} တွင် ကုန်ဆုံးပြီ။',
    km: 'ការអនុញ្ញាតស្នាក់នៅបានចប់នៅ {date}។',
    lo: 'ການອະນຸຍາດໃຫ້ຢູ່ໝົດແລ້ວໃນວັນທີ {date}.',
    vi: 'Thời hạn lưu trú đã hết ngày {date}.',
  },
  filedAfterExpiry: {
    th: 'ใบอนุญาตเดิมหมดอายุแล้วเมื่อ {date} การต่ออายุต้องยื่นก่อนวันหมดอายุ โปรดบอกเหตุผล',
    en: 'The old permit expired on {date}; a renewal is filed before expiry. Say why it is late.',
    my: 'ပါမစ်ဟောင်း {date} တွင် ကုန်ပြီ။ သက်တမ်းတိုးကို မကုန်မီ တင်ရသည်။ နောက်ကျရခြင်းအကြောင်း ရေးပါ။',
    km: 'ប័ណ្ណចាស់បានផុតកំណត់ {date}។ ត្រូវដាក់ពាក្យបន្តមុនផុតកំណត់។ សូមប្រាប់មូលហេតុ។',
    lo: 'ໃບອະນຸຍາດເກົ່າໝົດອາຍຸແລ້ວ {date}. ຕ້ອງຍື່ນຕໍ່ອາຍຸກ່ອນໝົດ. ກະລຸນາບອກເຫດຜົນ.',
    vi: 'Giấy phép cũ đã hết hạn {date}; phải xin gia hạn trước khi hết hạn. Hãy nêu lý do.',
  },
  wrongOrder: {
    th: 'วันเริ่ม ({from}) อยู่หลังวันสิ้นสุด ({to})',
    en: 'The first date ({from}) is after the last ({to}).',
    my: 'စတင်ရက် ({from}) သည် ပြီးဆုံးရက် ({to}) နောက်တွင် ရှိနေသည်။',
    km: 'ថ្ងៃចាប់ផ្តើម ({from}) នៅក្រោយថ្ងៃបញ្ចប់ ({to})។',
    lo: 'ວັນເລີ່ມ ({from}) ຢູ່ຫຼັງວັນສິ້ນສຸດ ({to}).',
    vi: 'Ngày đầu ({from}) sau ngày cuối ({to}).',
  },
} as const satisfies Record<string, WorkerText>;
