import { catalogueApi } from '@permit/domain/contract/catalogue-api.ts';
import type { Registrar } from '../http/route.ts';
import { discardServiceDraft, draftService, listServiceDrafts, rebuildDraft } from './draft-service.ts';
import { publishService } from './publish-service.ts';

/** Versions of services: prepared by one person, published by another. */
export function registerCatalogueRoutes({ route }: Registrar): void {
  route(catalogueApi.draftService, draftService, {
    replay: {
      ids: ({ draftId }) => ({ draftId }),
      rebuild: (tx, ids) => rebuildDraft(tx, String(ids['draftId'])),
    },
  });
  route(catalogueApi.listServiceDrafts, listServiceDrafts);
  route(catalogueApi.publishService, publishService);
  route(catalogueApi.discardServiceDraft, discardServiceDraft);
}
