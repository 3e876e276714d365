import { signStatusList, openStatusList } from '@permit/domain/cards/signed-status-list.ts';
import type { ListedStatus, StatusEntry } from '@permit/domain/cards/status-list.ts';
import type { TrustList } from '@permit/domain/cards/trust-list.ts';
import { verifyPermitQr, type VerifierAnswer } from '@permit/domain/cards/verify-permit-qr.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitsApi } from '@permit/domain/contract/permits-api.ts';
import type { PermitState } from '@permit/domain/machines/permit-machine.ts';
import { createPublicKey, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate as zlibDeflate, inflate as zlibInflate } from 'node:zlib';
import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import type { KeyStore } from '../vault/key-store.ts';

const deflate = promisify(zlibDeflate);
const inflate = promisify(zlibInflate) as (
  bytes: Uint8Array,
  options: { maxOutputLength: number },
) => Promise<Buffer>;
const REFRESH_SECONDS = 300;

interface PermitRow {
  public_id: string;
  permit_no: string;
  application_id: string;
  state: PermitState;
  valid_from: string;
  valid_to: string;
  category: string;
  qr: string;
}

/** One permit; the QR belongs to its worker and filer, not to everyone who may see the case. */
export async function getPermit(
  tx: Tx,
  input: InputOf<typeof permitsApi.getPermit>,
): Promise<OutputOf<typeof permitsApi.getPermit>> {
  const row = await tx.db('permits').where('public_id', input.permitId).first<PermitRow | undefined>();
  if (!row) throw notFound();
  const fact = {
    act: 'permit-read',
    subjectKind: 'permit',
    subjectId: row.public_id,
    purpose: tx.caller.role,
  };
  await recordAudit(tx, { ...fact, applicationId: row.application_id });
  return {
    permitId: row.public_id,
    permitNo: row.permit_no,
    state: row.state,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    category: row.category,
    qr: row.qr,
  };
}

/** Public keys of the cards, raw, as verifiers keep them. */
export function trustListOf(keys: KeyStore): TrustList {
  return {
    keys: keys.publicKeys('card').map(({ keyId, spki }) => ({
      keyId,
      algorithm: 'EdDSA' as const,
      // An Ed25519 SPKI is a fixed head of 12 bytes and the raw key.
      publicKey: spki.subarray(12).toString('base64'),
      specimen: keys.specimen,
    })),
  };
}

/** What the list says of a state; `active` needs no entry. */
const LISTED: Partial<Record<PermitState, ListedStatus>> = {
  temporary: 'temporary',
  'renewal-pending': 'renewal-pending',
  replaced: 'replaced',
  revoked: 'revoked',
  cancelled: 'cancelled',
};

/** Every permit whose printed dates no longer tell the whole truth, signed as one list. */
export async function getStatusList(tx: Tx): Promise<OutputOf<typeof permitsApi.getStatusList>> {
  const entries = await statusEntries(tx);
  const { rows } = await tx.db.raw<{ rows: { last: number | null }[] }>(
    'SELECT greatest(max(status_index), max(digital_status_index)) AS last FROM permits',
  );
  const last = Math.max(rows[0]?.last ?? -1, ...entries.slice(-1).map(({ index }) => index));
  const issued = Math.floor(tx.deps.clock.business().getTime() / 1000);
  const { keyId } = tx.deps.keys.publicKeys('card')[0]!;
  const list = await signStatusList(
    {
      firstIndex: 0,
      count: last + 1,
      entries,
      issuedAt: issued,
      refreshBy: issued + REFRESH_SECONDS,
    },
    {
      algorithm: 'EdDSA',
      keyId,
      sign: async (bytes) => tx.deps.keys.sign('card', bytes).signature,
      deflate: (bytes) => deflate(bytes),
    },
  );
  return { issuedAt: new Date(issued * 1000).toISOString(), list: Buffer.from(list).toString('base64') };
}

/** Permits in a listed state with all their codes, and the codes that a reprint replaced; ascending. */
async function statusEntries(tx: Tx): Promise<StatusEntry[]> {
  const permits = await tx
    .db('permits')
    .whereIn('state', Object.keys(LISTED))
    .select<
      { status_index: number; digital_status_index: number | null; state: PermitState; state_since: Date }[]
    >('status_index', 'digital_status_index', 'state', 'state_since');
  const replaced = await tx
    .db('replaced_codes')
    .select<{ status_index: number; at: Date }[]>('status_index', 'at');
  const changed = await tx.db('changed_codes').select<{ status_index: number }[]>('status_index');
  const entries = permits.flatMap((row) => {
    const entry = { status: LISTED[row.state]!, since: bangkokDate(row.state_since) };
    const digital = row.digital_status_index;
    return [
      { index: row.status_index, ...entry },
      ...(digital === null ? [] : [{ index: digital, ...entry }]),
    ];
  });
  const gone = replaced.map(({ status_index: index, at }) => ({
    index,
    status: 'replaced' as const,
    since: bangkokDate(at),
  }));
  return withChanged(
    [...entries, ...gone],
    changed.map(({ status_index }) => status_index),
  ).sort((a, b) => a.index - b.index);
}

/** Marks the codes of cards whose data was corrected; what says more already (revoked, replaced …) stays. */
function withChanged(entries: readonly StatusEntry[], changed: readonly number[]): StatusEntry[] {
  const byIndex = new Map(entries.map((entry) => [entry.index, entry]));
  for (const index of changed) {
    const listed = byIndex.get(index);
    if (!listed) byIndex.set(index, { index, status: 'changed-since-printed' });
    else if (listed.status === 'renewal-pending')
      byIndex.set(index, { ...listed, status: 'renewal-pending-and-changed' });
  }
  return [...byIndex.values()];
}

/** What a code says under today's keys and list. Runs as the job class. */
export async function readCode(tx: Tx, qr: string): Promise<{ answer: VerifierAnswer; asOf: string }> {
  const ports = {
    trustList: trustListOf(tx.deps.keys),
    now: Math.floor(tx.deps.clock.business().getTime() / 1000),
    verifySignature,
    inflate: (bytes: Uint8Array, most: number) => inflate(bytes, { maxOutputLength: most }),
  };
  const published = await getStatusList(tx);
  const opened = await openStatusList(Buffer.from(published.list, 'base64'), ports);
  const statusList = opened.ok ? { statusList: opened.list } : {};
  return { answer: await verifyPermitQr(qr, { ...ports, ...statusList }), asOf: published.issuedAt };
}

/** The verifier's answer with today's list; shows neither photo nor employer. */
export async function verifyPermit(
  tx: Tx,
  input: InputOf<typeof permitsApi.verifyPermit>,
): Promise<OutputOf<typeof permitsApi.verifyPermit>> {
  const { answer, asOf } = await readCode(tx, input.qr);
  const facts = 'facts' in answer ? answer.facts : undefined;
  const permit =
    facts &&
    (await tx
      .db('permits')
      .where('public_id', facts.permit.publicId)
      .first<{ permit_no: string } | undefined>('permit_no'));
  return {
    answer: answer.answer,
    asOf,
    ...(permit ? { permitNo: permit.permit_no } : {}),
    ...(facts ? { validTo: facts.permit.validTo } : {}),
  };
}

const ED25519_SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

async function verifySignature(
  key: { algorithm: string; publicKey: string },
  data: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (key.algorithm !== 'EdDSA') return false;
  const der = Buffer.concat([ED25519_SPKI_HEAD, Buffer.from(key.publicKey, 'base64')]);
  return verify(null, data, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}
