import { dossierApi } from '@permit/domain/contract/dossier-api.ts';
import { fileBody } from '../documents/file-body.ts';
import { stagePaper } from '../documents/paper-file.ts';
import type { IntakePool } from '../documents/intake/intake-pool.ts';
import { notFound } from '../errors.ts';
import type { Registrar } from '../http/route.ts';
import { addDossierPaper } from './add-dossier-paper.ts';
import { checkDossierPaper } from './check-dossier-paper.ts';
import { describeDossierPaper } from './describe-dossier.ts';
import { findDossierPaper } from './dossier-store.ts';
import { linkDossierPaper } from './link-dossier-paper.ts';
import { listDossier } from './list-dossier.ts';
import { removeDossierPaper } from './remove-dossier-paper.ts';

/** The employer's dossier. */
export function registerDossierRoutes({ route }: Registrar, intake: IntakePool): void {
  // A paper of a dossier has a key of its own, so that nothing has to be read before it is sealed.
  const file = fileBody(intake, {
    ground: async () => 'dossier' as const,
    store: stagePaper,
  });
  route(dossierApi.listDossier, listDossier);
  route(dossierApi.addDossierPaper, (tx, input) => addDossierPaper(tx, input, file.of(input.bytes)), {
    before: file.before,
    replay: {
      ids: ({ paperId }) => ({ paperId }),
      rebuild: async (tx, ids) => {
        const paper = await findDossierPaper(tx.db, String(ids['paperId']));
        if (!paper) throw notFound();
        return describeDossierPaper(tx, paper);
      },
    },
  });
  route(dossierApi.linkDossierPaper, linkDossierPaper);
  route(dossierApi.checkDossierPaper, checkDossierPaper);
  route(dossierApi.removeDossierPaper, removeDossierPaper);
}
