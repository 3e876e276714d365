import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { PermitAnswerCode } from '@permit/domain/cards/verify-permit-qr.ts';
import { newId, newPublicId } from '@permit/server/ids.ts';
import { keyStoreOf } from '@permit/server/vault/file-key-store.ts';
import { newKeyMaterial } from '@permit/server/vault/key-material.ts';
import { permitQr } from '@permit/server/permits/permit-qr.ts';
import type { KeyStore } from '@permit/server/vault/key-store.ts';
import type pg from 'pg';
import type { RoadServer } from '../road/road-server.ts';

/** The answers that the public check gives about a permit, in the order of the issue; ended ones count as one. */
export const EIGHT_ANSWERS = [
  'valid',
  'may-work-renewal-pending',
  'temporary',
  'replaced',
  'expired',
  'revoked',
  'cancelled',
  'changed-since-printed',
  'not-known',
] as const;
export type OneOfEight = (typeof EIGHT_ANSWERS)[number];

interface Made {
  readonly state: string;
  readonly to: string;
  readonly changed?: boolean;
}

/** How each permit stands in the database; which answer that gives is the product's business. */
const STANDS: Readonly<Record<Exclude<OneOfEight, 'not-known'> & PermitAnswerCode, Made>> = {
  valid: { state: 'active', to: '2027-11-19' },
  'may-work-renewal-pending': { state: 'renewal-pending', to: '2026-11-10' },
  temporary: { state: 'temporary', to: '2027-11-19' },
  replaced: { state: 'replaced', to: '2027-11-19' },
  expired: { state: 'expired', to: '2026-11-10' },
  revoked: { state: 'revoked', to: '2027-11-19' },
  cancelled: { state: 'cancelled', to: '2027-11-19' },
  'changed-since-printed': { state: 'active', to: '2027-11-19', changed: true },
};

/**
 * Permits in every state that an inspector can meet, beside the one that a road has made, and their codes signed by the
 * server's own key. They are written past the machines (as after years), each for a person of its own.
 */
export async function eightPermits(road: RoadServer): Promise<Record<OneOfEight, string>> {
  const owner = await road.database.owner();
  try {
    await owner.query('SET session_replication_role = replica');
    const codes: Partial<Record<OneOfEight, string>> = {};
    for (const [answer, made] of Object.entries(STANDS))
      codes[answer as OneOfEight] = await aPermitThat(owner, road.deps.keys, made);
    codes['not-known'] = await codeOf(keyStoreOf(newKeyMaterial(true).material), 1, '2027-11-19');
    return codes as Record<OneOfEight, string>;
  } finally {
  }
}

async function aPermitThat(owner: pg.Client, keys: KeyStore, { state, to, changed }: Made): Promise<string> {
  const index = Number((await owner.query(`SELECT nextval('status_running') AS next`)).rows[0].next);
  const ids = { permit: newId(), person: newId(), application: newId() };
  const qr = await codeOf(keys, index, to);
  const ended = state === 'revoked' ? { revoked_by: ids.person, revoked_ground: 's.63' } : {};
  const row = {
    id: ids.permit,
    public_id: newPublicId(),
    permit_no: `6999${String(index).padStart(8, '0')}`,
    application_id: ids.application,
    worker_person: ids.person,
    status_index: index,
    digital_status_index: null,
    valid_from: '2025-11-11',
    valid_to: to,
    ...{ state, qr, ...ended },
  };
  await owner.query(
    `INSERT INTO permits SELECT (jsonb_populate_record(m, $1)).* FROM permits m ORDER BY issued_at LIMIT 1`,
    [JSON.stringify(row)],
  );
  if (changed)
    await owner.query(
      'INSERT INTO changed_codes (status_index, permit_id, correction_id) VALUES ($1, $2, $3)',
      [index, ids.permit, newId()],
    );
  return qr;
}

function codeOf(keys: KeyStore, statusIndex: number, to: string): Promise<string> {
  return permitQr(keys, {
    publicId: newPublicId(),
    kind: 'card',
    statusIndex,
    category: '59',
    period: { from: calendarDate('2025-11-11'), to: calendarDate(to) },
    fullName: 'MR. AUNG KYAW MOE',
    nationality: 'MMR',
    birthYear: 1992,
    issuedAt: new Date('2025-11-11T03:00:00Z'),
  });
}
