import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import { NO_PREVIOUS_HASH } from '@permit/domain/contract/packet.ts';
import type { stationsApi } from '@permit/domain/contract/stations-api.ts';
import { createPublicKey } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { queueJob } from '../jobs/queue-job.ts';
import { closeStation } from '../stations/enrol-station.ts';
import { findOperator, lockStationOfAccount, type Station } from '../stations/station-store.ts';
import { moveVisit } from '../visits/visit-store.ts';
import { findReceipt, type ReceiptValue } from './receipt-lookup.ts';
import { decideChain } from './packet/decide-chain.ts';
import { signReceipt } from './packet/sign-receipt.ts';
import {
  claimedManifest,
  packetHashOf,
  verifyPacket,
  type PacketKeys,
  type VerifiedPacket,
} from './packet/verify-packet.ts';
import { visitOfPacket } from './visit-of-packet.ts';

/**
 * Takes a sealed capture. Every byte is checked against both signatures and the device's chain before it counts;
 * it is durable before the receipt is signed; the same packet again gets the same receipt. What fails a check is
 * set aside with its code, and a fork revokes the device.
 */
export async function uploadPacket(
  tx: Tx,
  { bytes }: { bytes: Uint8Array },
): Promise<OutputOf<typeof stationsApi.uploadPacket>> {
  const station = await lockStationOfAccount(tx.db, tx.caller.accountId ?? '');
  if (!station || station.revoked) throw new ApiError('not-permitted', { detailCode: 'station-revoked' });
  const known = await findReceipt(tx, packetHashOf(bytes));
  if (known) return known;
  await refuseAgain(tx, station, bytes);
  const verified = verifyPacket(bytes, await keysFor(tx, station, bytes));
  if (!verified.ok) return setAside(tx, station, bytes, { code: verified.code });
  const { manifest, packetHash } = verified.value;
  const head = { counter: station.lastCounter, packetHash: station.lastPacketHash ?? NO_PREVIOUS_HASH };
  const place = decideChain(verified.value, head, await hashUnder(tx, station, manifest.deviceCounter));
  if (place.place === 'later') throw new ApiError('conflict', { detailCode: place.code });
  if (place.place === 'refused') {
    if (place.code === 'fork') await asJob(tx, () => closeStation(tx, station.id, 'fork'));
    return setAside(tx, station, bytes, { code: place.code });
  }
  const visit = await visitOfPacket(tx, manifest);
  if (!visit) {
    await moveChain(tx, station, verified.value);
    return setAside(tx, station, bytes, { code: 'wrong-visit', counter: manifest.deviceCounter });
  }
  const receipt = await keepPacket(tx, {
    station,
    packet: verified.value,
    bytes,
    visitId: visit.id,
    applicationId: visit.applicationId,
  });
  if (visit.state === 'checked-in') await moveVisit(tx.db, visit.id, 'in-progress');
  await queueJob(tx, 'open-packet', { packetHash }, `open-packet:${packetHash}`);
  return receipt;
}

async function keysFor(tx: Tx, station: Station, bytes: Uint8Array): Promise<PacketKeys> {
  const claimed = claimedManifest(bytes);
  const operator = claimed && (await asJob(tx, () => findOperator(tx.db, station.id, claimed.operatorKeyId)));
  const keyOf = (spki: Buffer) => createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return {
    stationId: station.publicId,
    deviceKey: keyOf(station.devicePublicKey),
    operator: operator && { operatorId: operator.accountPublicId, key: keyOf(operator.publicKey) },
  };
}

async function hashUnder(tx: Tx, station: Station, counter: number): Promise<string | undefined> {
  const row = await asJob(tx, () =>
    tx
      .db('captures')
      .where({ station_id: station.id, counter })
      .first<{ packet_hash: Buffer } | undefined>('packet_hash'),
  );
  return row?.packet_hash.toString('hex');
}

