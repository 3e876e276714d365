import type { CorrectionState } from '../machines/correction-machine.ts';
import { workerTexts } from './text.ts';

/** Where a correction of a permit stands. */
export const correctionStateTexts = workerTexts<CorrectionState>({
  asked: {
    th: 'ขอแก้ไขข้อมูลในใบอนุญาต',
    en: 'A correction is asked for',
    my: 'ပါမစ်အချက်အလက် ပြင်ရန် တောင်းထားသည်',
    km: 'បានសុំកែព័ត៌មានលើលិខិតអនុញ្ញាត',
    lo: 'ຂໍແກ້ຂໍ້ມູນໃນໃບອະນຸຍາດ',
    vi: 'Đã xin sửa thông tin trên giấy phép',
  },
  granted: {
    th: 'แก้ไขข้อมูลแล้ว',
    en: 'The permit is corrected',
    my: 'အချက်အလက် ပြင်ပြီးပါပြီ',
    km: 'បានកែព័ត៌មានរួច',
    lo: 'ແກ້ຂໍ້ມູນແລ້ວ',
    vi: 'Đã sửa thông tin',
  },
  refused: {
    th: 'ไม่แก้ไขข้อมูล',
    en: 'The correction is refused',
    my: 'ပြင်ဆင်ခွင့် မပြုပါ',
    km: 'មិនអនុញ្ញាតឱ្យកែ',
    lo: 'ບໍ່ອະນຸມັດໃຫ້ແກ້',
    vi: 'Không chấp nhận sửa',
  },
  withdrawn: {
    th: 'ถอนคำขอแก้ไขแล้ว',
    en: 'The correction is withdrawn',
    my: 'ပြင်ဆင်ရန် တောင်းဆိုချက် ရုပ်သိမ်းပြီး',
    km: 'បានដកសំណើកែ',
    lo: 'ຖອນຄຳຂໍແກ້ແລ້ວ',
    vi: 'Đã rút yêu cầu sửa',
  },
});
