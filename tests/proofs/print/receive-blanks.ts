import { BLANKS_A_POINT } from './play-point.ts';
import type { PrintOffice } from './print-office.ts';

/** The largest box that the ledger takes at once. */
const BOX = 10_000;

/** Boxes for both printers, enough for so many points. */
export async function receiveBlanks(office: PrintOffice, points: number): Promise<void> {
  const supervisor = await office.road.as('supervisor');
  const last = points * BLANKS_A_POINT;
  for (const prefix of ['A-', 'B-'])
    for (let first = 1; first <= last; first += BOX)
      await supervisor.call('receiveStock', {
        box: `PROOF-${prefix}${first}`,
        prefix,
        first,
        last: Math.min(last, first + BOX - 1),
      });
}