/** A packet that was set aside gets the same answer again: it is no fork of itself, and is not stored twice. */
async function refuseAgain(tx: Tx, station: Station, bytes: Uint8Array): Promise<void> {
  const hash = Buffer.from(packetHashOf(bytes), 'hex');
  const row = await tx
    .db('packets_set_aside')
    .where({ station_id: station.id, packet_hash: hash })
    .first<{ code: string } | undefined>('code');
  if (row) throw new ApiError('packet-refused', { detailCode: row.code });
}

async function moveChain(tx: Tx, station: Station, { manifest, packetHash }: VerifiedPacket): Promise<void> {
  const last = { last_counter: manifest.deviceCounter, last_packet_hash: Buffer.from(packetHash, 'hex') };
  await tx
    .db('stations')
    .where('id', station.id)
    .update({ ...last, seen_at: tx.deps.clock.now() });
}

/** Keeps the refused bytes and the reason, although the request fails; `counter` where it used one up. */
async function setAside(
  tx: Tx,
  station: Station,
  bytes: Uint8Array,
  { code, counter }: { code: string; counter?: number },
): Promise<never> {
  const hash = packetHashOf(bytes);
  const blob = await tx.deps.blobs.put(bytes);
  await tx.db('packets_set_aside').insert({
    id: newId(),
    station_id: station.id,
    packet_hash: Buffer.from(hash, 'hex'),
    packet_blob: blob,
    code,
    counter: counter ?? null,
  });
  const fact = {
    act: 'packet-set-aside',
    subjectKind: 'station',
    subjectId: station.publicId,
    purpose: 'security',
  };
  await recordAudit(tx, { ...fact, detail: { code, packetHash: hash } });
  throw new ApiError('packet-refused', { detailCode: code, commit: true });
}

interface Keep {
  readonly station: Station;
  readonly packet: VerifiedPacket;
  readonly bytes: Uint8Array;
  readonly visitId: string;
  readonly applicationId: string;
}

async function keepPacket(
  tx: Tx,
  { station, packet, bytes, visitId, applicationId }: Keep,
): Promise<ReceiptValue> {
  const { manifest, packetHash } = packet;
  const operator = await asJob(tx, () => findOperator(tx.db, station.id, manifest.operatorKeyId));
  // Durable (fsynced) before anything is signed or committed.
  const blob = await tx.deps.blobs.put(bytes);
  const receivedAt = tx.deps.clock.now();
  let keyId = tx.deps.keys.publicKeys('receipt')[0]!.keyId;
  const unsigned = {
    packetId: manifest.packetId,
    deviceId: station.publicId,
    counter: manifest.deviceCounter,
    packetHash,
    receivedAt: receivedAt.toISOString(),
    keyId,
  };
  const receipt = await signReceipt(unsigned, (message) => {
    const signed = tx.deps.keys.sign('receipt', message);
    keyId = signed.keyId;
    return signed.signature;
  });
  await tx.db('captures').insert({
    id: newId(),
    public_id: newPublicId(),
    application_id: applicationId,
    visit_id: visitId,
    station_id: station.id,
    operator_person: operator!.personId,
    state: 'received',
    counter: manifest.deviceCounter,
    packet_hash: Buffer.from(packetHash, 'hex'),
    packet_blob: blob,
    receipt_key_id: keyId,
    receipt_signature: Buffer.from(receipt.signature, 'base64'),
    received_at: receivedAt,
    summary: JSON.stringify({
      packetId: manifest.packetId,
      parts: manifest.parts.map(({ kind, position }) => ({ kind, position })),
    }),
  });
  await moveChain(tx, station, packet);
  const fact = {
    act: 'packet-received',
    subjectKind: 'packet',
    subjectId: manifest.packetId,
    purpose: 'capture',
  };
  await recordAudit(tx, { ...fact, applicationId, detail: { counter: manifest.deviceCounter, packetHash } });
  return receipt;
}
