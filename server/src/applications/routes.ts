import { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { Registrar } from '../http/route.ts';
import { answerRequest } from './answer-request.ts';
import { getApplication, listApplications } from './application-lookup.ts';
import { getService, listServices } from './catalogue-lookup.ts';
import { createDraft } from './create-draft.ts';
import { listEvents } from './list-events.ts';
import { precheckDraft } from './precheck-draft.ts';
import { describeSubmission, submitApplication } from './submit-application.ts';
import { trackApplication } from './track-application.ts';
import { updateDraft } from './update-draft.ts';
import { withdrawApplication } from './withdraw-application.ts';

/** Catalogue, drafts, filing, tracking. */
export function registerApplicationRoutes({ route }: Registrar): void {
  route(filingApi.listServices, listServices);
  route(filingApi.getService, getService);
  route(filingApi.createDraft, createDraft, {
    replay: {
      ids: ({ applicationId }) => ({ applicationId }),
      rebuild: async (_tx, ids) => ({ applicationId: String(ids['applicationId']), revision: 1 }),
    },
  });
  route(filingApi.updateDraft, updateDraft);
  route(filingApi.precheckDraft, precheckDraft);
  route(filingApi.submitApplication, submitApplication, {
    shared: ({ applicationId }) => applicationId,
    replay: {
      ids: ({ applicationId }) => ({ applicationId }),
      rebuild: (tx, ids) => describeSubmission(tx, String(ids['applicationId'])),
    },
  });
  route(filingApi.withdrawApplication, withdrawApplication);
  route(filingApi.answerRequest, answerRequest);
  route(filingApi.getApplication, getApplication);
  route(filingApi.listApplications, listApplications);
  route(filingApi.listEvents, listEvents);
  // It changes nothing; at worst one question stands twice in the audit.
  route(filingApi.trackApplication, trackApplication, {
    as: 'system',
    shared: (_input, requestId) => requestId,
  });
}
