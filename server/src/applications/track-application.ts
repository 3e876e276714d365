import { bareDocumentNumber } from '@permit/domain/catalogue/canonical-draft.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { knowsBirth } from '@permit/domain/people/knows-birth.ts';
import { openReceipt } from '@permit/domain/receipts/signed-receipt.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { receiptCheck } from '../receipts/receipt-keys.ts';
import { openJson, personKey } from '../vault/person-vault.ts';
import { mayWork } from './may-work.ts';
import { openNobody } from './open-nobody.ts';
import { trackedByNumber, trackedByPassport, type TrackedRow } from './tracked-rows.ts';
import type { WorkerRecord } from './worker-record.ts';

type Input = InputOf<typeof filingApi.trackApplication>;
type Answer = OutputOf<typeof filingApi.trackApplication>;

/**
 * Where a case stands, for whoever knows its number or the passport and the birth as it is on record, or holds the
 * filing receipt. Absent, foreign and wrongly answered are one answer that costs the same work; it names nobody.
 */
export async function trackApplication(tx: Tx, input: Input): Promise<Answer> {
  const rows =
    input.receipt === undefined ? await byKnowledge(tx, input) : await byReceipt(tx, input.receipt);
  const [newest, ...others] = rows;
  if (!newest) throw notFound();
  const fact = { act: 'case-tracked', subjectKind: 'application-no', subjectId: newest.number };
  await recordAudit(tx, {
    ...{ ...fact, purpose: 'tracking' },
    detail: { by: input.receipt ? 'receipt' : input.passportNo ? 'passport' : 'number', cases: rows.length },
  });
  const { keys } = tx.deps;
  const proof = mayWork(keys, personKey(keys, newest.worker_person, newest.wrapped_key), newest);
  return {
    ...describe(newest),
    ...(newest.due_at ? { dueAt: newest.due_at.toISOString() } : {}),
    mayWork: proof !== undefined,
    ...(proof?.judgedBy ? { mayWorkJudgedBy: proof.judgedBy } : {}),
    others: others.map(describe),
  };
}

const describe = (row: TrackedRow): Answer['others'][number] => ({
  applicationNo: row.number,
  serviceCode: row.service_code,
  state: row.state,
  stateSince: row.state_since.toISOString(),
});

async function byKnowledge(tx: Tx, { passportNo, applicationNo = '', born = '' }: Input) {
  if (passportNo === undefined)
    return bornAsSaid(tx, await trackedByNumber(tx, applicationNo), { born, opened: 1 });
  const passport = tx.deps.keys.blindIndex('passport', bareDocumentNumber(passportNo));
  return bornAsSaid(tx, await trackedByPassport(tx, passport), { born, opened: MOST_OF_ONE_PASSPORT });
}

/** Records of people that one passport opens at most. */
const MOST_OF_ONE_PASSPORT = 4;

/**
 * The rows whose record says the birth that was said. So many records are opened whether or not there are any: how
 * long the answer takes tells nothing.
 */
function bornAsSaid(
  tx: Tx,
  rows: readonly TrackedRow[],
  { born, opened }: { born: string; opened: number },
): readonly TrackedRow[] {
  const known = new Map<string, boolean>();
  for (const row of rows) {
    if (known.size < opened && !known.has(row.worker_person))
      known.set(row.worker_person, knowsBirth(recordOf(tx, row).birth, born));
  }
  for (let left = opened - known.size; left > 0; left -= 1) openNobody(tx.deps.keys);
  return rows.filter(({ worker_person }) => known.get(worker_person) === true);
}

const recordOf = (tx: Tx, row: TrackedRow): WorkerRecord =>
  openJson<WorkerRecord>(personKey(tx.deps.keys, row.worker_person, row.wrapped_key), 'person', row.sealed);

async function byReceipt(tx: Tx, text: string): Promise<readonly TrackedRow[]> {
  const reading = await openReceipt(text, receiptCheck(tx.deps.keys));
  const number = reading.ok && reading.claims.kind === 'application' ? reading.claims.number : '';
  const rows = await trackedByNumber(tx, number);
  const digest = reading.ok ? reading.claims.digest : '';
  return rows.filter(({ body_hash }) => body_hash?.subarray(0, 16).toString('hex') === digest);
}
