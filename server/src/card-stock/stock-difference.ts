import type { CountStands } from '@permit/domain/cards/blind-count.ts';
import { rangesOf } from '@permit/domain/cards/stock-ledger.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { cardStockApi } from '@permit/domain/contract/card-stock-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { centreOf } from './centre-of.ts';
import { secondPerson } from './second-person.ts';

type Difference = OutputOf<typeof cardStockApi.settleStockDifference>;

/** A count of one box. */
export interface CountRow {
  readonly id: string;
  readonly public_id: string;
  readonly centre_party: string;
  readonly box: string;
  readonly state: CountStands['state'];
  readonly opened_by: string;
  readonly opened_at: Date;
  readonly first_by: string | null;
}

interface DifferenceRow {
  readonly id: string;
  readonly public_id: string;
  readonly centre_party: string;
  readonly box: string;
  readonly expected: number;
  readonly counted: number;
  readonly shift_from: Date;
  readonly shift_to: Date;
  readonly found_at: Date;
  readonly settled_at: Date | null;
  readonly missing: number | null;
}

/**
 * What two persons counted is not what the ledger says: the box is set aside, the shift since it was last right is
 * written down, and every other box goes on. Runs as the job class, in the name of the second counter.
 */
export async function setBoxAside(
  tx: Tx,
  count: CountRow,
  { counted, expected }: { counted: number; expected: number },
): Promise<void> {
  const { centre_party: centre, box } = count;
  const shiftFrom = await lastKnownRight(tx, count);
  await tx.db('stock_differences').insert({
    id: newId(),
    public_id: newPublicId(),
    count_id: count.id,
    centre_party: centre,
    box,
    expected,
    counted,
    shift_from: shiftFrom,
    shift_to: tx.db.raw('clock_timestamp()'),
  });
  const serials = await serialsIn(tx, { centre, box, state: 'blank' });
  await moveBlanks(tx, {
    centre,
    box,
    serials,
    kind: 'quarantined',
    second: count.first_by!,
    reason: 'count differs',
  });
  const fact = { act: 'stock-difference-found', subjectKind: 'box', subjectId: box, purpose: 'stock' };
  await recordAudit(tx, { ...fact, detail: { expected, counted, setAside: serials.length } });
  tx.deps.log.warn({ box, expected, counted }, 'a box of blanks is set aside: its count differs');
}

/** When the box was last counted right, or came in. */
async function lastKnownRight(
  tx: Tx,
  { centre_party: centre, box, opened_at: openedAt }: CountRow,
): Promise<Date> {
  const agreed = tx
    .db('stock_counts')
    .where({ centre_party: centre, box, state: 'agreed' })
    .max('closed_at as at');
  const came = tx
    .db('stock_movements')
    .where({ centre_party: centre, box })
    .whereIn('kind', ['received', 'moved-in'])
    .max('at as at');
  const { rows } = await tx.db.raw<{ rows: { at: Date | null }[] }>('SELECT greatest((?), (?)) AS at', [
    agreed,
    came,
  ]);
  return rows[0]?.at ?? openedAt;
}

async function serialsIn(
  tx: Tx,
  { centre, box, state }: { centre: string; box: string; state: string },
): Promise<string[]> {
  const rows = await tx
    .db('blanks')
    .where({ centre_party: centre, box, state })
    .orderBy('serial')
    .forUpdate()
    .select<{ serial: string }[]>('serial');
  return rows.map(({ serial }) => serial);
}

interface BlanksMove {
  readonly centre: string;
  readonly box: string;
  readonly serials: readonly string[];
  readonly kind: 'quarantined' | 'cleared';
  readonly second: string;
  readonly reason: string;
}

async function moveBlanks(tx: Tx, { centre, box, serials, kind, second, reason }: BlanksMove): Promise<void> {
  if (serials.length === 0) return;
  const state = kind === 'cleared' ? 'blank' : 'quarantined';
  await tx
    .db('blanks')
    .whereIn('serial', serials)
    .update({ state, changed_at: tx.db.raw('clock_timestamp()') });
  const signed = {
    centre_party: centre,
    box,
    kind,
    by_person: tx.caller.personId,
    second_person: second,
    reason,
  };
  await tx.db('stock_movements').insert(
    rangesOf(serials).map(({ first, last, count }) => ({
      id: newId(),
      ...signed,
      serial_first: first,
      serial_last: last,
      count,
    })),
  );
}

/** Differences of this centre, open ones first. */
export async function listStockDifferences(
  tx: Tx,
): Promise<OutputOf<typeof cardStockApi.listStockDifferences>> {
  const rows = await tx
    .db('stock_differences')
    .where('centre_party', centreOf(tx))
    .orderByRaw('settled_at IS NOT NULL, found_at DESC')
    .limit(100)
    .select<DifferenceRow[]>();
  return { differences: await Promise.all(rows.map((row) => describe(tx, row))) };
}

/** A named person, before a second, gives the box free; what is missing stays set aside by its serial, for ever. */
export async function settleStockDifference(
  tx: Tx,
  input: InputOf<typeof cardStockApi.settleStockDifference>,
): Promise<Difference> {
  const centre = centreOf(tx);
  const row = await tx
    .db('stock_differences')
    .where({ public_id: input.differenceId, centre_party: centre })
    .forUpdate()
    .first<DifferenceRow | undefined>();
  if (!row) throw notFound();
  if (row.settled_at) throw new ApiError('wrong-state');
  const second = await secondPerson(tx, input);
  const aside = await serialsIn(tx, { centre, box: row.box, state: 'quarantined' });
  const missing = [...new Set(input.missingSerials)];
  if (missing.some((serial) => !aside.includes(serial))) throw new ApiError('no-blank');
  const serials = aside.filter((serial) => !missing.includes(serial));
  await moveBlanks(tx, { centre, box: row.box, serials, kind: 'cleared', second, reason: input.reason });
  const settled = { settled_by: tx.caller.personId!, settled_second: second, missing: missing.length };
  const settledAt = tx.deps.clock.now();
  await tx
    .db('stock_differences')
    .where('id', row.id)
    .update({ ...settled, settled_at: settledAt, settled_reason: input.reason });
  const fact = { act: 'stock-difference-settled', subjectKind: 'box', subjectId: row.box, purpose: 'stock' };
  await recordAudit(tx, { ...fact, detail: { missing, cleared: serials.length } });
  return describe(tx, { ...row, settled_at: settledAt, missing: missing.length });
}

async function describe(tx: Tx, row: DifferenceRow): Promise<Difference> {
  const shift = (await tx
    .db('stock_movements')
    .where({ centre_party: row.centre_party, box: row.box })
    .whereBetween('at', [row.shift_from, row.shift_to])
    .first(
      tx.db.raw('count(DISTINCT by_person)::int AS persons'),
      tx.db.raw(`(count(*) FILTER (WHERE kind = 'issued'))::int AS cards`),
    )) as { persons: number; cards: number };
  return {
    differenceId: row.public_id,
    box: row.box,
    expected: row.expected,
    counted: row.counted,
    shiftFrom: row.shift_from.toISOString(),
    shiftTo: row.shift_to.toISOString(),
    ...shift,
    foundAt: row.found_at.toISOString(),
    ...(row.settled_at ? { settledAt: row.settled_at.toISOString() } : {}),
    ...(row.missing === null ? {} : { missing: row.missing }),
  };
}
