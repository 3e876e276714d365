import { type StaffText, staffTexts, type TextTable } from '@permit/domain/texts/text.ts';
import type { KioskProblemCode } from '../../kiosk-problems.ts';

/** What happened and what to do, for every code of the seam. */
export const problemTexts: TextTable<KioskProblemCode, StaffText> = staffTexts<KioskProblemCode>({
  'unknown-command': {
    th: 'โปรแกรมคนละรุ่น เริ่มสถานีใหม่',
    en: 'Screen and station differ in version. Start the station again.',
  },
  'invalid-input': { th: 'กรอกข้อมูลไม่ครบหรือไม่ถูกต้อง', en: 'Something is missing or has the wrong form.' },
  'not-enrolled': {
    th: 'สถานียังไม่ได้ลงทะเบียน เรียกหัวหน้าศูนย์',
    en: 'This station is not enrolled. Call the supervisor.',
  },
  'already-enrolled': { th: 'สถานีลงทะเบียนแล้ว', en: 'This station is enrolled already.' },
  'not-signed-in': { th: 'เข้าสู่ระบบก่อน', en: 'Sign in first.' },
  'wrong-credentials': { th: 'ชื่อ รหัสผ่าน หรือรหัส 6 หลักไม่ถูกต้อง', en: 'The name, password or code is wrong.' },
  'second-factor-needed': { th: 'ใส่รหัส 6 หลักด้วย', en: 'Enter the six-digit code as well.' },
  'never-signed-in-here': {
    th: 'ออฟไลน์: ต้องเคยเข้าสู่ระบบที่สถานีนี้มาก่อน',
    en: 'Offline: this person has never signed in at this station.',
  },
  offline: {
    th: 'ติดต่อระบบกลางไม่ได้ ลองใหม่เมื่อมีเครือข่าย',
    en: 'The server cannot be reached. Try again when the network is back.',
  },
  'server-refused': { th: 'ระบบกลางไม่รับ', en: 'The server refused this.' },
  'lease-ended': {
    th: 'หมดเวลาอ่านรายชื่อ ขอรหัสทางโทรศัพท์',
    en: 'The time for reading names has ended. Ask for a code by telephone.',
  },
  'no-lease-secret': { th: 'สถานีนี้ต่อเวลาทางโทรศัพท์ไม่ได้', en: 'This station cannot be extended by telephone.' },
  'code-wrong': { th: 'รหัสไม่ถูกต้อง', en: 'The code is wrong. Ask for it to be read again.' },
  'no-keys-yet': {
    th: 'ต้องออนไลน์หนึ่งครั้งก่อนเริ่มเก็บ',
    en: 'The station must be online once before it can capture.',
  },
  'no-such-visit': { th: 'ไม่พบในรายการวันนี้', en: "Not in today's list." },
  'not-checked-in': { th: 'รับตัวก่อน', en: 'Check the person in first.' },
  'another-capture-open': {
    th: 'มีการเก็บอื่นเปิดอยู่ ทำให้เสร็จหรือยกเลิกก่อน',
    en: 'Another capture is open. Finish or abandon it first.',
  },
  'no-capture-open': { th: 'ไม่มีการเก็บที่เปิดอยู่', en: 'No capture is open.' },
  'notice-first': { th: 'แจ้งเหตุผลให้ผู้ยื่นทราบก่อน', en: 'Tell the worker why first.' },
  'notice-not-approved': {
    th: 'ข้อความแจ้งยังไม่ได้รับการรับรอง ใช้จริงไม่ได้ แจ้งกรม',
    en: 'This wording of the notice is not approved for production. Tell the Department.',
  },
  'all-missing': { th: 'ทุกนิ้วในกลุ่มนี้เป็นข้อยกเว้นแล้ว', en: 'Every position here is an exception already.' },
  'no-reader': { th: 'ไม่พบเครื่องอ่าน ตรวจสาย', en: 'No reader for this. Check the cable.' },
  'picture-malformed': {
    th: 'ไฟล์ต้องเป็น JPEG หรือ PNG ไม่เกิน 4 MB',
    en: 'The file must be a JPEG or PNG of at most 4 MB.',
  },
  'no-live-face': { th: 'ถ่ายภาพใบหน้าก่อน', en: 'Take the portrait first.' },
  'nothing-to-compare': {
    th: 'ต้องมีภาพหนังสือเดินทางหรือภาพที่ยื่นไว้',
    en: 'A passport photograph or a filed portrait is needed.',
  },
  'capture-incomplete': { th: 'ยังเก็บไม่ครบ', en: 'The capture is not complete yet.' },
  'faces-differ': {
    th: 'ใบหน้าไม่ตรงกัน ผนึกไม่ได้ เรียกหัวหน้าศูนย์',
    en: 'The faces differ: it cannot be sealed. Call the supervisor.',
  },
  'same-person': { th: 'ต้องเป็นเจ้าหน้าที่คนละคน', en: 'It must be another person.' },
  'storage-failed': {
    th: 'บันทึกลงดิสก์ไม่ได้ อย่าปิดเครื่อง เรียกหัวหน้าศูนย์',
    en: 'The disk cannot be written. Do not switch off; call the supervisor.',
  },
  internal: {
    th: 'เกิดข้อผิดพลาด บันทึกไว้แล้ว ลองอีกครั้ง',
    en: 'Something failed here and was recorded. Try again.',
  },
  'reader-not-found': { th: 'ไม่พบเครื่องอ่าน ตรวจสาย', en: 'No reader answers. Check the cable.' },
  'reader-not-registered': {
    th: 'เครื่องอ่านไม่ได้ลงทะเบียน ใช้เครื่องอื่น',
    en: 'This reader is not registered. Use another.',
  },
  'reader-not-ready': { th: 'เครื่องอ่านยังไม่พร้อม รอสักครู่', en: 'The reader is not ready yet. Wait a moment.' },
  'reader-busy': { th: 'เครื่องอ่านกำลังทำงาน', en: 'The reader is busy.' },
  'reader-removed': {
    th: 'เครื่องอ่านถูกถอด เสียบใหม่แล้วทำซ้ำ',
    en: 'The reader was unplugged. Plug it in and repeat.',
  },
  'reader-timeout': {
    th: 'หมดเวลา ชี้ภาพให้ดูแล้วลองใหม่',
    en: 'Nobody was seen in time. Show the picture and try again.',
  },
  'reader-aborted': { th: 'หยุดแล้ว', en: 'Stopped.' },
  'reader-tampered': {
    th: 'ข้อมูลเครื่องอ่านเชื่อถือไม่ได้ หยุดใช้ เรียกหัวหน้าศูนย์',
    en: 'The reader cannot be trusted. Stop using it and call the supervisor.',
  },
  'reader-wrong-count': {
    th: 'จำนวนนิ้วหรือตาไม่ตรง เสนอข้อยกเว้นหากไม่มี',
    en: 'Not the fingers or eyes that were asked for. Propose an exception for one that is not there.',
  },
  'reader-wrong-hand': { th: 'มือผิดข้าง', en: 'This is the other hand.' },
  'reader-repeated-finger': { th: 'นิ้วเดิมซ้ำ', en: 'The same finger was shown twice.' },
  'reader-malformed': { th: 'ข้อมูลจากเครื่องอ่านเสีย ลองใหม่', en: 'The reader sent something broken. Try again.' },
  'reader-unsupported': { th: 'เครื่องอ่านนี้ทำขั้นตอนนี้ไม่ได้', en: 'This reader cannot do this step.' },
  'reader-driver': { th: 'โปรแกรมเครื่องอ่านขัดข้อง ลองใหม่', en: 'The reader driver failed. Try again.' },
  'reader-simulator-refused': { th: 'ห้ามใช้เครื่องจำลองในระบบจริง', en: 'Simulators are refused in production.' },
});
