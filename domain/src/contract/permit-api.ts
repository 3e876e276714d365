import { accountsApi } from './accounts-api.ts';
import { cardProofsApi } from './card-proofs-api.ts';
import { cardStockApi } from './card-stock-api.ts';
import { documentLinksApi } from './document-links-api.ts';
import { delegationsApi } from './delegations-api.ts';
import { dossierApi } from './dossier-api.ts';
import type { Endpoint } from './endpoint.ts';
import { financeApi } from './finance-api.ts';
import { bulkApi } from './bulk-api.ts';
import { filingApi } from './filing-api.ts';
import { auditApi } from './audit-api.ts';
import { moneyApi } from './money-api.ts';
import { noticePapersApi } from './notice-papers-api.ts';
import { noticesApi } from './notices-api.ts';
import { oldPermitsApi } from './old-permits-api.ts';
import { oldPermitQuestionsApi } from './old-permit-questions-api.ts';
import { outagesApi } from './outages-api.ts';
import { finishedCardsApi } from './finished-cards-api.ts';
import { machineKeysApi } from './machine-keys-api.ts';
import { officesApi } from './offices-api.ts';
import { peopleApi } from './people-api.ts';
import { papersApi } from './papers-api.ts';
import { permitOrdersApi } from './permit-orders-api.ts';
import { permitsApi } from './permits-api.ts';
import { printLanesApi } from './print-lanes-api.ts';
import { printOrdersApi } from './print-orders-api.ts';
import { reviewApi } from './review-api.ts';
import { stationsApi } from './stations-api.ts';
import { uploadsApi } from './uploads-api.ts';
import { appealsApi } from './appeals-api.ts';
import { correctionsApi } from './corrections-api.ts';
import { attentionApi } from './attention-api.ts';
import { catalogueApi } from './catalogue-api.ts';
import { visitsApi } from './visits-api.ts';

/** Every operation of the permit API, by its id. */
export const permitApi = {
  ...accountsApi,
  ...peopleApi,
  ...delegationsApi,
  ...machineKeysApi,
  ...officesApi,
  ...filingApi,
  ...documentLinksApi,
  ...dossierApi,
  ...moneyApi,
  ...financeApi,
  ...noticesApi,
  ...noticePapersApi,
  ...outagesApi,
  ...papersApi,
  ...reviewApi,
  ...visitsApi,
  ...stationsApi,
  ...permitsApi,
  ...permitOrdersApi,
  ...printOrdersApi,
  ...printLanesApi,
  ...finishedCardsApi,
  ...cardStockApi,
  ...cardProofsApi,
  ...auditApi,
  ...uploadsApi,
  ...bulkApi,
  ...oldPermitsApi,
  ...oldPermitQuestionsApi,
  ...catalogueApi,
  ...attentionApi,
  ...correctionsApi,
  ...appealsApi,
} as const;

export type OperationId = keyof typeof permitApi;

/** The same as a list, for those who walk over it (routes, OpenAPI, permission matrix). */
export const allEndpoints: readonly Endpoint[] = Object.values(permitApi);
