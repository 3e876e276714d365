import { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import { createPermitClient, type PermitClient } from '@permit/print/permit-client.ts';
import { cardHash } from '@permit/print/render/card-hash.ts';
import { inTransaction, SYSTEM, type Tx } from '@permit/server/database/transaction.ts';
import { issueAccessToken } from '@permit/server/http/access-token.ts';
import { newId, newPublicId } from '@permit/server/ids.ts';
import { renderingStatement } from '@permit/server/print-orders/rendering.ts';
import { settleEndedLeases } from '@permit/server/print-orders/settle-ended-leases.ts';
import { apiClient, type ApiClient } from '../../../tools/road/api-client.ts';
import { aStation, aVisit } from '../../road/a-station.ts';
import { startRoadServer, type RoadServer } from '../../road/road-server.ts';
import { leanGrant } from '../../lifecycle/lean-case.ts';
import { runJobs } from '../../road/run-jobs.ts';

export interface OrderRow {
  readonly id: string;
  readonly public_id: string;
  readonly revision: number;
  readonly state: string;
  readonly lease_no: number;
  readonly lease_until: Date | null;
  readonly blank_serial: string | null;
}

/** A real server with one permit, whose revisions stand for the cards of the proof; its clock can be put forward. */
export interface PrintOffice {
  readonly road: RoadServer;
  nowMs(): number;
  pass(ms: number): void;
  /** Rendered orders of so many new revisions; answers the first. */
  openOrders(count: number): Promise<number>;
  ordersFrom(revision: number, upTo?: number): Promise<OrderRow[]>;
  /** What the server's own clockwork does: ends old leases; and new attempts get the rendering of the first. */
  tick(): Promise<void>;
  clerk(): Promise<ApiClient>;
  printHost(): PermitClient;
  printWorker(): PermitClient;
  asJob<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

export async function openPrintOffice(): Promise<PrintOffice> {
  const road = await startRoadServer();
  let forwardMs = 0;
  const nowMs = () => Date.now() + forwardMs;
  Object.assign(road.deps.clock, { now: () => new Date(nowMs()) });
  const asJob = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(road.deps, SYSTEM, 'proof', work);
  const first = await firstRendering(road, asJob);
  let revisions = 1;
  const render = (tx: Tx) => renderLikeFirst(road, tx, first.id);
  const clerk = await asJob((tx) => holderOfRole(tx, 'clerk', first.id));
  const machine = await asJob((tx) => holderOfRole(tx, 'print-host', first.id));
  const token = ({ account, person, role, centre }: Holder) => {
    const roles = [{ role, partyId: centre }];
    const claims = { sid: newId(), account, accountPublic: newPublicId(), person, roles };
    return issueAccessToken(road.deps.keys, claims, new Date(nowMs()));
  };
  const host = printHostClient(road, () => token(machine));
  return {
    road,
    nowMs,
    asJob,
    pass: (ms) => (forwardMs += ms),
    async openOrders(count) {
      const from = revisions + 1;
      revisions += count;
      await asJob(async (tx) => {
        const rows = Array.from({ length: count }, (_, at) => newOrder(first, from + at));
        await tx.db('print_orders').insert(rows);
        await render(tx);
      });
      return from;
    },
    ordersFrom: (revision, upTo = 2 ** 30) =>
      asJob((tx) =>
        tx
          .db('print_orders')
          .whereBetween('revision', [revision, upTo])
          .orderBy(['revision', 'attempt'])
          .select<OrderRow[]>(
            'id',
            'public_id',
            'revision',
            'state',
            'lease_no',
            'lease_until',
            'blank_serial',
          ),
      ),
    async tick() {
      await settleEndedLeases(road.deps);
      await asJob(render);
    },
    clerk: async () => apiClient(road.origin, await token(clerk)),
    printHost: () => host,
    printWorker: () => workerClient(road),
  };
}

interface Rendered {
  readonly rendering_sha256: Buffer;
  readonly rendering_blob: string;
}

/** Every queued order gets the faces of the first, under a signature of its own: the server looks at it. */
async function renderLikeFirst({ deps }: RoadServer, tx: Tx, firstId: string): Promise<void> {
  const queued = await tx
    .db('print_orders')
    .where('state', 'queued')
    .select<{ id: string; public_id: string }[]>();
  if (queued.length === 0) return;
  const faces = await tx
    .db('print_orders')
    .where('id', firstId)
    .first<Rendered>('rendering_sha256', 'rendering_blob');
  const sha256 = faces.rendering_sha256.toString('hex');
  for (const { id, public_id: publicId } of queued) {
    const { signature } = deps.keys.sign('receipt', renderingStatement(publicId, sha256));
    await tx
      .db('print_orders')
      .where('id', id)
      .update({ ...faces, rendering_signature: signature, state: 'rendered' });
  }
}

interface FirstOrder {
  readonly id: string;
  readonly permit_id: string;
  readonly application_id: string;
  readonly centre_party: string;
}

/** The whole road once, up to an order that was rendered through the API; its own card is never printed. */
async function firstRendering(
  road: RoadServer,
  asJob: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<FirstOrder> {
  const station = await aStation(road);
  const { applicationNo } = await leanGrant(road);
  await station.capture(await aVisit(road, applicationNo), 'print proof');
  await runJobs(road);
  const worker = workerClient(road);
  const { order } = await worker.call(printOrdersApi.leaseRendering, {});
  const files = ['front', 'back', 'pdf'].map((name) => Buffer.from(name)) as [Buffer, Buffer, Buffer];
  const [frontPng, backPng, pdf] = files.map((file) => file.toString('base64')) as [string, string, string];
  const { printOrderId, leaseNo = 0 } = order!;
  const sha256 = cardHash(...files);
  await worker.call(printOrdersApi.storeRendering, { printOrderId, leaseNo, frontPng, backPng, pdf, sha256 });
  return asJob(async (tx) => {
    const found = await tx.db('print_orders').where('public_id', printOrderId).first<FirstOrder>();
    await tx.db('print_orders').where('id', found.id).update({ state: 'cancelled' });
    return found;
  });
}

function workerClient(road: RoadServer): PermitClient {
  const { password } = road.accounts.find(({ username }) => username === 'print-worker')!;
  return createPermitClient({ baseUrl: road.origin, username: 'print-worker', password });
}

function newOrder(first: FirstOrder, revision: number) {
  const { permit_id, application_id, centre_party } = first;
  const ids = { id: newId(), public_id: newPublicId() };
  return { ...ids, permit_id, application_id, centre_party, state: 'queued', revision };
}

/**
 * The host's own client; it signs in once and then goes under a token that is made for each call, because the clock
 * that is put forward would have it sign in more often than the server allows.
 */
function printHostClient(road: RoadServer, token: () => Promise<string>): PermitClient {
  const { username, password } = road.accounts.find(({ role }) => role === 'print-host')!;
  let signedIn = false;
  return createPermitClient({
    baseUrl: road.origin,
    username,
    password,
    fetch: async (url, init) => {
      if (!signedIn) {
        const answer = await fetch(url, init);
        signedIn = answer.ok;
        return answer;
      }
      const authorization = `Bearer ${await token()}`;
      return fetch(url, { ...init, headers: { 'content-type': 'application/json', authorization } });
    },
  });
}

interface Holder {
  readonly role: 'clerk' | 'print-host';
  readonly person: string;
  readonly account: string;
  readonly centre: string;
}

async function holderOfRole(tx: Tx, role: Holder['role'], orderId: string): Promise<Holder> {
  const row = await tx
    .db('account_roles as r')
    .join('accounts as a', 'a.id', 'r.account_id')
    .join('print_orders as o', 'o.centre_party', 'r.party_id')
    .where({ 'r.role': role, 'o.id': orderId })
    .first<Omit<Holder, 'role'>>('a.person_id as person', 'a.id as account', 'r.party_id as centre');
  return { role, ...row };
}
