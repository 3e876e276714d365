import type { papersApi } from '@permit/domain/contract/papers-api.ts';
import type { InputOf } from '@permit/domain/contract/endpoint.ts';
import type { Language } from '@permit/domain/texts/text.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { composeGroupSlip } from './compose-group-slip.ts';
import { composeRefusal, composeVisitSlip } from './compose-letters.ts';
import { composeBillSlip, composeReceipt } from './compose-money.ts';
import { composePermitOrder } from './compose-permit-order.ts';
import { composeRefundNotice } from './compose-refund-notice.ts';
import { composeWorkProof } from './compose-work-proof.ts';
import type { PaperDraft } from './paper-draft.ts';

type Kind = InputOf<typeof papersApi.getPaper>['kind'];
type Compose = (tx: Tx, subjectId: string, language: Language | undefined) => Promise<PaperDraft>;

const COMPOSE: Readonly<Record<Kind, Compose>> = {
  'pay-in-slip': async (tx, id, language) => {
    const slip = (await composeBillSlip(tx, id, language)) ?? (await composeGroupSlip(tx, id));
    if (!slip) throw notFound();
    return slip;
  },
  receipt: composeReceipt,
  'may-work': (tx, id, language) => composeWorkProof(tx, { kind: 'may-work', applicationId: id, language }),
  'interim-permit': (tx, id, language) =>
    composeWorkProof(tx, { kind: 'interim-permit', applicationId: id, language }),
  'refusal-letter': composeRefusal,
  'appointment-slip': composeVisitSlip,
  'permit-order': composePermitOrder,
  'refund-notice': composeRefundNotice,
};

/** Everything that will stand on the paper. Throws `not-found` for what the caller may not see, or not have yet. */
export function composePaper(
  tx: Tx,
  { kind, subjectId, language }: { kind: Kind; subjectId: string; language?: Language | undefined },
): Promise<PaperDraft> {
  return COMPOSE[kind](tx, subjectId, language);
}
