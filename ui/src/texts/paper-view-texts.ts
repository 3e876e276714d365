import { twoLanguages } from './two-languages.ts';

/** Looking at a filed paper, page by page: those who work here. */
export const paperViewTexts = twoLanguages({
  pageOf: ['หน้า {page} จาก {pages}', 'Page {page} of {pages}'],
  nextPage: ['หน้าถัดไป', 'Next page'],
  previousPage: ['หน้าก่อน', 'Page before'],
  drawnFromPdf: [
    'ภาพที่ระบบวาดจาก PDF ที่ยื่น ไฟล์ต้นฉบับเก็บเป็นหลักฐานและไม่เปิดที่นี่',
    'Pictures drawn from the PDF that was filed. The file itself is kept as evidence and is not opened here.',
  ],
  enlarge: ['ดูขนาดเต็ม', 'Full size'],
});
