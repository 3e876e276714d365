import type { ReadingPurpose } from '../papers/reading-purposes.ts';
import { staffTexts } from './text.ts';

/** Why a paper was read, for whoever reads the audit. */
export const readingPurposeTexts = staffTexts<ReadingPurpose>({
  'own-case': { th: 'คำขอของตน', en: 'own case' },
  'own-dossier': { th: 'แฟ้มนายจ้างของตน', en: 'own dossier' },
  review: { th: 'พิจารณาคำขอ', en: 'review of a case' },
  appeal: { th: 'พิจารณาอุทธรณ์', en: 'appeal' },
  correction: { th: 'แก้ไขรายการ', en: 'correction' },
  complaint: { th: 'ตรวจสอบข้อร้องเรียน', en: 'complaint' },
  inspection: { th: 'ตรวจสถานที่ทำงาน', en: 'inspection' },
  'own-records': { th: 'เก็บสำเนาของตน', en: 'copy for own records' },
  'not-stated': { th: 'ไม่ได้ระบุ', en: 'not stated' },
});
