import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { requiredDocuments } from '@permit/domain/catalogue/required-documents.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import { citationsOf } from '@permit/domain/dossier/cite-dossier.ts';
import { draftOf, type Application } from '../applications/application-store.ts';
import { withDocuments } from '../applications/draft-documents.ts';
import { serviceOf } from '../applications/service-of.ts';
import type { Tx } from '../database/transaction.ts';
import { readCaseDossier, type CaseDossier } from './case-dossier.ts';
import { describeDossier } from './describe-dossier.ts';

/** What a case cites; of one that may still be written to, also what it would cite if it were filed now. */
export async function citedPapersOf(
  tx: Tx,
  application: Application,
): Promise<OutputOf<typeof filingApi.getApplication>['dossier']> {
  const dossier = await readCaseDossier(tx, application.publicId);
  if (dossier.offers.length + dossier.cited.length === 0) return [];
  const open = application.state === 'draft' || application.state === 'needs-documents';
  const citations = open ? await citationsNow(tx, application, dossier) : dossier.cited;
  const fixed = new Set(dossier.cited.map(({ demand, paper }) => `${demand} ${paper.id}`));
  const views = await describeDossier(
    tx,
    citations.map(({ paper }) => paper),
  );
  return citations.map(({ demand, paper }, index) => ({
    ...views[index]!,
    demand,
    fixed: fixed.has(`${demand} ${paper.id}`),
  }));
}

async function citationsNow(tx: Tx, application: Application, { offers, cited }: CaseDossier) {
  const draft = await withDocuments(tx.db, application.id, draftOf(tx.deps.keys, application));
  const service = serviceOf(application);
  const demands = requiredDocuments(service, draft);
  const today = bangkokDate(tx.deps.clock.business());
  return citationsOf({ demands, offers, cited, act: service.attorneyAct, today });
}
