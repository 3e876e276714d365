import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { dossierApi } from '@permit/domain/contract/dossier-api.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import { lastDayOf } from '@permit/domain/dossier/decide-dossier-check.ts';
import { standingOf } from '@permit/domain/dossier/dossier-paper.ts';
import type { Tx } from '../database/transaction.ts';
import { partyNames } from '../delegations/party-names.ts';
import { openWords } from '../vault/sealed-words.ts';
import type { StoredDossierPaper } from './dossier-store.ts';

type View = OutputOf<typeof dossierApi.addDossierPaper>;

/** Papers as the wire tells them, each with how it stands today. */
export async function describeDossier(tx: Tx, papers: readonly StoredDossierPaper[]): Promise<View[]> {
  const names = await partyNames(
    tx,
    papers.map(({ party }) => party),
  );
  return papers.map((paper) => describe(tx, paper, names.get(paper.party.id) ?? ''));
}

/** One of them. */
export async function describeDossierPaper(tx: Tx, paper: StoredDossierPaper): Promise<View> {
  const [view] = await describeDossier(tx, [paper]);
  return view!;
}

function describe(tx: Tx, paper: StoredDossierPaper, name: string): View {
  const today = bangkokDate(tx.deps.clock.business());
  const holder = { id: paper.id, wrappedKey: paper.wrappedKey };
  const label = openWords(tx.deps.keys, holder, paper.labelSealed ?? null);
  const reason = openWords(tx.deps.keys, holder, paper.reasonSealed ?? null);
  const { attorney, agentPublicId, ownLastDay, checkedAt, checkedRole, validUntil } = paper;
  return {
    paperId: paper.paperId,
    employer: { partyId: paper.party.publicId, name },
    kind: paper.kind,
    version: paper.version,
    standing: standingOf(paper, today),
    mime: paper.mime,
    pages: paper.pages.length,
    addedAt: paper.addedAt.toISOString(),
    ...(label ? { label } : {}),
    ...(ownLastDay ? { ownLastDay } : {}),
    ...(attorney && agentPublicId
      ? { attorney: { ...attorney, acts: [...attorney.acts], agentPartyId: agentPublicId } }
      : {}),
    ...(checkedAt ? { checkedAt: checkedAt.toISOString() } : {}),
    ...(checkedRole ? { checkedBy: checkedRole } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(paper.state === 'to-check' ? { atMostUntil: lastDayOf(paper, today) } : {}),
    ...(reason ? { reason } : {}),
  };
}
