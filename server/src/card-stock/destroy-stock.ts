import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitsApi } from '@permit/domain/contract/permits-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { newId } from '../ids.ts';
import { secondPerson } from './second-person.ts';

interface DeadBlank {
  serial: string;
  /** The centre in whose ledger it stands. */
  ledger_centre: string;
  box: string;
  state: string;
  print_order_id: string | null;
  card_id: string | null;
  card_state: string | null;
}

/** Spoiled blanks and void cards of this centre end in the shredder before two persons, all of them or none. */
export async function destroyStock(
  tx: Tx,
  input: InputOf<typeof permitsApi.destroyStock>,
): Promise<OutputOf<typeof permitsApi.destroyStock>> {
  const centre = actingParty(tx);
  const second = await secondPerson(tx, input);
  const serials = [...new Set(input.serials)];
  await setReason(tx, 'destroyed');
  // Void cards of cases that this supervisor does not see lie here all the same.
  await asJob(tx, async () => {
    const blanks = await lockDead(tx, centre, serials);
    for (const blank of blanks) await destroy(tx, blank, { second, reason: input.reason });
  });
  const fact = { act: 'stock-destroyed', subjectKind: 'blanks', subjectId: serials[0]!, purpose: 'stock' };
  await recordAudit(tx, { ...fact, detail: { destroyed: serials.length } });
  return { destroyed: serials.length };
}

async function lockDead(tx: Tx, centre: string, serials: readonly string[]): Promise<DeadBlank[]> {
  const blanks = await tx
    .db('blanks as b')
    .leftJoin('cards as k', 'k.serial', 'b.serial')
    .whereIn('b.serial', serials)
    // A void card is destroyed where it lies, which may be another place than the one whose blank it was.
    .whereRaw('coalesce(k.centre_party, b.centre_party) = ?', [centre])
    .orderBy('b.serial')
    .forUpdate('b')
    .select<DeadBlank[]>(
      'b.serial',
      'b.box',
      'b.centre_party as ledger_centre',
      'b.state',
      'b.print_order_id',
      'k.id as card_id',
      'k.state as card_state',
    );
  if (blanks.length < serials.length) throw new ApiError('no-blank');
  const isDead = ({ state, card_state: card }: DeadBlank) =>
    state === 'spoiled' || (state === 'issued' && card === 'void');
  if (!blanks.every(isDead)) throw new ApiError('wrong-state', { detailCode: 'not-for-destruction' });
  return blanks;
}

interface Witnessed {
  readonly second: string;
  readonly reason: string;
}

async function destroy(tx: Tx, blank: DeadBlank, { second, reason }: Witnessed): Promise<void> {
  const now = tx.db.raw('clock_timestamp()');
  await tx.db('blanks').where('serial', blank.serial).update({ state: 'destroyed', changed_at: now });
  if (blank.card_id)
    await tx.db('cards').where('id', blank.card_id).update({ state: 'destroyed', state_since: now });
  await tx.db('stock_movements').insert({
    id: newId(),
    centre_party: blank.ledger_centre,
    kind: 'destroyed',
    box: blank.box,
    serial_first: blank.serial,
    serial_last: blank.serial,
    count: 1,
    by_person: tx.caller.personId,
    second_person: second,
    print_order_id: blank.print_order_id,
    reason,
  });
}
