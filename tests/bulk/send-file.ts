import type { UploadPurpose } from '@permit/domain/contract/uploads-api.ts';
import type { ApiClient } from '../../tools/road/api-client.ts';

/** Sends a file in pieces, as a poor line would; answers its id. */
export async function sendFile(
  client: ApiClient,
  purpose: UploadPurpose,
  file: Uint8Array,
  pieceBytes = 1_000_000,
): Promise<string> {
  const { uploadId } = await client.call('createUpload', { purpose, bytes: file.length });
  for (let offset = 0; offset < file.length; offset += pieceBytes) {
    const bytes = new Uint8Array(file.subarray(offset, offset + pieceBytes));
    await client.call('appendUpload', { uploadId, offset, bytes });
  }
  return uploadId;
}
