import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { allEndpoints, permitApi, type OperationId } from '@permit/domain/contract/permit-api.ts';
import { ROLES, type Role } from '@permit/domain/staff/roles.ts';
import { issueAccessToken } from '@permit/server/http/access-token.ts';
import { toHttpRequest } from '@permit/domain/contract/http-request.ts';
import { newId, newPublicId } from '@permit/server/ids.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(() => road.close());

/** The operations of the handles list that this road uses. */
const OF_THE_ROAD: readonly OperationId[] = [
  ...([
    'signIn',
    'signOut',
    'refreshSession',
    'whoAmI',
    'registerAccount',
    'createStaff',
    'disableStaff',
    'assignRole',
    'resetFactor',
  ] as const),
  ...([
    'listServices',
    'getService',
    'createDraft',
    'updateDraft',
    'precheckDraft',
    'attachDocument',
    'getDocument',
    'submitApplication',
  ] as const),
  ...([
    'withdrawApplication',
    'answerRequest',
    'getApplication',
    'listApplications',
    'listEvents',
    'trackApplication',
  ] as const),
  ...([
    'listBills',
    'getBill',
    'payBills',
    'refundBill',
    'getPaper',
    'downloadBundle',
    'bankCallback',
    'checkDocuments',
    'considerApplication',
    'grantApplication',
    'refuseApplication',
  ] as const),
  ...([
    'reviewNext',
    'reviewLane',
    'reviewStats',
    'listCentres',
    'takeTicket',
    'callNext',
    'checkIn',
    'queueBoard',
  ] as const),
  ...([
    'enrolStation',
    'revokeStation',
    'stationManifest',
    'uploadPacket',
    'getReceipt',
    'verifyPerson',
    'listHolds',
    'adjudicateDuplicate',
  ] as const),
  ...([
    'getPermit',
    'revokePermit',
    'getDigitalCard',
    'requestReprint',
    'grantReprint',
    'moveStock',
    'destroyStock',
    'reportRenderingFault',
    'verifyPermit',
    'getStatusList',
    'getTrustList',
    'listPrintOrders',
    'getPrintOrder',
    'storeRendering',
    'startPrint',
  ] as const),
  ...([
    'fileNotice',
    'listNotices',
    'getNotice',
    'getNoticeReceipt',
    'acknowledgeNotice',
    'askCorrection',
    'answerCorrection',
    'getEmployment',
    'recordAttempt',
    'checkAttempt',
    'listOutages',
    'openOutage',
    'closeOutage',
    'verifyReceipt',
  ] as const),
  ...([
    'confirmPrint',
    'resolveUnknown',
    'spoilCard',
    'passCard',
    'receiveStock',
    'stockBalance',
    'handOverCard',
    'exportAudit',
    'verifyAudit',
  ] as const),
  ...([
    'getPrintLane',
    'pausePrinting',
    'resumePrinting',
    'assignProduction',
    'setPrintPriority',
    'cancelPrint',
    'reopenPrint',
    'createPrintBatch',
    'listPrintBatches',
    'scanTray',
    'listUncollected',
    'returnCard',
    'restoreCard',
    'voidCard',
    'shipCards',
    'receiveShipment',
    'listShipments',
    'openStockCount',
    'listStockCounts',
    'submitStockCount',
    'listStockDifferences',
    'settleStockDifference',
    'stockReport',
    'listCustody',
    'listPermits',
    'findVisit',
    'inspectPermit',
    'proveCheck',
    'getCheckProof',
  ] as const),
];

test('every operation of the road stands in openapi.json, with its own id', async () => {
  const document = (await (await fetch(`${road.origin}/api/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(document.openapi).toBe('3.1.0');
  expect(OF_THE_ROAD.filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the server registers exactly the endpoints of the contract', async () => {
  const document = (await (await fetch(`${road.origin}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect([...ids].sort()).toEqual(allEndpoints.map(({ id }) => id).sort());
});

async function ask(id: OperationId, token?: string): Promise<number> {
  const request = toHttpRequest(permitApi[id], { bytes: new Uint8Array(1) }, 'matrix-key-1');
  const headers = { ...request.headers, ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const { status } = await fetch(road.origin + request.path, {
    method: request.method,
    headers,
    body: request.body ?? null,
  });
  return status;
}

const tokenFor = (role: Role) =>
  issueAccessToken(
    road.deps.keys,
    {
      sid: newId(),
      account: newId(),
      accountPublic: newPublicId(),
      person: newId(),
      roles: [{ role, partyId: newId() }],
    },
    new Date(),
  );

test('nobody who is not signed in gets past the door of an endpoint that is not public', async () => {
  const closed = allEndpoints.filter(({ allow }) => allow !== 'public');
  for (const { id } of closed) expect([id, await ask(id as OperationId)]).toEqual([id, 401]);
});

test('no role gets past the door of an endpoint whose policy does not name it', async () => {
  for (const role of ROLES) {
    const token = await tokenFor(role);
    const closed = allEndpoints.filter(({ allow }) => allow !== 'public' && !allow.includes(role));
    const answers = await Promise.all(
      closed.map(async ({ id }) => [role, id, await ask(id as OperationId, token)]),
    );
    expect(answers).toEqual(closed.map(({ id }) => [role, id, 403]));
  }
}, 240_000);

test('with an empty or broken body nothing answers 5xx', async () => {
  const statuses: string[] = [];
  for (const { id, allow } of allEndpoints) {
    const token = allow === 'public' ? undefined : await tokenFor(allow[0]!);
    const status = await ask(id as OperationId, token);
    if (status >= 500) statuses.push(`${id} ${status}`);
  }
  expect(statuses).toEqual([]);
}, 240_000);

test.each([
  ['not JSON', '{"a":'],
  ['a list', '[]'],
  ['ten thousand levels', `{"draft":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
  ['a number', '7'],
])('a body that is %s is refused with 400', async (_, body) => {
  const token = await tokenFor('employer');
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'idempotency-key': 'hostile-body-1',
  };
  const response = await fetch(`${road.origin}/api/v1/applications`, { method: 'POST', headers, body });
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});

test('the pages of the contract are served from here, and their policy lets nothing be fetched elsewhere', async () => {
  const page = await fetch(`${road.origin}/api/docs/`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
  expect(await (await fetch(`${road.origin}/api/docs/swagger-initializer.js`)).text()).toContain(
    '/api/openapi.json',
  );
});

test('who tracks case after case is asked to wait', async () => {
  const ask = () =>
    road.nobody
      .call('trackApplication', { applicationNo: '69120000000000', born: '1990' })
      .catch((error: { code: string }) => error.code);
  const answers = new Set<unknown>();
  for (let attempt = 0; attempt < 40; attempt += 1) answers.add(await ask());
  expect([...answers]).toEqual(['not-found', 'too-many-requests']);
});
