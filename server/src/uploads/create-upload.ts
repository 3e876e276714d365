import { UPLOAD_LIMITS, type uploadsApi } from '@permit/domain/contract/uploads-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { newPersonKey } from '../vault/person-vault.ts';
import { describeUpload, findUpload } from './upload-store.ts';

const KEPT_HOURS = 48;
/** What one person may have under way at once: room for the largest import, not for filling the disk. */
const MOST_UNDER_WAY_BYTES = 2 * 1024 * 1024 * 1024;
const MOST_UNDER_WAY = 200;

/** Announces a file: its size is known before the first byte, so that what cannot be taken is refused at once. */
export async function createUpload(
  tx: Tx,
  input: InputOf<typeof uploadsApi.createUpload>,
): Promise<OutputOf<typeof uploadsApi.createUpload>> {
  if (input.bytes > UPLOAD_LIMITS[input.purpose]) throw new ApiError('body-too-large');
  if (input.purpose === 'old-permits' && tx.caller.role !== 'administrator')
    throw new ApiError('not-permitted');
  await refuseHoarding(tx, input.bytes);
  const id = newId();
  const publicId = newPublicId();
  await tx.db('uploads').insert({
    id,
    public_id: publicId,
    created_by: tx.caller.personId ?? null,
    purpose: input.purpose,
    bytes: input.bytes,
    wrapped_key: newPersonKey(tx.deps.keys, id).wrapped,
    expires_at: tx.db.raw('now() + make_interval(hours => ?)', [KEPT_HOURS]),
  });
  return describeUpload((await findUpload(tx.db, publicId))!);
}

async function refuseHoarding(tx: Tx, bytes: number): Promise<void> {
  const { rows } = await tx.db.raw<{ rows: { count: number; sum: string | null }[] }>(
    'SELECT count(*) AS count, sum(bytes)::text AS sum FROM uploads WHERE expires_at > now() AND created_by = ?',
    [tx.caller.personId ?? null],
  );
  const { count, sum } = rows[0]!;
  if (count >= MOST_UNDER_WAY || Number(sum ?? 0) + bytes > MOST_UNDER_WAY_BYTES)
    throw new ApiError('too-many-requests', { detailCode: 'uploads-under-way', retryAfterSeconds: 600 });
}
