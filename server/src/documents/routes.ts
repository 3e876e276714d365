import { documentLinksApi } from '@permit/domain/contract/document-links-api.ts';
import { filingApi } from '@permit/domain/contract/filing-api.ts';
import { notFound } from '../errors.ts';
import type { Registrar } from '../http/route.ts';
import { attachDocument } from './attach-document.ts';
import { describeDocument } from './document-store.ts';
import { fileBody } from './file-body.ts';
import type { IntakePool } from './intake/intake-pool.ts';
import { linkDocument } from './link-document.ts';
import { getDocument } from './read-document.ts';
import { readLinkedPage } from './read-linked-page.ts';

/** Papers of a case. */
export function registerDocumentRoutes({ route, outside }: Registrar, intake: IntakePool): void {
  const file = fileBody(intake);
  route(filingApi.attachDocument, (tx, input) => attachDocument(tx, input, file.of(input.bytes)), {
    before: file.before,
    replay: {
      ids: ({ documentId }) => ({ documentId }),
      rebuild: async (tx, ids) => {
        const summary = await describeDocument(tx.db, String(ids['documentId']));
        if (!summary) throw notFound();
        return summary;
      },
    },
  });
  route(filingApi.getDocument, getDocument);
  route(documentLinksApi.linkDocument, linkDocument);
  outside(documentLinksApi.getLinkedPage, readLinkedPage);
}
