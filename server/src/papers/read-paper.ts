import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { papersApi } from '@permit/domain/contract/papers-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Around } from '../http/route.ts';
import { composePaper } from './compose-paper.ts';
import { drawOrFind } from './keep-paper.ts';
import type { PaperPress } from './paper-press.ts';

/**
 * A paper as PDF: composed and audited in one transaction under the caller's own rights, drawn outside of it, kept in
 * another. Nothing is drawn that the caller might not read.
 */
export async function readPaper(
  { deps, caller, requestId }: Around,
  press: PaperPress,
  input: InputOf<typeof papersApi.getPaper>,
): Promise<OutputOf<typeof papersApi.getPaper>> {
  const draft = await inTransaction(deps, caller, requestId, async (tx) => {
    const composed = await composePaper(tx, input);
    const fact = { act: 'paper-read', subjectKind: input.kind, subjectId: input.subjectId };
    await recordAudit(tx, { ...fact, applicationId: composed.kept?.applicationId, purpose: caller.role });
    return composed;
  });
  const language = input.language ?? 'own';
  const { pdf, sha256, signature, keyId } = await drawOrFind(
    { deps, press, requestId, caller },
    draft,
    language,
  );
  return {
    fileName: draft.fileName,
    mime: 'application/pdf',
    base64: pdf.toString('base64'),
    sha256: sha256.toString('hex'),
    signature: signature.toString('base64'),
    keyId,
  };
}
