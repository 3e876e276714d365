import { twoLanguages } from './two-languages.ts';

/** Claims to accounts and acting registrars: staff only. */
export const officePeopleTexts = twoLanguages({
  claims: ['คำร้องขอคืนบัญชี', 'Claims to accounts'],
  noClaims: ['ไม่มีคำร้องรอวินิจฉัย', 'No claim waits.'],
  claims_who: [
    'ผู้ร้อง {claimant} ขอคืนบัญชี {username} (คำขอ {cases} เรื่อง)',
    '{claimant} claims the account {username} ({cases} cases)',
  ],
  proofs: ['เอกสารที่อ้าง', 'Papers named'],
  uphold: ['คืนบัญชี', 'Give it back'],
  refuse: ['ไม่คืน', 'Refuse'],
  means_uphold: [
    'การใช้งานบัญชีนั้นสิ้นสุด นายจ้างหรือลูกจ้างและคำขอทั้งหมดไปอยู่กับผู้ร้อง การมอบอำนาจและกุญแจโปรแกรมสิ้นสุด ผู้ถือเดิมได้รับแจ้ง',
    'Its sessions end; the party and every case go to the claimant; delegations and keys end; the former holder is told.',
  ],
  means_refuse: ['บัญชีอยู่ตามเดิม ผู้ร้องได้รับแจ้ง', 'The account stays as it is; the claimant is told.'],
  orders: ['ผู้รักษาการตามคำสั่ง', 'Acting by order'],
  noOrders: ['ยังไม่มีคำสั่ง', 'No order yet.'],
  newOrder: ['บันทึกคำสั่ง', 'Enter an order'],
  orderNo: ['คำสั่งที่', 'Number of the order'],
  office: ['สำนักงาน', 'Office'],
  role: ['ตำแหน่ง', 'As'],
  role_registrar: ['นายทะเบียน', 'registrar'],
  'role_assistant-registrar': ['ผู้ช่วยนายทะเบียน', 'assistant registrar'],
  from: ['ตั้งแต่วันที่', 'From'],
  fromTime: ['เวลา (เวลาไทย เช่น 08.30)', 'At (Bangkok time, such as 08.30)'],
  until: ['ถึงวันที่', 'Until'],
  untilTime: ['เวลา (เวลาไทย เช่น 16.30)', 'At (Bangkok time, such as 16.30)'],
  persons: ['ผู้มีชื่อในคำสั่ง', 'Persons named'],
  end: ['ยกเลิกคำสั่ง', 'End this order'],
  means_end: ['ตั้งแต่นาทีนี้ไม่มีใครลงนามตามคำสั่งนี้ได้', 'From this moment nobody decides by it.'],
  state_coming: ['ยังไม่เริ่ม', 'not yet'],
  'state_in-force': ['มีผลอยู่', 'in force'],
  state_over: ['สิ้นสุดแล้ว', 'over'],
  state_revoked: ['ยกเลิกแล้ว', 'ended early'],
});
