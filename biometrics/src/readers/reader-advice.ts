import type { ReaderProblem } from '../codes.ts';

export interface ReaderAdvice {
  readonly en: string;
  readonly th: string;
}

/** One sentence for the clerk per problem: what to do next, not what went wrong inside. */
export const READER_ADVICE = {
  'not-found': {
    en: 'No reader answers. Check the cable and that its service is running.',
    th: 'ไม่พบเครื่องอ่าน โปรดตรวจสายและโปรแกรมของเครื่อง',
  },
  'not-registered': {
    en: 'This reader is not registered. Use another one and call the supervisor.',
    th: 'เครื่องอ่านนี้ยังไม่ได้ลงทะเบียน โปรดใช้เครื่องอื่นและแจ้งหัวหน้างาน',
  },
  'not-ready': {
    en: 'The reader is not ready yet. Wait a moment and try again.',
    th: 'เครื่องอ่านยังไม่พร้อม โปรดรอสักครู่แล้วลองใหม่',
  },
  busy: {
    en: 'The reader is busy with another capture. Let it finish, then try again.',
    th: 'เครื่องอ่านกำลังทำงานอื่นอยู่ โปรดรอให้เสร็จแล้วลองใหม่',
  },
  removed: {
    en: 'The reader was unplugged. Plug it in again and repeat this step.',
    th: 'เครื่องอ่านถูกถอดออก โปรดเสียบใหม่แล้วทำขั้นตอนนี้อีกครั้ง',
  },
  timeout: {
    en: 'Nobody was seen in time. Show the person the picture and try again.',
    th: 'หมดเวลา โปรดชี้ภาพตัวอย่างให้ดูแล้วลองใหม่',
  },
  aborted: { en: 'The capture was stopped.', th: 'ยกเลิกการเก็บแล้ว' },
  tampered: {
    en: 'The reader sent something that cannot be trusted. Take it out of use and call the supervisor.',
    th: 'ข้อมูลจากเครื่องอ่านเชื่อถือไม่ได้ โปรดหยุดใช้และแจ้งหัวหน้างาน',
  },
  'wrong-count': {
    en: 'Not the fingers or eyes that were asked for. Check the exceptions and try again.',
    th: 'จำนวนนิ้วหรือดวงตาไม่ตรงกับที่ขอ โปรดตรวจข้อยกเว้นแล้วลองใหม่',
  },
  'wrong-hand': {
    en: 'That was the other hand. Show the person the picture and try again.',
    th: 'วางมือผิดข้าง โปรดชี้ภาพตัวอย่างให้ดูแล้วลองใหม่',
  },
  'repeated-finger': {
    en: 'The same finger was shown twice. Ask for the finger in the picture.',
    th: 'วางนิ้วซ้ำ โปรดวางนิ้วตามภาพ',
  },
  malformed: {
    en: 'The reader sent a damaged picture. Try again; if it repeats, use another reader.',
    th: 'ภาพจากเครื่องอ่านเสียหาย โปรดลองใหม่ หากเกิดซ้ำให้ใช้เครื่องอื่น',
  },
  unsupported: {
    en: 'This reader cannot capture that. Choose another reader.',
    th: 'เครื่องอ่านนี้เก็บส่วนนี้ไม่ได้ โปรดเลือกเครื่องอื่น',
  },
  driver: {
    en: 'The reader failed and is being restarted. Try again in a moment.',
    th: 'เครื่องอ่านขัดข้องและกำลังเริ่มใหม่ โปรดลองอีกครั้งในอีกสักครู่',
  },
  'simulator-refused': {
    en: 'A simulated reader is not allowed here. Connect a real one.',
    th: 'ไม่อนุญาตให้ใช้เครื่องอ่านจำลองที่นี่ โปรดต่อเครื่องจริง',
  },
} as const satisfies Record<ReaderProblem, ReaderAdvice>;
