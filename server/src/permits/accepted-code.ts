import type { VerifierAnswerCode } from '@permit/domain/cards/verify-permit-qr.ts';
import { ApiError } from '../errors.ts';
import type { Tx } from '../database/transaction.ts';
import type { PermitRow } from './permits-in-force.ts';
import { readCode } from './permit-lookup.ts';

/** Answers with which a code still says who somebody is: at a counter a permit that begins tomorrow is known as well. */
const KNOWN: readonly VerifierAnswerCode[] = [
  'valid',
  'temporary',
  'may-work-renewal-pending',
  'changed-since-printed',
  'not-yet-valid',
];

export interface CodeOfPermit {
  readonly permit: PermitRow;
  readonly answer: VerifierAnswerCode;
  readonly listIssuedAt: string;
}

/**
 * The permit behind a code whose signature and list are good enough to know it by; runs as the job class. Throws
 * `refused` with `code-not-accepted`.
 */
export async function permitOfCode(
  tx: Tx,
  qr: string,
  accepted: readonly VerifierAnswerCode[] = KNOWN,
): Promise<CodeOfPermit> {
  const { answer, asOf } = await readCode(tx, qr);
  const refused = () => new ApiError('refused', { detailCode: 'code-not-accepted' });
  if (!('facts' in answer) || !accepted.includes(answer.answer)) throw refused();
  const permit = await tx
    .db('permits')
    .where('public_id', answer.facts.permit.publicId)
    .first<PermitRow | undefined>();
  if (!permit) throw refused();
  return { permit, answer: answer.answer, listIssuedAt: asOf };
}
