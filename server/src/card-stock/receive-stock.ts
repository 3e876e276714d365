import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitsApi } from '@permit/domain/contract/permits-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { actingParty } from '../http/acting-party.ts';
import { newId } from '../ids.ts';
import { serialsOf } from './blank-range.ts';
import { requireNoOpenCount } from './stock-count.ts';

type Input = InputOf<typeof permitsApi.receiveStock>;

/** A box of blanks arrives. A serial that was ever received anywhere refuses the whole box. */
export async function receiveStock(tx: Tx, input: Input): Promise<OutputOf<typeof permitsApi.receiveStock>> {
  const centre = actingParty(tx);
  const blanks = await receiveBox(tx, centre, input);
  const fact = { act: 'stock-received', subjectKind: 'box', subjectId: input.box, purpose: 'stock' };
  await recordAudit(tx, { ...fact, detail: { blanks } });
  return { blanks };
}

/** Writes the blanks of a box and the movement that brought them; also used by the demo's first box. */
export async function receiveBox(
  tx: Tx,
  centre: string,
  box: Omit<Input, 'digits'> & { digits: number },
): Promise<number> {
  const serials = serialsOf(box);
  const rows = serials.map((serial) => ({ serial, centre_party: centre, box: box.box }));
  for (let start = 0; start < rows.length; start += 1000)
    await tx.db('blanks').insert(rows.slice(start, start + 1000));
  await tx.db('stock_movements').insert({
    id: newId(),
    centre_party: centre,
    kind: 'received',
    box: box.box,
    serial_first: serials[0],
    serial_last: serials.at(-1),
    count: serials.length,
    by_person: tx.caller.personId ?? null,
  });
  return serials.length;
}

interface BalanceRow {
  received: number;
  moved_in: number;
  moved_out: number;
  blank: number;
  reserved: number;
  issued: number;
  spoiled: number;
  quarantined: number;
  destroyed: number;
}

/** I5 for the caller's centre: what came in by the movements, what is there by the blanks themselves. */
export async function stockBalance(tx: Tx): Promise<OutputOf<typeof permitsApi.stockBalance>> {
  await requireNoOpenCount(tx);
  const moved = (kind: string) => `coalesce(sum(count) FILTER (WHERE kind = '${kind}'), 0)::int`;
  const lying = (state: string) => `(count(*) FILTER (WHERE state = '${state}'))::int AS ${state}`;
  const centre = actingParty(tx);
  const { rows } = await tx.db.raw<{ rows: BalanceRow[] }>(
    `SELECT * FROM (SELECT ${moved('received')} AS received, ${moved('moved-in')} AS moved_in, ${moved('moved-out')} AS moved_out
                    FROM stock_movements WHERE centre_party = ?) m,
                   (SELECT ${['blank', 'reserved', 'issued', 'spoiled', 'quarantined', 'destroyed'].map(lying).join(', ')}
                    FROM blanks WHERE centre_party = ?) b`,
    [centre, centre],
  );
  const { moved_in: movedIn, moved_out: movedOut, ...row } = rows[0]!;
  const there = row.blank + row.reserved + row.issued + row.spoiled + row.quarantined + row.destroyed;
  return { ...row, movedIn, movedOut, balanced: row.received + movedIn - movedOut === there };
}
