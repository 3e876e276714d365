import type { CaptureState } from '@permit/domain/machines/capture-machine.ts';
import type { Database } from '../database/database.ts';

export interface Capture {
  readonly id: string;
  readonly publicId: string;
  readonly applicationId: string;
  readonly visitId: string;
  readonly stationId: string;
  readonly state: CaptureState;
  readonly packetHash: string;
  readonly packetBlob: string;
  readonly workerPerson: string;
  readonly workerKeyWrapped: Buffer | null;
  readonly portraitBlob: string | undefined;
  readonly reason: string | undefined;
}

interface CaptureRow {
  id: string;
  public_id: string;
  application_id: string;
  visit_id: string;
  station_id: string;
  state: CaptureState;
  packet_hash: Buffer;
  packet_blob: string;
  worker_person: string;
  wrapped_key: Buffer | null;
  portrait_blob: string | null;
  reason: string | null;
}

const query = (db: Database) =>
  db('captures as c')
    .join('applications as a', 'a.id', 'c.application_id')
    .join('people as p', 'p.id', 'a.worker_person')
    .select('c.*', 'a.worker_person', 'p.wrapped_key');

export async function findCaptureByHash(db: Database, packetHash: string): Promise<Capture | undefined> {
  const row = await query(db)
    .where('c.packet_hash', Buffer.from(packetHash, 'hex'))
    .first<CaptureRow | undefined>();
  return row && fromRow(row);
}

/** Locked until the end of the transaction. */
export async function lockCapture(db: Database, publicId: string): Promise<Capture | undefined> {
  const row = await query(db).where('c.public_id', publicId).forUpdate('c').first<CaptureRow | undefined>();
  return row && fromRow(row);
}

/** The capture that a card's portrait comes from: the newest that was cleared. */
export async function clearedCaptureOf(db: Database, applicationId: string): Promise<Capture | undefined> {
  const row = await query(db)
    .where({ 'c.application_id': applicationId, 'c.state': 'cleared' })
    .orderBy('c.received_at', 'desc')
    .first<CaptureRow | undefined>();
  return row && fromRow(row);
}

export async function moveCapture(
  db: Database,
  id: string,
  to: CaptureState,
  changes: object = {},
): Promise<void> {
  await db('captures')
    .where('id', id)
    .update({ ...changes, state: to, state_since: db.raw('clock_timestamp()') });
}

function fromRow(row: CaptureRow): Capture {
  return {
    id: row.id,
    publicId: row.public_id,
    applicationId: row.application_id,
    visitId: row.visit_id,
    stationId: row.station_id,
    state: row.state,
    packetHash: row.packet_hash.toString('hex'),
    packetBlob: row.packet_blob,
    workerPerson: row.worker_person,
    workerKeyWrapped: row.wrapped_key,
    portraitBlob: row.portrait_blob ?? undefined,
    reason: row.reason ?? undefined,
  };
}
