import { twoLanguages } from './two-languages.ts';

/** A lost account at the counter, by two persons: staff only. */
export const counterRecoveryTexts = twoLanguages({
  title: ['กู้คืนบัญชีที่เคาน์เตอร์', 'Lost accounts'],
  how: [
    'สำหรับผู้ที่ลืมรหัสผ่านและไม่มีอีเมลหรือโทรศัพท์แล้ว คนแรกตรวจเอกสาร อีกคนอนุญาตและอ่านรหัสให้ผู้มาติดต่อ',
    'For who lost the password and has no address left. One person sees the papers; another grants it and hands over the code.',
  ],
  ask: ['ขอกู้คืน', 'Ask for it'],
  username: ['ชื่อผู้ใช้ของผู้มาติดต่อ', 'User name of the person at the counter'],
  papers: ['เอกสารตัวจริงที่ตรวจแล้ว', 'Originals seen'],
  paper_passport: ['หนังสือเดินทาง', 'passport'],
  'paper_thai-id': ['บัตรประชาชน', 'Thai identity card'],
  'paper_pink-card': ['บัตรชมพู', 'pink card'],
  'paper_company-certificate': ['หนังสือรับรองบริษัท', 'company certificate'],
  'paper_permit-card': ['บัตรใบอนุญาตทำงาน', 'work permit card'],
  waiting: ['รอคนที่สอง', 'Waiting for a second person'],
  none: ['ไม่มีรายการรอ', 'Nothing waits.'],
  mine: ['คุณเป็นผู้ขอ ให้เพื่อนร่วมงานอนุญาต', 'You asked; a colleague grants it.'],
  grant: ['อนุญาต', 'Grant'],
  grantMeans: [
    'ตรวจเอกสารด้วยตนเองก่อน จะได้รหัสครั้งเดียวสำหรับตั้งรหัสผ่านใหม่ การยืนยันสองชั้นเดิมสิ้นสุด',
    'See the papers yourself first. You get a code for a new password, once; the old second factor ends.',
  ],
  codeFor: [
    'รหัสของ {name} แสดงครั้งเดียว ใช้ได้ 15 นาที ที่หน้า "ลืมรหัสผ่าน"',
    'Code for {name}: shown once, good for 15 minutes, to be typed at "Forgot the password".',
  ],
});
