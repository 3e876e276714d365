import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import type { Around } from '../http/route.ts';
import { PermanentJobFault } from '../jobs/job-kinds.ts';
import { openBytes, personKey, sealBytes } from '../vault/person-vault.ts';
import { cardFacesOf } from './card-faces-of.ts';
import {
  describePrintOrder,
  leasePrintOrder,
  lockPrintOrder,
  movePrintOrder,
  type PrintOrder,
} from './print-order-store.ts';
import { refuseAndTell } from './security-event.ts';
import { untilWork } from './until-work.ts';

const RENDER_LEASE_SECONDS = 120;

type Leased = OutputOf<typeof printOrdersApi.leaseRendering>;

/** The print worker takes the next order to render; waits for one as long as it asks to. */
export function leaseRendering(
  around: Around,
  { waitSeconds }: InputOf<typeof printOrdersApi.leaseRendering>,
): Promise<Leased> {
  const { deps, caller, requestId } = around;
  return untilWork(around, { bell: 'render-card', waitSeconds }, () =>
    inTransaction(deps, caller, requestId, leaseNext),
  ).then((leased) => leased ?? {});
}

/** Orders that lack what a card needs are set back with their problem, so that they hold up nobody. */
async function leaseNext(tx: Tx): Promise<Leased | undefined> {
  for (;;) {
    const now = tx.deps.clock.now();
    const account = tx.caller.accountId;
    const lease = { now, leaseSeconds: RENDER_LEASE_SECONDS, account };
    const order = await leasePrintOrder(tx.db, { state: 'queued', ...lease });
    if (!order) return undefined;
    try {
      const faces = (await cardFacesOf(tx, order)) as unknown as NonNullable<Leased['faces']>;
      await audit(tx, order, 'card-faces-read');
      return { order: describePrintOrder(order), faces };
    } catch (error) {
      if (!(error instanceof PermanentJobFault)) throw error;
      await setBack(tx, order, error.message);
    }
  }
}

const FIRST_BACK_OFF_MS = 60_000;
const LONGEST_BACK_OFF_MS = 3_600_000;

/** Says why it cannot be rendered and offers it again later, each time after twice as long: 1 min to 1 h. */
async function setBack(tx: Tx, order: PrintOrder, problem: string): Promise<PrintOrder> {
  const waitMs = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** Math.min(order.leaseNo - 1, 10));
  const leaseUntil = new Date(tx.deps.clock.now().getTime() + waitMs);
  await tx.db('print_orders').where('id', order.id).update({ lease_until: leaseUntil, problem });
  await audit(tx, order, 'card-not-renderable', { problem });
  return { ...order, leaseUntil, problem };
}

/** The print worker cannot make a card of these faces; the order stays queued and says so in the list. */
export async function reportRenderingFault(
  tx: Tx,
  input: InputOf<typeof printOrdersApi.reportRenderingFault>,
): Promise<OutputOf<typeof printOrdersApi.reportRenderingFault>> {
  const order = await underRenderLease(tx, input);
  return describePrintOrder(await setBack(tx, order, input.problem));
}

async function audit(tx: Tx, order: PrintOrder, act: string, detail: Record<string, unknown> = {}) {
  const fact = { act, subjectKind: 'print-order', subjectId: order.publicId, purpose: 'rendering' };
  await recordAudit(tx, { ...fact, applicationId: order.applicationId, detail });
}

/** Three files as one, each with its length before it. */
export interface RenderedFiles {
  readonly front: Buffer;
  readonly back: Buffer;
  readonly pdf: Buffer;
}

/** The hash that preview, order and print share (print/src/render/card-hash.ts says the same). */
export function renderingHash({ front, back, pdf }: RenderedFiles): string {
  const hash = createHash('sha256');
  for (const file of [front, back, pdf]) hash.update(`${file.length}:`).update(file);
  return hash.digest('hex');
}

/** The order under the worker's lease; a frozen worker that wakes up late, or a forged order, is refused here. */
async function underRenderLease(
  tx: Tx,
  input: { printOrderId: string; leaseNo: number },
): Promise<PrintOrder> {
  const { printOrderId, leaseNo } = input;
  const order = await lockPrintOrder(tx.db, printOrderId);
  if (!order) return refuseAndTell(tx, { act: 'rendering-order-unknown', printOrderId, code: 'not-found' });
  if (order.leaseNo !== leaseNo)
    return refuseAndTell(tx, { act: 'rendering-lease-stale', printOrderId, code: 'lease-lost' });
  if (order.state !== 'queued') throw new ApiError('wrong-state');
  return order;
}

