import { twoLanguages } from './two-languages.ts';

/** What people of a case wrote to each other, on the officers' screens. */
export const caseNotesTexts = twoLanguages({
  words: ['ข้อความในเรื่องนี้', 'What was written about this case'],
  answerNote: ['ผู้ยื่นตอบว่า', 'The filer answered'],
  proposed_grant: ['ผู้พิจารณาเสนอให้อนุญาต', 'The considering officer proposes to grant'],
  proposed_refuse: ['ผู้พิจารณาเสนอไม่อนุญาต', 'The considering officer proposes to refuse'],
  proposed_return: ['ผู้พิจารณาส่งกลับ', 'The considering officer sent items back'],
  noteToItem: ['ข้อความถึงผู้ยื่นเรื่อง {item}', 'Words to the filer about {item}'],
});
