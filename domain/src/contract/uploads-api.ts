import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Bytes, Instant, PublicId } from './wire-types.ts';

/** Largest file by what it is for, in bytes; a document as the portal takes it [O]. */
export const UPLOAD_LIMITS = {
  document: 4 * 1024 * 1024,
  'workers-sheet': 8 * 1024 * 1024,
  'workers-files': 512 * 1024 * 1024,
  'old-permits': 1024 * 1024 * 1024,
} as const;
export type UploadPurpose = keyof typeof UPLOAD_LIMITS;

/** Largest piece; a poor line sends smaller ones and loses less when it breaks. */
export const MAX_CHUNK_BYTES = 8 * 1024 * 1024;

const UPLOADERS = ['worker', 'employer', 'agent', 'clerk', 'administrator'] as const;

const Upload = z
  .object({
    uploadId: PublicId,
    purpose: z.enum(Object.keys(UPLOAD_LIMITS) as [UploadPurpose, ...UploadPurpose[]]),
    bytes: z.int(),
    /** How much has arrived for good: the offset of the next piece. */
    received: z.int(),
    expiresAt: Instant,
  })
  .meta({ id: 'Upload' });

/** A file in pieces, for lines that break: create, send at the offset, ask for the offset, go on. */
export const uploadsApi = {
  createUpload: endpoint({
    id: 'createUpload',
    summary: 'Announce a file; its pieces are sealed as they arrive and kept for two days',
    method: 'POST',
    path: '/uploads',
    allow: UPLOADERS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      purpose: z.enum(Object.keys(UPLOAD_LIMITS) as [UploadPurpose, ...UploadPurpose[]]),
      bytes: z.int().min(1).max(UPLOAD_LIMITS['old-permits']),
    }),
    output: Upload,
  }),
  appendUpload: endpoint({
    id: 'appendUpload',
    summary: 'Send the piece that begins at `offset`; the same piece again changes nothing',
    method: 'PATCH',
    path: '/uploads/{uploadId}',
    allow: UPLOADERS,
    body: 'bytes',
    input: z.object({ uploadId: PublicId, offset: z.coerce.number().int().min(0), bytes: Bytes }),
    output: Upload,
  }),
  getUpload: endpoint({
    id: 'getUpload',
    summary: 'How much of a file has arrived; also as HEAD, with the offset in Upload-Offset',
    method: 'GET',
    path: '/uploads/{uploadId}',
    allow: UPLOADERS,
    input: z.object({ uploadId: PublicId }),
    output: Upload,
  }),
} as const;
