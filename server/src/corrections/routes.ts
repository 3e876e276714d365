import { DOCUMENT_TYPES } from '@permit/domain/catalogue/document-type.ts';
import { correctionsApi } from '@permit/domain/contract/corrections-api.ts';
import { caseKey, findApplicationById, lockApplicationById } from '../applications/application-store.ts';
import type { Tx } from '../database/transaction.ts';
import { storeDocument } from '../documents/attach-document.ts';
import { stageCasePaper } from '../documents/case-paper-file.ts';
import { fileBody } from '../documents/file-body.ts';
import type { IntakePool } from '../documents/intake/intake-pool.ts';
import { ApiError, notFound } from '../errors.ts';
import type { Registrar } from '../http/route.ts';
import type { PersonKey } from '../vault/person-vault.ts';
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
  const file = fileBody(intake, { ground: keyForEvidence, store: stageCasePaper });
  route(
    correctionsApi.attachEvidence,
    async (tx, { permitId, kind, bytes }) => {
      if (!(DOCUMENT_TYPES as readonly string[]).includes(kind))
        throw new ApiError('invalid-input', { detailCode: 'document-kind-unknown' });
      const permit = await permitOf(tx, permitId, false);
      const application = await lockApplicationById(tx.db, permit.application_id);
      if (!application) throw notFound();
      // It stands beside the papers of the case and replaces none: the registrar has not looked at it yet.
      return { documentId: await storeDocument(tx, application, { kind }, file.of(bytes)) };
    },
    {
      before: file.before,
      replay: {
        ids: ({ documentId }) => ({ documentId }),
        rebuild: async (_tx, ids) => ({ documentId: String(ids['documentId']) }),
      },
    },
  );
}

/** Evidence lies under the key of the worker of the permit's case. */
async function keyForEvidence(
  tx: Tx,
  { permitId }: { readonly permitId: string },
): Promise<PersonKey | undefined> {
  const permit = await permitOf(tx, permitId, false);
  const application = await findApplicationById(tx.db, permit.application_id);
  return application?.workerKeyWrapped ? caseKey(tx.deps.keys, application) : undefined;
}
