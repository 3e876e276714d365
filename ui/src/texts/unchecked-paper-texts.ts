import { twoLanguages } from './two-languages.ts';

/** What officers are told of a cited paper of a dossier that nobody ever checked; by the codes of the findings. */
export const uncheckedPaperTexts = twoLanguages({
  'dossier-unchecked-newer-waiting': [
    '{kind} ฉบับที่คำขอนี้อ้างไม่เคยมีใครตรวจ มีฉบับใหม่ซึ่งยังรอตรวจ',
    '{kind}: nobody ever checked the version that this case cites; a newer one still waits to be checked.',
  ],
  'dossier-unchecked-newer-accepted': [
    '{kind} ฉบับที่คำขอนี้อ้างไม่เคยมีใครตรวจ ฉบับใหม่ตรวจรับแล้วถึง {date}',
    '{kind}: nobody ever checked the version that this case cites; a newer one was accepted until {date}.',
  ],
  'dossier-unchecked-newer-refused': [
    '{kind} ฉบับที่คำขอนี้อ้างไม่เคยมีใครตรวจ ฉบับใหม่ถูกส่งกลับ',
    '{kind}: nobody ever checked the version that this case cites; a newer one was sent back.',
  ],
  'dossier-unchecked-none-newer': [
    '{kind} ฉบับที่คำขอนี้อ้างไม่เคยมีใครตรวจ และถูกเอาออกจากแฟ้มแล้ว',
    '{kind}: nobody ever checked the version that this case cites, and it was taken out of the dossier.',
  ],
});
