import { knowsBirth } from '@permit/domain/people/knows-birth.ts';
import type { WorkerRecord } from '../applications/worker-record.ts';
import type { Tx } from '../database/transaction.ts';
import { openJson, personKey } from '../vault/person-vault.ts';
import { readBirth, type JudgedRow } from './judge-row.ts';

export interface Match {
  readonly match: 'linked' | 'not-found' | 'differs' | 'not-given';
  readonly permitId: string | undefined;
  readonly category: string | undefined;
}

interface Candidate {
  readonly id: string;
  readonly permit_no: string;
  readonly category: string;
  readonly state: string;
  readonly worker_person: string;
  readonly wrapped_key: Buffer;
  readonly sealed: Buffer;
  readonly passport: Buffer | null;
}

const IN_FORCE = ['temporary', 'active', 'renewal-pending'];
const NONE = { permitId: undefined, category: undefined };

/**
 * The permit that each row speaks of. A number alone proves nothing: passport or birth must agree with what is on
 * record, or a mistyped number would move another person's employment. Who has no permit number is found by passport
 * and birth. Runs as the job class, for the filer may not see permits of others' cases.
 */
export async function matchPermits(tx: Tx, rows: readonly JudgedRow[]): Promise<Match[]> {
  const candidates = await candidatesFor(tx, rows);
  return rows.map((row) => matchOf(tx, row, candidates));
}

async function candidatesFor(tx: Tx, rows: readonly JudgedRow[]): Promise<Candidate[]> {
  const numbers = rows.flatMap(({ draft }) => draft.oldPermit?.number ?? []);
  const passports = rows.flatMap((row) => passportKey(tx, row) ?? []);
  if (numbers.length + passports.length === 0) return [];
  return tx
    .db('permits as m')
    .join('people as p', 'p.id', 'm.worker_person')
    .leftJoin('person_index as i', (on) => on.on('i.person_id', 'p.id').andOnVal('i.kind', 'passport'))
    .where((query) => void query.whereIn('m.permit_no', numbers).orWhereIn('i.value', passports))
    .whereNotNull('p.wrapped_key')
    .select<Candidate[]>(
      'm.id',
      'm.permit_no',
      'm.category',
      'm.state',
      'm.worker_person',
      'p.wrapped_key',
      'p.sealed',
      'i.value as passport',
    );
}

const passportKey = (tx: Tx, { draft }: JudgedRow): Buffer | undefined =>
  draft.travelDocument?.number ? tx.deps.keys.blindIndex('passport', draft.travelDocument.number) : undefined;

function matchOf(tx: Tx, row: JudgedRow, candidates: readonly Candidate[]): Match {
  const number = row.draft.oldPermit?.number;
  const passport = passportKey(tx, row);
  if (!number && !passport) return { match: 'not-given', ...NONE };
  const hasPassport = (one: Candidate) => Boolean(passport && one.passport?.equals(passport));
  const named = candidates.filter((one) => (number ? one.permit_no === number : hasPassport(one)));
  if (named.length === 0) return { match: 'not-found', ...NONE };
  const proven = named.filter((one) =>
    number ? hasPassport(one) || bornAs(tx, one, row) : IN_FORCE.includes(one.state) && bornAs(tx, one, row),
  );
  const ids = new Set(proven.map(({ id }) => id));
  const found = proven[0];
  if (ids.size !== 1 || !found) return { match: 'differs', ...NONE };
  return { match: 'linked', permitId: found.id, category: found.category };
}

/** True where the row says at least what is on record of the birth; an unknown birth proves nothing. */
function bornAs(tx: Tx, one: Candidate, { typed }: JudgedRow): boolean {
  const said = typed.born ? readBirth(typed.born) : undefined;
  if (!said) return false;
  const key = personKey(tx.deps.keys, one.worker_person, one.wrapped_key);
  return knowsBirth(openJson<WorkerRecord>(key, 'person', one.sealed).birth, said.date);
}
