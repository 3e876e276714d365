import type { WorkerText } from '../../texts/text.ts';

/** What is told of the old permit that the filer names. */
export const OLD_PERMIT_TEXTS = {
  notFound: {
    th: 'ไม่พบเลขใบอนุญาตเดิมนี้ในทะเบียน ตรวจเลขอีกครั้ง ถ้าถูกต้องให้เขียนเหตุผลแล้วยื่นต่อได้ เจ้าหน้าที่จะค้นทะเบียนเดิมให้',
    en: 'No old permit of this number is on record. Check the number. If it is right, write why and go on: the officer will look in the old register.',
    my: 'ဤပါမစ်ဟောင်းနံပါတ်ကို မှတ်တမ်းတွင် မတွေ့ပါ။ နံပါတ်ကို ပြန်စစ်ပါ။ မှန်ကန်လျှင် အကြောင်းပြချက်ရေးပြီး ဆက်တင်နိုင်သည်။ အရာရှိက မှတ်တမ်းဟောင်းတွင် ရှာပေးမည်။',
    km: 'រកមិនឃើញលេខប័ណ្ណចាស់នេះក្នុងបញ្ជីទេ។ សូមពិនិត្យលេខម្តងទៀត។ បើត្រឹមត្រូវ សូមសរសេរហេតុផល ហើយបន្តដាក់ពាក្យ។ មន្ត្រីនឹងរកក្នុងបញ្ជីចាស់។',
    lo: 'ບໍ່ພົບເລກໃບອະນຸຍາດເກົ່ານີ້ໃນທະບຽນ. ກວດເລກອີກຄັ້ງ. ຖ້າຖືກຕ້ອງ ໃຫ້ຂຽນເຫດຜົນແລ້ວຍື່ນຕໍ່ໄດ້. ເຈົ້າໜ້າທີ່ຈະຊອກໃນທະບຽນເກົ່າໃຫ້.',
    vi: 'Không tìm thấy giấy phép cũ có số này trong sổ. Hãy kiểm tra lại số. Nếu đúng, ghi lý do rồi nộp tiếp: cán bộ sẽ tìm trong sổ cũ.',
  },
  ended: {
    th: 'ใบอนุญาตเดิมเลขนี้ถูกเพิกถอน ยกเลิก หรือมีฉบับใหม่แทนแล้ว ตรวจเลขอีกครั้ง หรือบอกเหตุผล',
    en: 'The permit of this number was revoked, cancelled or replaced. Check the number, or say why you go on.',
    my: 'ဤပါမစ်ဟောင်းကို ရုပ်သိမ်း၊ ပယ်ဖျက် သို့မဟုတ် အစားထိုးပြီး။ နံပါတ်စစ်ပါ သို့မဟုတ် အကြောင်းရေးပါ။',
    km: 'ប័ណ្ណលេខនេះត្រូវបានដកហូត លុបចោល ឬជំនួសរួច។ ពិនិត្យលេខ ឬប្រាប់មូលហេតុ។',
    lo: 'ໃບອະນຸຍາດເລກນີ້ຖືກຖອນ ຍົກເລີກ ຫຼືມີໃບໃໝ່ແທນແລ້ວ. ກວດເລກອີກ ຫຼືບອກເຫດຜົນ.',
    vi: 'Giấy phép số này đã bị thu hồi, hủy hoặc thay thế. Hãy kiểm tra số hoặc nêu lý do.',
  },
} satisfies Record<string, WorkerText>;
