import { documentLinksApi } from '@permit/domain/contract/document-links-api.ts';
import { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf } from '@permit/domain/contract/endpoint.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import type { Registrar } from '../http/route.ts';
import { attachDocument, keyForPaper } from './attach-document.ts';
import { stageCasePaper } from './case-paper-file.ts';
import { describeDocument } from './document-store.ts';
import { fileBody } from './file-body.ts';
import type { IntakePool } from './intake/intake-pool.ts';
import { linkDocument } from './link-document.ts';
import { getDocument } from './read-document.ts';
import { letPiecesGo, uploadedBody } from './uploaded-body.ts';
import { readLinkedPage } from './read-linked-page.ts';

const attached = {
  ids: ({ documentId }: { documentId: string }) => ({ documentId }),
  rebuild: async (tx: Tx, ids: Readonly<Record<string, unknown>>) => {
    const summary = await describeDocument(tx.db, String(ids['documentId']));
    if (!summary) throw notFound();
    return summary;
  },
};

/** Papers of a case. */
export function registerDocumentRoutes({ route, outside }: Registrar, intake: IntakePool): void {
  const keeping = { ground: keyForPaper, store: stageCasePaper };
  const file = fileBody(intake, keeping);
  const uploaded = uploadedBody(intake, keeping);
  route(filingApi.attachDocument, (tx, input) => attachDocument(tx, input, () => file.of(input.bytes)), {
    before: file.before,
    replay: attached,
  });
  const attachPieces = async (tx: Tx, input: InputOf<typeof filingApi.attachUpload>) => {
    // First: the claim of the key travels with this question, and a repeat is known before anything is missed.
    await letPiecesGo(tx, input);
    return attachDocument(tx, input, () => uploaded.of(input));
  };
  route(filingApi.attachUpload, attachPieces, { before: uploaded.before, replay: attached });
  route(filingApi.getDocument, getDocument);
  route(documentLinksApi.linkDocument, linkDocument);
  outside(documentLinksApi.getLinkedPage, readLinkedPage);
}
