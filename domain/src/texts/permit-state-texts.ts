import type { PermitState } from '../machines/permit-machine.ts';
import { workerTexts, type WorkerText } from './text.ts';

/** What comes next for a granted case whose permit an order ended. */
export const PERMIT_ENDED_NEXT: WorkerText = {
  th: 'ใบอนุญาตนี้ถูกคำสั่งให้สิ้นสุดแล้ว ไม่ต้องมารับบัตร ดูคำสั่งและสิทธิอุทธรณ์ด้านล่าง',
  en: 'An order ended this permit: there is no card to collect. The order and the right of appeal stand below.',
  my: 'ဤပါမစ်ကို အမိန့်ဖြင့် ရပ်သိမ်းပြီး။ ကတ်လာယူရန် မလိုပါ။ အမိန့်နှင့် အယူခံခွင့်ကို အောက်တွင် ကြည့်ပါ။',
  km: 'ប័ណ្ណនេះត្រូវបានបញ្ចប់ដោយបញ្ជា។ មិនបាច់មកយកប័ណ្ណទេ។ មើលបញ្ជា និងសិទ្ធិឧទ្ធរណ៍ខាងក្រោម។',
  lo: 'ໃບອະນຸຍາດນີ້ຖືກຄຳສັ່ງໃຫ້ສິ້ນສຸດແລ້ວ ບໍ່ຕ້ອງມາຮັບບັດ ເບິ່ງຄຳສັ່ງ ແລະ ສິດອຸທອນຂ້າງລຸ່ມ.',
  vi: 'Giấy phép này đã bị chấm dứt theo lệnh: không cần đến nhận thẻ. Xem lệnh và quyền khiếu nại bên dưới.',
};

const TEXTS: Readonly<Record<PermitState, WorkerText>> = {
  temporary: {
    th: 'ใบอนุญาตชั่วคราว ใช้ได้จนกว่าจะได้รับบัตร',
    en: 'Temporary permit, valid until the card is handed over',
    my: 'ယာယီပါမစ်၊ ကတ်မရမချင်း သုံးနိုင်သည်',
    km: 'ប័ណ្ណបណ្តោះអាសន្ន ប្រើបានរហូតទទួលប័ណ្ណ',
    lo: 'ໃບອະນຸຍາດຊົ່ວຄາວ ໃຊ້ໄດ້ຈົນກວ່າຈະໄດ້ຮັບບັດ',
    vi: 'Giấy phép tạm, có hiệu lực đến khi nhận thẻ',
  },
  active: {
    th: 'ใบอนุญาตมีผลใช้ได้',
    en: 'The permit is valid',
    my: 'ပါမစ် အကျိုးသက်ရောက်နေသည်',
    km: 'ប័ណ្ណមានសុពលភាព',
    lo: 'ໃບອະນຸຍາດໃຊ້ໄດ້',
    vi: 'Giấy phép còn hiệu lực',
  },
  'renewal-pending': {
    th: 'ทำงานต่อไปได้ระหว่างรอผลการต่ออายุ',
    en: 'May work: the renewal was filed in time and is pending',
    my: 'သက်တမ်းတိုး စောင့်ဆိုင်းစဉ် ဆက်လုပ်နိုင်သည်',
    km: 'អាចបន្តធ្វើការ ក្នុងពេលរង់ចាំការបន្ត',
    lo: 'ເຮັດວຽກຕໍ່ໄດ້ໃນລະຫວ່າງລໍຖ້າຜົນຕໍ່ອາຍຸ',
    vi: 'Được làm tiếp: đơn gia hạn nộp đúng hạn đang chờ',
  },
  expired: {
    th: 'ใบอนุญาตหมดอายุแล้ว',
    en: 'The permit has expired',
    my: 'ပါမစ် သက်တမ်းကုန်ပြီ',
    km: 'ប័ណ្ណបានផុតកំណត់',
    lo: 'ໃບອະນຸຍາດໝົດອາຍຸແລ້ວ',
    vi: 'Giấy phép đã hết hạn',
  },
  replaced: {
    th: 'มีบัตรใหม่แทนแล้ว',
    en: 'Replaced by a newer card',
    my: 'ကတ်အသစ်ဖြင့် အစားထိုးပြီး',
    km: 'បានជំនួសដោយប័ណ្ណថ្មី',
    lo: 'ມີບັດໃໝ່ແທນແລ້ວ',
    vi: 'Đã được thay bằng thẻ mới',
  },
  revoked: {
    th: 'ใบอนุญาตถูกเพิกถอน',
    en: 'The permit was revoked',
    my: 'ပါမစ် ရုပ်သိမ်းခံရသည်',
    km: 'ប័ណ្ណត្រូវបានដកហូត',
    lo: 'ໃບອະນຸຍາດຖືກຖອນ',
    vi: 'Giấy phép đã bị thu hồi',
  },
  cancelled: {
    th: 'ใบอนุญาตถูกยกเลิก',
    en: 'The permit was cancelled',
    my: 'ပါမစ် ပယ်ဖျက်ပြီး',
    km: 'ប័ណ្ណត្រូវបានលុប',
    lo: 'ໃບອະນຸຍາດຖືກຍົກເລີກ',
    vi: 'Giấy phép đã bị hủy',
  },
};

/** What a verifier, a letter and a worker read for each state of a permit. */
export const permitStateTexts = workerTexts(TEXTS);
