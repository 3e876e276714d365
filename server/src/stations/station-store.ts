import type { Database } from '../database/database.ts';

export interface Station {
  readonly id: string;
  readonly publicId: string;
  readonly centreParty: string;
  readonly centrePublicId: string;
  readonly devicePublicKey: Buffer;
  readonly lastCounter: number;
  /** Hex; undefined before the first packet. */
  readonly lastPacketHash: string | undefined;
  readonly revoked: boolean;
}

interface StationRow {
  id: string;
  public_id: string;
  centre_party: string;
  centre_public_id: string;
  device_public_key: Buffer;
  last_counter: number;
  last_packet_hash: Buffer | null;
  revoked_at: Date | null;
}

const query = (db: Database) =>
  db('stations as s')
    .join('parties as c', 'c.id', 's.centre_party')
    .select('s.*', 'c.public_id as centre_public_id');

/** The station whose machine account is signed in, locked: its chain moves one packet at a time. */
export async function lockStationOfAccount(db: Database, accountId: string): Promise<Station | undefined> {
  const row = await query(db).where('s.account_id', accountId).forUpdate('s').first<StationRow | undefined>();
  return row && fromRow(row);
}

export async function findStationOfAccount(db: Database, accountId: string): Promise<Station | undefined> {
  const row = await query(db).where('s.account_id', accountId).first<StationRow | undefined>();
  return row && fromRow(row);
}

export async function findStation(db: Database, publicId: string): Promise<Station | undefined> {
  const row = await query(db).where('s.public_id', publicId).first<StationRow | undefined>();
  return row && fromRow(row);
}

/** Whose key an operator key id is, at this station; undefined where none is registered or it was ended. */
export async function findOperator(
  db: Database,
  stationId: string,
  operatorKeyId: string,
): Promise<{ personId: string; accountPublicId: string; publicKey: Buffer } | undefined> {
  const row = await db('station_operators as o')
    .join('accounts as a', 'a.person_id', 'o.person_id')
    .where({ 'o.station_id': stationId, 'o.public_id': operatorKeyId })
    .whereNull('o.ended_at')
    .first<{ person_id: string; public_id: string; public_key: Buffer } | undefined>(
      'o.person_id',
      'a.public_id',
      'o.public_key',
    );
  return row && { personId: row.person_id, accountPublicId: row.public_id, publicKey: row.public_key };
}

function fromRow(row: StationRow): Station {
  return {
    id: row.id,
    publicId: row.public_id,
    centreParty: row.centre_party,
    centrePublicId: row.centre_public_id,
    devicePublicKey: row.device_public_key,
    lastCounter: row.last_counter,
    lastPacketHash: row.last_packet_hash?.toString('hex'),
    revoked: row.revoked_at !== null,
  };
}
