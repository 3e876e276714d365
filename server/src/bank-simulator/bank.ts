import {
  bankReportText,
  bankStatementText,
  type BankReport,
  type BankStatement,
} from '@permit/domain/contract/bank-report.ts';
import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { createPrivateKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export interface Payment {
  readonly report: BankReport;
  readonly reported: boolean;
}

export interface Bank {
  /** Takes the money, durably, and answers the bank's reference; the report follows until it is acknowledged. */
  pay(bill: BillToPay): string;
  /** A signed page of what was paid on a day in Bangkok, in the order of payment. */
  statement(day: string, after: number): BankStatement & { readonly signature: string };
  payments(): readonly Payment[];
  stop(): void;
}

export interface BillToPay {
  readonly ref1: string;
  readonly ref2: string;
  readonly amountSatang: number;
  readonly paidAt?: string;
  /** True for a payment whose report is lost on the way: only the statement knows of it. */
  readonly silent?: boolean;
}

const RETRY_MS = 500;
const STATEMENT_PAGE = 1_000;

/** Opens the bank's own folder: its key, and a ledger that is fsynced before a payment counts. */
export function openBank({ folder, apiUrl }: { folder: string; apiUrl: string }): Bank {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = openKey(folder);
  const ledger = join(folder, 'ledger.jsonl');
  const open = new Map<string, BankReport>();
  const done: BankReport[] = [];
  const paid: BankReport[] = [];
  for (const line of readLines(ledger)) replay(line, { open, done, paid });

  async function reportAll(): Promise<void> {
    for (const [reference, report] of [...open]) {
      if (!(await send(apiUrl, report, key))) continue;
      append(ledger, { acknowledged: reference });
      open.delete(reference);
      done.push(report);
    }
  }
  let sending: Promise<void> = Promise.resolve();
  const ring = () => (sending = sending.then(reportAll).catch(() => undefined));
  const timer = setInterval(() => void ring(), RETRY_MS);

  return {
    pay({ ref1, ref2, amountSatang, paidAt, silent = false }) {
      const bankReference = `SIM${randomBytes(8).toString('hex').toUpperCase()}`;
      const report = { ref1, ref2, amountSatang, paidAt: paidAt ?? new Date().toISOString(), bankReference };
      append(ledger, silent ? { paid: report, silent } : { paid: report });
      paid.push(report);
      if (!silent) open.set(bankReference, report);
      void ring();
      return bankReference;
    },
    statement(day, after) {
      const ofDay = paid.filter(({ paidAt }) => bangkokDate(paidAt) === day);
      const payments = ofDay.slice(after, after + STATEMENT_PAGE);
      const end = after + payments.length;
      const page = { day, after, payments, ...(end < ofDay.length ? { next: end } : {}) };
      return { ...page, signature: sign(null, Buffer.from(bankStatementText(page)), key).toString('base64') };
    },
    payments: () => [
      ...done.map((report) => ({ report, reported: true })),
      ...[...open.values()].map((report) => ({ report, reported: false })),
    ],
    stop: () => clearInterval(timer),
  };
}

type LedgerLine = { paid: BankReport; silent?: boolean } | { acknowledged: string };

function replay(
  line: string,
  { open, done, paid }: { open: Map<string, BankReport>; done: BankReport[]; paid: BankReport[] },
): void {
  const entry = JSON.parse(line) as LedgerLine;
  if ('paid' in entry) {
    paid.push(entry.paid);
    if (!entry.silent) open.set(entry.paid.bankReference, entry.paid);
    return;
  }
  const report = open.get(entry.acknowledged);
  open.delete(entry.acknowledged);
  if (report) done.push(report);
}

/** Complete lines only; a line cut by a power cut was never promised to anyone. */
function readLines(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
}

function append(path: string, entry: LedgerLine): void {
  const file = openSync(path, 'a', 0o600);
  try {
    appendFileSync(file, `${JSON.stringify(entry)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function openKey(folder: string): KeyObject {
  const path = join(folder, 'bank-private.pem');
  if (!existsSync(path)) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    writeFileSync(join(folder, 'bank-public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  }
  return createPrivateKey(readFileSync(path, 'utf8'));
}

/** True where the permit API has the report for good; false: try again later. */
async function send(apiUrl: string, report: BankReport, key: KeyObject): Promise<boolean> {
  const signature = sign(null, Buffer.from(bankReportText(report)), key).toString('base64');
  const answer = await fetch(`${apiUrl}/api/v1/bank/payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...report, signature }),
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  return answer?.ok ?? false;
}