/** Stores the rendered faces under the lease, sealed and signed; they are never changed again. */
export async function storeRendering(
  tx: Tx,
  input: InputOf<typeof printOrdersApi.storeRendering>,
): Promise<OutputOf<typeof printOrdersApi.storeRendering>> {
  const order = await underRenderLease(tx, input);
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const files = { front: bytes(input.frontPng), back: bytes(input.backPng), pdf: bytes(input.pdf) };
  const sha256 = renderingHash(files);
  if (sha256 !== input.sha256) throw new ApiError('invalid-input', { detailCode: 'hash-differs' });
  const blob = await tx.deps.blobs.put(sealBytes(await workerKey(tx, order), 'rendering', packFiles(files)));
  const { signature } = tx.deps.keys.sign('receipt', renderingStatement(order.publicId, sha256));
  await movePrintOrder(tx.db, order.id, 'rendered', {
    rendering_sha256: Buffer.from(sha256, 'hex'),
    rendering_blob: blob,
    rendering_signature: signature,
    lease_until: null,
    problem: null,
  });
  tx.ring('print-card');
  await audit(tx, order, 'card-rendered', { sha256 });
  const rendered = { renderingSha256: sha256, leaseUntil: undefined, problem: undefined };
  return describePrintOrder({ ...order, ...rendered, state: 'rendered' });
}

/**
 * The stored faces of an order; undefined where bytes, hash or signature are not those that were approved: whoever
 * changes the bytes and the hash beside them still lacks the key.
 */
export async function openRendering(tx: Tx, order: PrintOrder): Promise<RenderedFiles | undefined> {
  const sealed = order.renderingBlob && (await tx.deps.blobs.get(order.renderingBlob));
  if (!sealed || !isSigned(tx, order)) return undefined;
  const packed = await openSealed(tx, order, sealed);
  if (!packed) return undefined;
  const files = unpackFiles(packed);
  return renderingHash(files) === order.renderingSha256 ? files : undefined;
}

async function openSealed(tx: Tx, order: PrintOrder, sealed: Buffer): Promise<Buffer | undefined> {
  const key = await workerKey(tx, order);
  try {
    return openBytes(key, 'rendering', sealed);
  } catch {
    // A changed seal does not open; that is an answer here, not a fault.
    return undefined;
  }
}

/** What the server signs when it stores a rendering. */
export function renderingStatement(printOrderId: string, sha256: string): Buffer {
  return Buffer.from(`permit-rendering:${printOrderId}:${sha256}`);
}

function isSigned(tx: Tx, { publicId, renderingSha256, renderingSignature }: PrintOrder): boolean {
  if (!renderingSha256 || !renderingSignature) return false;
  const statement = renderingStatement(publicId, renderingSha256);
  return tx.deps.keys
    .publicKeys('receipt')
    .some(({ spki }) =>
      verify(
        null,
        statement,
        createPublicKey({ key: spki, format: 'der', type: 'spki' }),
        renderingSignature,
      ),
    );
}

async function workerKey(tx: Tx, order: PrintOrder) {
  const person = await tx
    .db('people')
    .where('id', order.workerPerson)
    .first<{ wrapped_key: Buffer | null } | undefined>('wrapped_key');
  if (!person?.wrapped_key) throw new ApiError('erased');
  return personKey(tx.deps.keys, order.workerPerson, person.wrapped_key);
}

function packFiles({ front, back, pdf }: RenderedFiles): Buffer {
  return Buffer.concat(
    [front, back, pdf].flatMap((file) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(file.length);
      return [length, file];
    }),
  );
}

function unpackFiles(packed: Buffer): RenderedFiles {
  let offset = 0;
  const next = () => {
    const length = packed.readUInt32BE(offset);
    const file = packed.subarray(offset + 4, offset + 4 + length);
    offset += 4 + length;
    return file;
  };
  return { front: next(), back: next(), pdf: next() };
}
