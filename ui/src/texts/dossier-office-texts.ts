import { twoLanguages } from './two-languages.ts';

/** Checking papers of employers' dossiers: those who work here. */
export const dossierOfficeTexts = twoLanguages({
  title: ['แฟ้มนายจ้าง', 'Employers’ dossiers'],
  how: [
    'ตรวจครั้งเดียว ทุกคำขอของนายจ้างใช้ผลตรวจนี้จนถึงวันที่กำหนด คนที่ตรวจต้องไม่ใช่คนที่ส่ง',
    'Looked at once, for every case of the employer until the day that you set. Not by whoever added it.',
  ],
  none: ['ไม่มีเอกสารรอตรวจ', 'No paper waits to be checked.'],
  waits: ['รอตรวจ {count} ฉบับ', '{count} waiting'],
  addedOn: ['ส่งเมื่อ {date}', 'sent on {date}'],
  ownLastDay: ['หมดอายุบนเอกสาร {date}', 'its own last day: {date}'],
  attorney: [
    'มอบอำนาจ {from} ถึง {until} อากร {baht} บาท: {acts}',
    'power of attorney {from} to {until}, duty {baht} baht: {acts}',
  ],
  open: ['เปิดตรวจ', 'Open and check'],
  validUntil: ['ใช้อ้างได้ถึง', 'May be relied on until'],
  atMost: ['ไม่เกิน {date}', 'at most {date}'],
  accept: ['รับ', 'Accept'],
  sendBack: ['ไม่รับ', 'Send back'],
  reason: ['เหตุผลถึงนายจ้าง (เมื่อไม่รับ)', 'Reason to the employer (to send back)'],
  writeReason: ['โปรดเขียนเหตุผล', 'Write the reason'],
  accepted: ['รับแล้ว ใช้ได้ทุกคำขอ', 'Accepted, for every case'],
  sentBack: ['ส่งกลับแล้ว', 'Sent back'],
  cited: ['จากแฟ้มนายจ้าง', 'From the employer’s dossier'],
  checkedBy: ['{role} ตรวจเมื่อ {date} ใช้ได้ถึง {until}', 'checked by {role} on {date}, valid until {until}'],
  notChecked: ['ยังไม่มีใครตรวจ', 'nobody has checked it yet'],
});
