import type { Endpoint } from '@permit/domain/contract/endpoint.ts';
import type { permitApi } from '@permit/domain/contract/permit-api.ts';

type Row = readonly [method: Endpoint['method'], path: string, extra?: 'key' | 'key+bytes'];

/**
 * What the browser needs of the contract to send a request. The schemas stay behind: they would weigh as much as
 * the pages (decisions.md 18), and the server parses anyway. A test holds every row to the contract.
 */
const ROWS = {
  signIn: ['POST', '/session'],
  refreshSession: ['POST', '/session/refresh'],
  signOut: ['DELETE', '/session'],
  registerAccount: ['POST', '/accounts', 'key'],
  listServices: ['GET', '/services'],
  getService: ['GET', '/services/{code}'],
  createDraft: ['POST', '/applications', 'key'],
  updateDraft: ['PUT', '/applications/{applicationId}/draft'],
  precheckDraft: ['POST', '/applications/{applicationId}/precheck'],
  attachDocument: ['POST', '/applications/{applicationId}/documents', 'key+bytes'],
  getDocument: ['GET', '/documents/{documentId}'],
  submitApplication: ['POST', '/applications/{applicationId}/submit', 'key'],
  withdrawApplication: ['POST', '/applications/{applicationId}/withdraw'],
  answerRequest: ['POST', '/applications/{applicationId}/answer'],
  getApplication: ['GET', '/applications/{applicationId}'],
  listApplications: ['GET', '/applications'],
  listEvents: ['GET', '/applications/{applicationId}/events'],
  trackApplication: ['POST', '/track'],
  getBill: ['GET', '/bills/{billId}'],
  getPermit: ['GET', '/permits/{permitId}'],
  fileNotice: ['POST', '/notices', 'key'],
  listNotices: ['GET', '/notices'],
  getNotice: ['GET', '/notices/{noticeId}'],
  getNoticeReceipt: ['GET', '/notices/{noticeId}/receipt'],
  acknowledgeNotice: ['POST', '/notices/{noticeId}/acknowledge'],
  askCorrection: ['POST', '/notices/{noticeId}/correction'],
  answerCorrection: ['POST', '/notices/{noticeId}/answer'],
  getEmployment: ['POST', '/employment'],
  listOutages: ['GET', '/outages'],
  openOutage: ['POST', '/outages', 'key'],
  closeOutage: ['POST', '/outages/{outageId}/close'],
  recordAttempt: ['POST', '/attempts', 'key'],
  checkAttempt: ['POST', '/attempts/check'],
  listPermits: ['GET', '/permits'],
  getDigitalCard: ['GET', '/permits/{permitId}/digital-card'],
  reviewLane: ['GET', '/review/lane'],
  reviewNext: ['POST', '/review/next'],
  reviewStats: ['GET', '/review/stats'],
  checkDocuments: ['POST', '/applications/{applicationId}/document-check'],
  considerApplication: ['POST', '/applications/{applicationId}/consideration'],
  grantApplication: ['POST', '/applications/{applicationId}/grant'],
  refuseApplication: ['POST', '/applications/{applicationId}/refuse'],
  returnApplication: ['POST', '/applications/{applicationId}/return'],
  fileAppeal: ['POST', '/applications/{applicationId}/appeal', 'key'],
  getAppeal: ['GET', '/applications/{applicationId}/appeal'],
  listAppeals: ['GET', '/appeals'],
  recordAppealStage: ['POST', '/applications/{applicationId}/appeal/stages'],
  decideAppeal: ['POST', '/applications/{applicationId}/appeal/decision'],
  requestCorrection: ['POST', '/permits/{permitId}/corrections', 'key'],
  attachEvidence: ['POST', '/permits/{permitId}/evidence', 'key+bytes'],
  withdrawCorrection: ['POST', '/corrections/{correctionId}/withdraw'],
  listCorrections: ['GET', '/corrections'],
  decideCorrection: ['POST', '/corrections/{correctionId}/decision'],
  listAttention: ['GET', '/attention'],
  retryJob: ['POST', '/jobs/{jobId}/retry'],
  draftService: ['POST', '/service-drafts', 'key'],
  listServiceDrafts: ['GET', '/service-drafts'],
  publishService: ['POST', '/service-drafts/{draftId}/publish'],
  discardServiceDraft: ['POST', '/service-drafts/{draftId}/discard'],
  listHolds: ['GET', '/holds'],
  adjudicateDuplicate: ['POST', '/holds/{captureId}/decision'],
  listPrintOrders: ['GET', '/print-orders'],
  passCard: ['POST', '/print-orders/{printOrderId}/pass'],
  resolveUnknown: ['POST', '/print-orders/{printOrderId}/resolve'],
  spoilCard: ['POST', '/print-orders/{printOrderId}/spoil'],
  stockBalance: ['GET', '/stock/balance'],
  getPrintLane: ['GET', '/print-lane'],
  pausePrinting: ['POST', '/print-lane/pause'],
  resumePrinting: ['POST', '/print-lane/resume'],
  setPrintPriority: ['POST', '/print-orders/{printOrderId}/priority'],
  cancelPrint: ['POST', '/print-orders/{printOrderId}/cancel'],
  reopenPrint: ['POST', '/print-orders/{printOrderId}/reopen', 'key'],
  scanTray: ['POST', '/cards/scan'],
  listUncollected: ['GET', '/cards/uncollected'],
  returnCard: ['POST', '/cards/{serial}/return'],
  listCentres: ['GET', '/centres'],
  listShipments: ['GET', '/card-shipments'],
  shipCards: ['POST', '/card-shipments', 'key'],
  receiveShipment: ['POST', '/card-shipments/{shipmentId}/receipt'],
  listStockCounts: ['GET', '/stock/counts'],
  openStockCount: ['POST', '/stock/counts', 'key'],
  submitStockCount: ['POST', '/stock/counts/{countId}/counted'],
  listStockDifferences: ['GET', '/stock/differences'],
  settleStockDifference: ['POST', '/stock/differences/{differenceId}/settle'],
  stockReport: ['GET', '/stock/report'],
} as const satisfies Partial<Record<keyof typeof permitApi, Row>>;

export type WebOperation = keyof typeof ROWS;
export const WEB_OPERATIONS = Object.keys(ROWS) as readonly WebOperation[];

/** The parts of an endpoint that lay out a request. */
export type RequestShape = Pick<Endpoint, 'method' | 'path' | 'idempotency' | 'body'>;

export function requestShape(operation: WebOperation): RequestShape {
  const [method, path, extra]: Row = ROWS[operation];
  return {
    method,
    path,
    idempotency: extra ? 'key' : 'none',
    body: extra === 'key+bytes' ? 'bytes' : 'json',
  };
}
