import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { endOfBangkokDay } from '@permit/domain/cards/permit-qr.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitsApi } from '@permit/domain/contract/permits-api.ts';
import { lockApplicationById } from '../applications/application-store.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { nextStatusIndex, permitQr, workerOnQr } from './permit-qr.ts';
import { IN_FORCE, permitOf, type PermitRow } from './permits-in-force.ts';

/** A screenshot of yesterday proves nothing today. */
const LIFE_HOURS = 24;

/** A fresh code for the phone: of kind `digital`, with its own place in the status list, dead after a day. */
export async function getDigitalCard(
  tx: Tx,
  { permitId }: InputOf<typeof permitsApi.getDigitalCard>,
): Promise<OutputOf<typeof permitsApi.getDigitalCard>> {
  const permit = await permitOf(tx, permitId, false);
  const issuedAt = tx.deps.clock.business();
  if (!IN_FORCE.includes(permit.state) || isOver(permit, issuedAt))
    throw new ApiError('wrong-state', { detailCode: 'permit-ended' });
  const expiresAt = endOfCode(permit, issuedAt);
  const qr = await asJob(tx, () => signDigital(tx, permit, { issuedAt, expiresAt }));
  const fact = { act: 'digital-card-shown', subjectKind: 'permit', subjectId: permit.public_id };
  await recordAudit(tx, { ...fact, purpose: 'digital-card', applicationId: permit.application_id });
  return {
    permitId: permit.public_id,
    permitNo: permit.permit_no,
    state: permit.state,
    qr,
    issuedAt: issuedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

/** A renewal that is pending outlives the printed last day; nothing else does. */
function isOver(permit: PermitRow, at: Date): boolean {
  return permit.state !== 'renewal-pending' && bangkokDate(at) > permit.valid_to;
}

function endOfCode(permit: PermitRow, issuedAt: Date): Date {
  const inADay = issuedAt.getTime() + LIFE_HOURS * 3_600_000;
  if (permit.state === 'renewal-pending') return new Date(inADay);
  return new Date(Math.min(inADay, endOfBangkokDay(permit.valid_to) * 1000));
}

async function signDigital(
  tx: Tx,
  permit: PermitRow,
  life: { issuedAt: Date; expiresAt: Date },
): Promise<string> {
  const application = await lockApplicationById(tx.db, permit.application_id);
  if (!application) throw notFound();
  return permitQr(tx.deps.keys, {
    publicId: permit.public_id,
    kind: 'digital',
    statusIndex: await digitalIndex(tx, permit.id),
    category: permit.category,
    period: { from: calendarDate(permit.valid_from), to: calendarDate(permit.valid_to) },
    ...(await workerOnQr(tx, application)),
    ...life,
  });
}

/** Given at the first request; the case is locked, so that two phones at once take one number. */
async function digitalIndex(tx: Tx, id: string): Promise<number> {
  const known = await tx
    .db('permits')
    .where('id', id)
    .first<{ digital_status_index: number | null }>('digital_status_index');
  if (known.digital_status_index !== null) return known.digital_status_index;
  const index = await nextStatusIndex(tx);
  await tx.db('permits').where('id', id).update({ digital_status_index: index });
  return index;
}
