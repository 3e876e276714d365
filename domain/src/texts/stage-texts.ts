import { workerTexts, type WorkerText } from './text.ts';

/** The stages of an appeal in few words; their terms stand beside them as dates. */
export const stageTexts = workerTexts({
  filed: {
    th: 'ยื่นอุทธรณ์',
    en: 'Appeal filed',
    my: 'အယူခံ တင်သည်',
    km: 'ដាក់បណ្តឹង',
    lo: 'ຍື່ນອຸທອນ',
    vi: 'Đã nộp khiếu nại',
  },
  forwarded: {
    th: 'ส่งต่อคณะกรรมการ',
    en: 'Forwarded to the committee',
    my: 'ကော်မတီသို့ ပို့သည်',
    km: 'បញ្ជូនទៅគណៈកម្មការ',
    lo: 'ສົ່ງຕໍ່ຄະນະກຳມະການ',
    vi: 'Chuyển cho ủy ban',
  },
  committee: {
    th: 'คณะกรรมการให้ความเห็น',
    en: 'The committee gives its opinion',
    my: 'ကော်မတီ သဘောထားပေးသည်',
    km: 'គណៈកម្មការផ្តល់មតិ',
    lo: 'ຄະນະກຳມະການໃຫ້ຄວາມເຫັນ',
    vi: 'Ủy ban cho ý kiến',
  },
  minister: {
    th: 'รัฐมนตรีวินิจฉัย',
    en: 'The Minister decides',
    my: 'ဝန်ကြီး ဆုံးဖြတ်သည်',
    km: 'រដ្ឋមន្ត្រីសម្រេច',
    lo: 'ລັດຖະມົນຕີຕັດສິນ',
    vi: 'Bộ trưởng quyết định',
  },
});

/** The words of a stage; its code where a published version names one that is not here. */
export function serviceStageText(code: string): WorkerText {
  const texts: Readonly<Record<string, WorkerText>> = stageTexts.texts;
  return texts[code] ?? { th: code, en: code, my: code, km: code, lo: code, vi: code };
}
