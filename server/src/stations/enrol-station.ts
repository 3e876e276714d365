import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { stationsApi } from '@permit/domain/contract/stations-api.ts';
import { createPublicKey, randomBytes } from 'node:crypto';
import { createAccount, grantRole } from '../accounts/create-account.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { actingParty, actsAt } from '../http/acting-party.ts';
import { newId, newPublicId } from '../ids.ts';
import { findStation } from './station-store.ts';

type Input = InputOf<typeof stationsApi.enrolStation>;

/** Registers a station's public key and opens its machine account; the secret is answered this once. */
export async function enrolStation(tx: Tx, input: Input): Promise<OutputOf<typeof stationsApi.enrolStation>> {
  const devicePublicKey = readEd25519Key(input.devicePublicKey);
  return asJob(tx, async () => {
    const centre = await centreOf(tx, input.centreId);
    const stationId = newPublicId();
    const username = `station-${stationId.toLowerCase()}`;
    const secret = randomBytes(32).toString('base64url');
    const account = await createAccount(tx, {
      username,
      password: secret,
      displayName: input.name,
      machine: true,
    });
    const role = input.kind === 'print-host' ? 'print-host' : 'station';
    await grantRole(tx, account.accountId, { role, partyId: centre });
    await tx.db('stations').insert({
      id: newId(),
      public_id: stationId,
      centre_party: centre,
      account_id: account.accountId,
      name: input.name,
      kind: input.kind,
      device_public_key: devicePublicKey,
      enrolled_by: tx.caller.personId ?? null,
    });
    await recordAudit(tx, {
      act: 'station-enrolled',
      subjectKind: 'station',
      subjectId: stationId,
      purpose: 'stations',
    });
    return { stationId, username, secret };
  });
}

/** A supervisor enrols for their own centre; an administrator names one. */
async function centreOf(tx: Tx, publicId: string | undefined): Promise<string> {
  if (tx.caller.role === 'centre-supervisor') return actingParty(tx);
  const centre = await tx
    .db('parties')
    .where({ public_id: publicId ?? '', kind: 'centre' })
    .first<{ id: string } | undefined>('id');
  if (!centre) throw notFound();
  return centre.id;
}

/** Checked at the edge: a key of another kind would make every later packet fail. */
export function readEd25519Key(base64: string): Buffer {
  const der = Buffer.from(base64, 'base64');
  try {
    if (createPublicKey({ key: der, format: 'der', type: 'spki' }).asymmetricKeyType === 'ed25519')
      return der;
  } catch {
    // Falls through to the refusal.
  }
  throw new ApiError('invalid-input', { fields: [{ path: 'publicKey', code: 'not-ed25519-spki' }] });
}

/** A member of staff registers the key that signs captures under their name at one station. */
export async function registerOperator(
  tx: Tx,
  input: InputOf<typeof stationsApi.registerOperator>,
): Promise<OutputOf<typeof stationsApi.registerOperator>> {
  const station = await findStation(tx.db, input.stationId);
  if (!station || station.revoked || !actsAt(tx, station.centreParty)) throw notFound();
  const operatorKeyId = newPublicId();
  await tx.db('station_operators').insert({
    id: newId(),
    public_id: operatorKeyId,
    station_id: station.id,
    person_id: tx.caller.personId ?? null,
    public_key: readEd25519Key(input.operatorPublicKey),
  });
  const fact = {
    act: 'operator-registered',
    subjectKind: 'station',
    subjectId: station.publicId,
    purpose: 'stations',
  };
  await recordAudit(tx, { ...fact, detail: { operatorKeyId } });
  return { operatorKeyId };
}

/** A station is lost or doubtful: its key counts no more and its account is closed. */
export function revokeStation(
  tx: Tx,
  input: InputOf<typeof stationsApi.revokeStation>,
): Promise<Record<string, never>> {
  return asJob(tx, async () => {
    const station = await findStation(tx.db, input.stationId);
    const own = tx.caller.role === 'administrator' || actsAt(tx, station?.centreParty);
    if (!station || !own) throw notFound();
    await closeStation(tx, station.id, input.reason);
    await recordAudit(tx, {
      act: 'station-revoked',
      subjectKind: 'station',
      subjectId: station.publicId,
      purpose: 'stations',
    });
    return {};
  });
}

/** Ends a station's key and account; runs as the job class. */
export async function closeStation(tx: Tx, id: string, because: string): Promise<void> {
  await tx.db('stations').where('id', id).update({ revoked_at: tx.db.fn.now(), revoked_because: because });
  const account = tx.db('stations').where('id', id).select('account_id');
  await tx.db('accounts').whereIn('id', account).update({ disabled_at: tx.db.fn.now() });
  const ended = { ended_at: tx.db.fn.now(), end_reason: 'station-revoked' };
  await tx.db('sessions').whereIn('account_id', account).whereNull('ended_at').update(ended);
}
