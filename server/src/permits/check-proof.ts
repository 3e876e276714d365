import { VERIFIER_ANSWERS } from '@permit/domain/cards/verify-permit-qr.ts';
import type { cardProofsApi } from '@permit/domain/contract/card-proofs-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { newId, newPublicId } from '../ids.ts';
import { permitOfCode } from './accepted-code.ts';

type Proof = OutputOf<typeof cardProofsApi.proveCheck>;

interface ProofRow {
  readonly public_id: string;
  readonly answer: string;
  readonly checked_at: Date;
  readonly list_issued_at: Date;
  readonly permit_no: string;
  readonly key_id: string;
  readonly signature: Buffer;
}

/** The answer that somebody had on a day, whatever it was, signed: an employer shows later what they could know. */
export async function proveCheck(tx: Tx, { qr }: InputOf<typeof cardProofsApi.proveCheck>): Promise<Proof> {
  const party = actingParty(tx);
  const { permit, answer, listIssuedAt } = await asJob(tx, () => permitOfCode(tx, qr, VERIFIER_ANSWERS));
  const checkedAt = tx.deps.clock.business();
  const row = {
    public_id: newPublicId(),
    answer,
    checked_at: checkedAt,
    list_issued_at: new Date(listIssuedAt),
  };
  const statement = statementOf({ ...row, permit_no: permit.permit_no });
  const { keyId, signature } = tx.deps.keys.sign('receipt', Buffer.from(statement));
  await tx.db('check_proofs').insert({
    id: newId(),
    ...row,
    party_id: party,
    checked_by: tx.caller.personId!,
    permit_id: permit.id,
    key_id: keyId,
    signature,
  });
  const fact = { act: 'check-proved', subjectKind: 'permit', subjectId: permit.public_id, purpose: 'hiring' };
  await recordAudit(tx, { ...fact, applicationId: permit.application_id, detail: { answer } });
  return describeProof(tx, row.public_id);
}

/** What is signed: plain text of five lines, so that a court can read it. */
function statementOf(row: Omit<ProofRow, 'key_id' | 'signature'>): string {
  return [
    `permit-check ${row.public_id}`,
    `checked ${row.checked_at.toISOString()}`,
    `list ${row.list_issued_at.toISOString()}`,
    `permit ${row.permit_no}`,
    `answer ${row.answer}`,
  ].join('\n');
}

/** A proof as it was given; also built again for a repeated key. */
export async function describeProof(tx: Tx, publicId: string): Promise<Proof> {
  const visible = () =>
    tx.db('check_proofs').where('public_id', publicId).first<{ permit_id: string } | undefined>();
  const known = tx.caller.role === 'inspector' ? await asJob(tx, visible) : await visible();
  if (!known) throw notFound();
  // The permit's case need not be one that the employer sees: only its number is told, which the card showed.
  const row = await asJob(tx, () =>
    tx
      .db('check_proofs as c')
      .join('permits as m', 'm.id', 'c.permit_id')
      .where('c.public_id', publicId)
      .first<ProofRow>('c.*', 'm.permit_no'),
  );
  return {
    proofId: row.public_id,
    checkedAt: row.checked_at.toISOString(),
    listIssuedAt: row.list_issued_at.toISOString(),
    answer: row.answer,
    permitNo: row.permit_no,
    statement: statementOf(row),
    keyId: row.key_id,
    signature: row.signature.toString('base64'),
  };
}

/** The same by its id; an inspector's reading is written down. */
export async function getCheckProof(
  tx: Tx,
  { proofId }: InputOf<typeof cardProofsApi.getCheckProof>,
): Promise<Proof> {
  const proof = await describeProof(tx, proofId);
  const fact = { act: 'check-proof-read', subjectKind: 'check-proof', subjectId: proofId };
  await recordAudit(tx, { ...fact, purpose: tx.caller.role });
  return proof;
}
