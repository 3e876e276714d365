import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import {
  isBalanced,
  NO_STOCK,
  standAfter,
  type StockAct,
  type StockStanding,
} from '@permit/domain/cards/stock-ledger.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { cardStockApi } from '@permit/domain/contract/card-stock-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { centreOf } from './centre-of.ts';
import { stockBalance } from './receive-stock.ts';

type Report = OutputOf<typeof cardStockApi.stockReport>;

/** A destroyed line of a blank that was issued before takes it from the cards, not from the spoil box. */
const ACT = `CASE WHEN s.kind = 'destroyed' AND EXISTS (
  SELECT 1 FROM stock_movements i WHERE i.kind = 'issued' AND i.serial_first = s.serial_first AND i.box = s.box)
  THEN 'destroyed-card' ELSE s.kind END`;

interface DayRow {
  readonly day: string;
  readonly act: StockAct;
  readonly count: number;
}

/** The balance at the end of each day of Bangkok, folded up from the ledger's first line on. */
export async function stockReport(
  tx: Tx,
  { from, to }: InputOf<typeof cardStockApi.stockReport>,
): Promise<Report> {
  const centre = centreOf(tx);
  const { rows } = await tx.db.raw<{ rows: DayRow[] }>(
    `SELECT to_char(at AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS day, ${ACT} AS act, sum(count)::int AS count
     FROM stock_movements s WHERE centre_party = ? GROUP BY 1, 2 ORDER BY 1`,
    [centre],
  );
  const ends = foldDays(rows);
  const days = [...ends]
    .filter(([day]) => day >= from && day <= to)
    .map(([day, standing]) => ({ day, ...standing, balanced: isBalanced(standing) }));
  const last = [...ends.values()].at(-1) ?? NO_STOCK;
  const fact = { act: 'stock-report-read', subjectKind: 'centre', subjectId: centre, purpose: 'stock' };
  await recordAudit(tx, { ...fact, detail: { from, to, readOn: bangkokDate(tx.deps.clock.now()) } });
  return {
    days,
    agreesWithBlanks: await agrees(tx, last),
    boxesSetAside: await boxesSetAside(tx, centre),
  };
}

function foldDays(rows: readonly DayRow[]): Map<string, StockStanding> {
  const ends = new Map<string, StockStanding>();
  let standing = NO_STOCK;
  for (const { day, act, count } of rows) {
    standing = standAfter(standing, act, count);
    ends.set(day, standing);
  }
  return ends;
}

/** The ledger against the blanks themselves, place by place: equal sums alone could hide two errors. */
async function agrees(tx: Tx, ledger: StockStanding): Promise<boolean> {
  const { balanced, ...there } = await stockBalance(tx);
  return (
    balanced && Object.entries(ledger).every(([place, count]) => there[place as keyof typeof there] === count)
  );
}

async function boxesSetAside(tx: Tx, centre: string): Promise<string[]> {
  const rows = await tx
    .db('stock_differences')
    .where('centre_party', centre)
    .whereNull('settled_at')
    .orderBy('box')
    .select<{ box: string }[]>('box');
  return rows.map(({ box }) => box);
}

interface LineRow {
  readonly at: Date;
  readonly act: StockAct;
  readonly box: string;
  readonly serial_first: string;
  readonly serial_last: string;
  readonly count: number;
  readonly centre_party: string;
  readonly centre: string;
  readonly other: string | null;
  readonly persons: number;
  readonly reason: string | null;
}

/** Every line of a box or a serial through all the centres that it was in; only for a centre that is one of them. */
export async function listCustody(
  tx: Tx,
  { box, serial }: InputOf<typeof cardStockApi.listCustody>,
): Promise<OutputOf<typeof cardStockApi.listCustody>> {
  const centre = centreOf(tx);
  const rows = await asJob(tx, async () => {
    const query = tx
      .db('stock_movements as s')
      .join('parties as c', 'c.id', 's.centre_party')
      .leftJoin('parties as o', 'o.id', 's.other_centre')
      .orderBy('s.at')
      .orderBy('s.kind', 'desc')
      .limit(2_000);
    // Serials of one box have one length, so that the order of letters is the order of numbers.
    if (serial !== undefined)
      query.whereRaw('? BETWEEN s.serial_first AND s.serial_last AND length(s.serial_first) = length(?)', [
        serial,
        serial,
      ]);
    else query.where('s.box', box ?? '');
    return (await query.select(
      's.at',
      tx.db.raw(`${ACT} AS act`),
      's.box',
      's.serial_first',
      's.serial_last',
      's.count',
      's.centre_party',
      'c.public_id as centre',
      'o.public_id as other',
      tx.db.raw('num_nonnulls(s.by_person, s.second_person) AS persons'),
      's.reason',
    )) as LineRow[];
  });
  if (!rows.some(({ centre_party: at }) => at === centre)) throw notFound();
  return { lines: rows.map(lineOf) };
}

const lineOf = (row: LineRow) => ({
  at: row.at.toISOString(),
  act: row.act,
  box: row.box,
  first: row.serial_first,
  last: row.serial_last,
  count: row.count,
  centreId: row.centre,
  ...(row.other ? { otherCentreId: row.other } : {}),
  persons: row.persons,
  ...(row.reason ? { reason: row.reason } : {}),
});
