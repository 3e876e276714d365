import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { nameOf } from '../applications/application-lookup.ts';
import type { BillGroupRow } from '../bills/bill-group-store.ts';
import { asksForNothing, billsOfCases } from '../bills/bill-lookup.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { slipParts } from './compose-money.ts';
import type { PaperDraft } from './paper-draft.ts';
import { partyName } from './party-name.ts';

/** What to pay, for many bills at once: one line a worker. */
export async function composeGroupSlip(tx: Tx, groupId: string): Promise<PaperDraft | undefined> {
  const group = await tx.db('bill_groups').where('public_id', groupId).first<BillGroupRow | undefined>();
  if (!group) return undefined;
  const members = await billsOfCases(tx)
    .whereIn('b.id', tx.db('bill_group_members').where('group_id', group.id).select('bill_id'))
    .orderBy('b.id');
  // Who pays this sum pays for a case that was withdrawn or has ended: another payment has to be made up.
  if (members.some(asksForNothing)) return undefined;
  const payer = await asJob(tx, () => partyName(tx, group.party_id));
  return {
    kind: 'pay-in-slip',
    subjectId: groupId,
    fileName: `pay-in-${group.number}.pdf`,
    paper: {
      kind: 'pay-in-slip',
      specimen: tx.deps.keys.specimen,
      reference: group.number,
      issuedOn: bangkokDate(tx.deps.clock.business()),
      office: { thai: 'กรมการจัดหางาน', english: 'Department of Employment' },
      holder: { latin: payer },
      ...slipParts({
        ref1: group.ref1,
        ref2: group.ref2,
        amountSatang: group.amount_satang,
        dueAt: group.due_at,
      }),
      items: members.map((member) => ({
        what: { thai: member.number ?? '-', english: nameOf(tx.deps.keys, member) || '-' },
        satang: member.amount_satang,
      })),
    },
  };
}
