import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitsApi } from '@permit/domain/contract/permits-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { newId } from '../ids.ts';
import { serialsOf } from './blank-range.ts';
import { secondPerson } from './second-person.ts';

interface FreeBlank {
  serial: string;
  box: string;
  state: string;
  centre_party: string;
}

/** Unused blanks change their centre, all of the range or none; each box has its line at both ends. */
export async function moveStock(
  tx: Tx,
  input: InputOf<typeof permitsApi.moveStock>,
): Promise<OutputOf<typeof permitsApi.moveStock>> {
  const from = actingParty(tx);
  const to = await otherCentre(tx, from, input.toCentreId);
  const second = await secondPerson(tx, input);
  const serials = serialsOf(input);
  const blanks = await lockFree(tx, from, serials);
  await tx
    .db('blanks')
    .whereIn('serial', serials)
    .update({ centre_party: to, changed_at: tx.db.raw('clock_timestamp()') });
  for (const box of new Set(blanks.map((blank) => blank.box))) {
    const ofBox = blanks.filter((blank) => blank.box === box);
    const signed = { box, second_person: second, by_person: tx.caller.personId, ...ends(ofBox) };
    await tx.db('stock_movements').insert([
      { id: newId(), kind: 'moved-out', centre_party: from, other_centre: to, ...signed },
      { id: newId(), kind: 'moved-in', centre_party: to, other_centre: from, ...signed },
    ]);
  }
  const fact = { act: 'stock-moved', subjectKind: 'centre', subjectId: input.toCentreId, purpose: 'stock' };
  const detail = { blanks: blanks.length, first: serials[0], last: serials.at(-1) };
  await recordAudit(tx, { ...fact, detail });
  return { blanks: blanks.length };
}

const ends = (blanks: readonly FreeBlank[]) => ({
  serial_first: blanks[0]!.serial,
  serial_last: blanks.at(-1)!.serial,
  count: blanks.length,
});

async function otherCentre(tx: Tx, from: string, publicId: string): Promise<string> {
  const centre = await tx
    .db('parties')
    .where({ public_id: publicId, kind: 'centre' })
    .first<{ id: string } | undefined>('id');
  if (!centre) throw notFound();
  if (centre.id === from)
    throw new ApiError('invalid-input', { fields: [{ path: 'toCentreId', code: 'same-centre' }] });
  return centre.id;
}

async function lockFree(tx: Tx, centre: string, serials: readonly string[]): Promise<FreeBlank[]> {
  const blanks = await tx
    .db('blanks')
    .whereIn('serial', serials)
    .orderBy('serial')
    .forUpdate()
    .select<FreeBlank[]>('serial', 'box', 'state', 'centre_party');
  if (blanks.length < serials.length || blanks.some(({ centre_party: at }) => at !== centre))
    throw new ApiError('no-blank');
  if (blanks.some(({ state }) => state !== 'blank'))
    throw new ApiError('wrong-state', { detailCode: 'blank-in-use' });
  return blanks;
}
