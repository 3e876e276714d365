import { DOCUMENT_TYPES } from '@permit/domain/catalogue/document-type.ts';
import { correctionsApi } from '@permit/domain/contract/corrections-api.ts';
import { lockApplicationById } from '../applications/application-store.ts';
import { storeDocument } from '../documents/attach-document.ts';
import type { Examined } from '../documents/intake/examined.ts';
import type { IntakePool } from '../documents/intake/intake-pool.ts';
import { ApiError, notFound } from '../errors.ts';
import type { Registrar } from '../http/route.ts';
import { permitOf } from '../permits/permits-in-force.ts';
import { decideCorrection, withdrawCorrection } from './decide-correction.ts';
import { listCorrections } from './list-corrections.ts';
import { rebuildCorrection, requestCorrection } from './request-correction.ts';

/** The correction road: asked with evidence, decided by the registrar. */
export function registerCorrectionRoutes({ route }: Registrar, intake: IntakePool): void {
  route(correctionsApi.requestCorrection, requestCorrection, {
    replay: {
      ids: ({ correctionId }) => ({ correctionId }),
      rebuild: (tx, ids) => rebuildCorrection(tx, String(ids['correctionId'])),
    },
  });
  route(correctionsApi.withdrawCorrection, withdrawCorrection);
  route(correctionsApi.listCorrections, listCorrections);
  route(correctionsApi.decideCorrection, decideCorrection);
  registerEvidence({ route }, intake);
}

function registerEvidence({ route }: Pick<Registrar, 'route'>, intake: IntakePool): void {
  const examinedOf = new WeakMap<Uint8Array, Examined & { ok: true }>();
  route(
    correctionsApi.attachEvidence,
    async (tx, { permitId, kind, bytes }) => {
      const examined = examinedOf.get(bytes);
      if (!examined) throw new ApiError('internal');
      if (!(DOCUMENT_TYPES as readonly string[]).includes(kind))
        throw new ApiError('invalid-input', { detailCode: 'document-kind-unknown' });
      const permit = await permitOf(tx, permitId, false);
      const application = await lockApplicationById(tx.db, permit.application_id);
      if (!application) throw notFound();
      // It stands beside the papers of the case and replaces none: the registrar has not looked at it yet.
      return { documentId: await storeDocument(tx, application, kind, examined) };
    },
    {
      before: async (_around, input) => {
        const examined = await intake.examine(input.bytes);
        if (!examined.ok) throw new ApiError('image-refused', { detailCode: examined.reason });
        examinedOf.set(input.bytes, examined);
        return input;
      },
      replay: {
        ids: ({ documentId }) => ({ documentId }),
        rebuild: async (_tx, ids) => ({ documentId: String(ids['documentId']) }),
      },
    },
  );
}
