import { filingApi } from '@permit/domain/contract/filing-api.ts';
import { ApiError, notFound } from '../errors.ts';
import type { Registrar } from '../http/route.ts';
import { attachDocument } from './attach-document.ts';
import { describeDocument } from './document-store.ts';
import type { Examined } from './intake/examined.ts';
import type { IntakePool } from './intake/intake-pool.ts';
import { getDocument } from './read-document.ts';

/** Papers of a case. */
export function registerDocumentRoutes({ route }: Registrar, intake: IntakePool): void {
  // What the intake made of the body travels beside the input, by the identity of its bytes.
  const examinedOf = new WeakMap<Uint8Array, Examined & { ok: true }>();
  route(
    filingApi.attachDocument,
    (tx, input) => {
      const examined = examinedOf.get(input.bytes);
      if (!examined) throw new ApiError('internal');
      return attachDocument(tx, input, examined);
    },
    {
      // A decoder may take a second: no transaction is open while it works.
      before: async (_around, input) => {
        const examined = await intake.examine(input.bytes);
        if (!examined.ok) throw new ApiError('image-refused', { detailCode: examined.reason });
        examinedOf.set(input.bytes, examined);
        return input;
      },
      replay: {
        ids: ({ documentId }) => ({ documentId }),
        rebuild: async (tx, ids) => {
          const summary = await describeDocument(tx.db, String(ids['documentId']));
          if (!summary) throw notFound();
          return summary;
        },
      },
    },
  );
  route(filingApi.getDocument, getDocument);
}
