import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import { NO_PREVIOUS_HASH } from '@permit/domain/contract/packet.ts';
import type { stationsApi } from '@permit/domain/contract/stations-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { newestOfKind } from '../documents/document-store.ts';
import { openDocument } from '../documents/read-document.ts';
import { ApiError } from '../errors.ts';
import { describeVisit, selectVisits, visitQuery, type Visit } from '../visits/visit-store.ts';
import { findStationOfAccount } from './station-store.ts';

/** Hours for which a station may read names and hand over cards without asking again (decisions.md 14). */
const LEASE_HOURS = 72;
const OPEN_STATES = ['booked', 'ticketed', 'checked-in', 'in-progress'];

type Manifest = OutputOf<typeof stationsApi.stationManifest>;

/** Everything that a station needs for its day; every person in it is recorded as read by this station. */
export async function stationManifest(tx: Tx): Promise<Manifest> {
  const station = await findStationOfAccount(tx.db, tx.caller.accountId ?? '');
  if (!station || station.revoked) throw new ApiError('not-permitted', { detailCode: 'station-revoked' });
  const { keys, clock } = tx.deps;
  const now = clock.now();
  await tx.db('stations').where('id', station.id).update({ seen_at: now });
  const day = bangkokDate(clock.business());
  const today = visitQuery(tx.db)
    .where({ 'v.centre_party': station.centreParty, 'v.day': day })
    .whereIn('v.state', OPEN_STATES);
  const visits = await selectVisits(today.orderBy('v.ticket') as never);
  const people: Manifest['visits'] = [];
  for (const visit of visits) people.push(await describePerson(tx, visit));
  const fact = {
    act: 'manifest-read',
    subjectKind: 'station',
    subjectId: station.publicId,
    purpose: 'visits-of-today',
  };
  await recordAudit(tx, { ...fact, detail: { visits: visits.map(({ publicId }) => publicId) } });
  const spki = (key: { keyId: string; spki: Buffer }) => ({
    keyId: key.keyId,
    publicKey: key.spki.toString('base64'),
  });
  return {
    stationId: station.publicId,
    centreId: station.centrePublicId,
    ingestKey: spki(keys.ingestKey()),
    escrowKey: spki(keys.escrowKey()),
    receiptKeys: keys.publicKeys('receipt').map(spki),
    lastCounter: station.lastCounter,
    lastPacketHash: station.lastPacketHash ?? NO_PREVIOUS_HASH,
    leaseUntil: new Date(now.getTime() + LEASE_HOURS * 3_600_000).toISOString(),
    serverTime: now.toISOString(),
    visits: people,
  };
}

async function describePerson(tx: Tx, visit: Visit): Promise<Manifest['visits'][number]> {
  const photo = await newestOfKind(tx.db, visit.applicationId, 'photo');
  const bytes = photo && (await openDocument(tx, photo));
  return {
    ...describeVisit(tx.deps.keys, visit),
    language: visit.language,
    ...(visit.nationality ? { nationality: visit.nationality } : {}),
    ...(visit.birthYear ? { birthYear: visit.birthYear } : {}),
    ...(photo && bytes ? { filedPortrait: { mime: photo.mime, base64: bytes.toString('base64') } } : {}),
  };
}
