import type { Emission } from '@permit/print/printers/emissions-log.ts';
import type { PrintOffice } from './print-office.ts';

export interface Verdict {
  readonly emissions: number;
  /** Revisions of which more than one card came out, and serials that came out twice. */
  readonly doubles: number;
  /** Blanks whose place in the ledger is not what the printers' logs say, and a balance that does not hold. */
  readonly unbalanced: number;
}

/** What the printers' own logs say against the server's orders, blanks and cards; nothing else is believed. */
export async function judgePrints(
  office: PrintOffice,
  emissions: readonly Emission[],
  revisions: { from: number; upTo: number },
  blanks: { from: number; upTo: number },
): Promise<Verdict> {
  const orders = await office.ordersFrom(revisions.from, revisions.upTo);
  const emitted = emissions.filter(({ event }) => event === 'emitted');
  const revisionOf = new Map(orders.map((order) => [order.public_id, order.revision]));
  const names = emitted.map(({ printOrderId = '' }) => String(revisionOf.get(printOrderId) ?? printOrderId));
  const serials = emitted.map(({ serial }) => serial);
  const ledger = await ledgerOf(office, blanks);
  const out = new Set(serials);
  const passed = new Set(orders.filter(({ state }) => state === 'passed').map((order) => order.blank_serial));
  const wrong = ledger.filter(({ serial, state, card }) =>
    state === 'issued'
      ? !out.has(serial) || !passed.has(serial) || !card
      : out.has(serial) || state === 'reserved' || card,
  );
  const { balanced } = await (await office.clerk()).call('stockBalance', {});
  return {
    emissions: emitted.length,
    doubles: repeats(names) + repeats(serials),
    unbalanced: wrong.length + (balanced ? 0 : 1),
  };
}

const repeats = (names: readonly string[]) => names.length - new Set(names).size;

function ledgerOf(office: PrintOffice, { from, upTo }: { from: number; upTo: number }) {
  return office.asJob(async (tx) => {
    const { rows } = await tx.db.raw<{ rows: { serial: string; state: string; card: boolean }[] }>(
      `SELECT b.serial, b.state, k.id IS NOT NULL AS card FROM blanks b LEFT JOIN cards k ON k.serial = b.serial
       WHERE b.serial ~ '^[AB]-' AND substr(b.serial, 3)::int BETWEEN ? AND ?`,
      [from, upTo],
    );
    return rows;
  });
}
