import type { Endpoint } from '@permit/domain/contract/endpoint.ts';
import type { permitApi } from '@permit/domain/contract/permit-api.ts';
import type { ACCOUNT_ROWS } from './account-endpoint-table.ts';
import type { NOTICE_ROWS } from './notice-endpoint-table.ts';
import type { STAFF_ROWS } from './staff-endpoint-table.ts';

/** Method and path; `key`: under an Idempotency-Key, `bytes`: the body is the file. */
export type EndpointRow = readonly [
  method: Endpoint['method'],
  path: string,
  extra?: 'key' | 'bytes' | 'key+bytes',
];

/**
 * What the browser needs of the contract to send a request. The schemas stay behind: they would weigh as much as
 * the pages (decisions.md 18), and the server parses anyway. A test holds every row to the contract.
 */
const ROWS = {
  signIn: ['POST', '/session'],
  refreshSession: ['POST', '/session/refresh'],
  signOut: ['DELETE', '/session'],
  registerAccount: ['POST', '/accounts', 'key'],
  listDelegations: ['GET', '/delegations'],
  listClaims: ['GET', '/account-claims'],
  listServices: ['GET', '/services'],
  getService: ['GET', '/services/{code}'],
  createDraft: ['POST', '/applications', 'key'],
  updateDraft: ['PUT', '/applications/{applicationId}/draft'],
  precheckDraft: ['POST', '/applications/{applicationId}/precheck'],
  attachDocument: ['POST', '/applications/{applicationId}/documents', 'key+bytes'],
  attachUpload: ['POST', '/applications/{applicationId}/documents/uploaded', 'key'],
  listDossier: ['GET', '/dossier'],
  addDossierPaper: ['POST', '/dossier/papers', 'key+bytes'],
  linkDossierPaper: ['POST', '/dossier/papers/{paperId}/links'],
  checkDossierPaper: ['POST', '/dossier/papers/{paperId}/check'],
  removeDossierPaper: ['DELETE', '/dossier/papers/{paperId}'],
  linkDocument: ['POST', '/documents/{documentId}/links'],
  submitApplication: ['POST', '/applications/{applicationId}/submit', 'key'],
  withdrawApplication: ['POST', '/applications/{applicationId}/withdraw'],
  answerRequest: ['POST', '/applications/{applicationId}/answer'],
  getApplication: ['GET', '/applications/{applicationId}'],
  listApplications: ['GET', '/applications'],
  listEvents: ['GET', '/applications/{applicationId}/events'],
  trackApplication: ['POST', '/track'],
  listBills: ['GET', '/bills'],
  getBill: ['GET', '/bills/{billId}'],
  payBills: ['POST', '/bill-groups', 'key'],
  listBillGroups: ['GET', '/bill-groups'],
  getBillGroup: ['GET', '/bill-groups/{groupId}'],
  refundBill: ['POST', '/bills/{billId}/refund', 'key'],
  listPapers: ['GET', '/applications/{applicationId}/papers'],
  getPaper: ['GET', '/papers/{kind}/{subjectId}'],
  requestBundle: ['POST', '/bundles', 'key'],
  getBundle: ['GET', '/bundles/{bundleId}'],
  downloadBundle: ['GET', '/bundles/{bundleId}/file'],
  getPermit: ['GET', '/permits/{permitId}'],
  listOutages: ['GET', '/outages'],
  recordAttempt: ['POST', '/attempts', 'key'],
  listPermits: ['GET', '/permits'],
  proveCheck: ['POST', '/check-proofs', 'key'],
  answerMany: ['POST', '/bulk/answers', 'key'],
  submitMany: ['POST', '/bulk/submissions', 'key'],
  getDigitalCard: ['GET', '/permits/{permitId}/digital-card'],
  fileAppeal: ['POST', '/applications/{applicationId}/appeal', 'key'],
  getAppeal: ['GET', '/applications/{applicationId}/appeal'],
  listPermitOrders: ['GET', '/permit-orders'],
  requestPermitEnd: ['POST', '/permits/{permitId}/end-requests', 'key'],
  withdrawPermitEnd: ['POST', '/permit-end-requests/{requestId}/withdraw'],
  listPermitEnds: ['GET', '/permit-end-requests'],
  requestCorrection: ['POST', '/permits/{permitId}/corrections', 'key'],
  attachEvidence: ['POST', '/permits/{permitId}/evidence', 'key+bytes'],
  withdrawCorrection: ['POST', '/corrections/{correctionId}/withdraw'],
  listCorrections: ['GET', '/corrections'],
  createUpload: ['POST', '/uploads', 'key'],
  appendUpload: ['PATCH', '/uploads/{uploadId}', 'bytes'],
  getUpload: ['GET', '/uploads/{uploadId}'],
  importWorkers: ['POST', '/workers/imports', 'key'],
  listBulkRuns: ['GET', '/bulk'],
  getBulkRun: ['GET', '/bulk/{runId}'],
  listBulkRows: ['GET', '/bulk/{runId}/rows'],
  downloadBulkReport: ['GET', '/bulk/{runId}/report'],
} as const satisfies Partial<Record<keyof typeof permitApi, EndpointRow>>;

export type WebOperation =
  keyof typeof ROWS | keyof typeof ACCOUNT_ROWS | keyof typeof NOTICE_ROWS | keyof typeof STAFF_ROWS;

const known = new Map<string, EndpointRow>(Object.entries(ROWS));

/** Brings the rows of pages that are loaded later. */
export function addRows(rows: Readonly<Record<string, EndpointRow>>): void {
  for (const [operation, row] of Object.entries(rows)) known.set(operation, row);
}

/** Every operation that can be sent now. */
export const knownOperations = (): readonly WebOperation[] => [...known.keys()] as WebOperation[];

/** The parts of an endpoint that lay out a request. */
export type RequestShape = Pick<Endpoint, 'method' | 'path' | 'idempotency' | 'body'>;

export function requestShape(operation: WebOperation): RequestShape {
  const row = known.get(operation);
  if (!row) throw new RangeError(`the rows of ${operation} were not loaded`);
  const [method, path, extra] = row;
  return {
    method,
    path,
    idempotency: extra?.startsWith('key') ? 'key' : 'none',
    body: extra?.endsWith('bytes') ? 'bytes' : 'json',
  };
}
