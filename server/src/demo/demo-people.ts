import type { Role } from '@permit/domain/staff/roles.ts';
import type { DemoPartyCode } from './demo-places.ts';

export interface DemoPerson {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly party: DemoPartyCode;
}

/** Invented people, one for each thing that a person does; machines have no name. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { username: 'employer', displayName: 'มาลี ตัวอย่างดี', role: 'employer', party: 'EMPLOYER-1' },
  { username: 'agent', displayName: 'สมมุติ ตัวแทน', role: 'agent', party: 'AGENT-1' },
  { username: 'checker', displayName: 'ชุติมา ตรวจดี', role: 'document-checker', party: 'CONTRACTOR' },
  { username: 'clerk', displayName: 'กมล หน้าศูนย์', role: 'clerk', party: 'CENTRE-74-1' },
  { username: 'clerk2', displayName: 'ขวัญใจ หน้าศูนย์', role: 'clerk', party: 'CENTRE-74-1' },
  { username: 'supervisor', displayName: 'คมสัน ดูแลศูนย์', role: 'centre-supervisor', party: 'CENTRE-74-1' },
  {
    username: 'assistant',
    displayName: 'จารุณี ผู้ช่วยนายทะเบียน',
    role: 'assistant-registrar',
    party: 'OFFICE-74',
  },
  { username: 'registrar', displayName: 'ฉัตรชัย นายทะเบียน', role: 'registrar', party: 'OFFICE-74' },
  { username: 'registrar-bangkok', displayName: 'ณรงค์ นายทะเบียน', role: 'registrar', party: 'OFFICE-10-1' },
  { username: 'head', displayName: 'ทองใบ หัวหน้าสำนักงาน', role: 'head-of-office', party: 'OFFICE-74' },
  { username: 'minister', displayName: 'ธารา สำนักงานรัฐมนตรี', role: 'minister-office', party: 'APPEALS' },
  { username: 'inspector', displayName: 'ดวงใจ ตรวจแรงงาน', role: 'inspector', party: 'INSPECTORATE' },
  { username: 'administrator', displayName: 'ต้นกล้า ผู้ดูแลระบบ', role: 'administrator', party: 'DEPARTMENT' },
  { username: 'finance', displayName: 'บัญชา การเงิน', role: 'finance-officer', party: 'DEPARTMENT' },
  { username: 'finance2', displayName: 'ปราณี การเงิน', role: 'finance-officer', party: 'DEPARTMENT' },
  { username: 'auditor', displayName: 'ถนอม ผู้ตรวจสอบ', role: 'auditor', party: 'DEPARTMENT' },
  { username: 'print-worker', displayName: 'print worker', role: 'print-worker', party: 'DEPARTMENT' },
  { username: 'print-host-74', displayName: 'print host', role: 'print-host', party: 'CENTRE-74-1' },
];
