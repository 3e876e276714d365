import { twoLanguages } from './two-languages.ts';

/** The board in the hall. */
export const boardTexts = twoLanguages({
  title: ['เรียกคิว', 'Now calling'],
  ticket: ['หมายเลข', 'Number'],
  counter: ['ช่อง', 'Counter'],
  waiting: ['รอ {count} คน', '{count} waiting'],
  nobody: ['ยังไม่มีการเรียก', 'Nobody is called yet'],
  choose: ['เลือกศูนย์', 'Choose the centre'],
  stale: ['ขาดการติดต่อ ดูที่ช่องบริการ', 'No contact: look at the counters'],
});
