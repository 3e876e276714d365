import type { ApiClient } from '../api/api-client.ts';
import { asProblem } from '../api/api-problem.ts';

/** Small enough that a poor line loses little; the server takes larger ones. */
const PIECE_BYTES = 1024 * 1024;
const MOST_TRIES = 6;
const FIRST_PAUSE_MS = 500;

export interface Sending {
  readonly api: ApiClient;
  readonly purpose: 'workers-sheet' | 'workers-files' | 'old-permits' | 'document';
  readonly file: File;
  /** Smaller where the line is poor; 1 MiB otherwise. */
  readonly pieceBytes?: number;
  /** Bytes that have arrived. */
  readonly onProgress: (sent: number) => void;
}

/** Uploads that were begun in this window, by file: pressed again after a break, the file goes on where it was. */
const begun = new Map<string, string>();

/** Sends a file piece by piece; a piece that is lost is asked for and sent again. Answers the upload's id. */
export async function sendUpload(sending: Sending): Promise<string> {
  const { api, file, purpose } = sending;
  const name = [purpose, file.name, file.size, file.lastModified].join('\0');
  const known = begun.get(name);
  const upload =
    (known && (await api.call('getUpload', { uploadId: known }).catch(() => undefined))) ||
    (await api.call('createUpload', { purpose, bytes: file.size }));
  begun.set(name, upload.uploadId);
  let { received } = upload;
  sending.onProgress(received);
  for (let tries = 0; received < file.size;) {
    try {
      received = await sendPiece(sending, upload.uploadId, received);
      tries = 0;
      sending.onProgress(received);
    } catch (error) {
      const { code } = asProblem(error);
      tries += 1;
      if (tries >= MOST_TRIES || (code !== 'unreachable' && code !== 'conflict')) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** tries));
      received = (await api.call('getUpload', { uploadId: upload.uploadId }).catch(() => ({ received })))
        .received;
    }
  }
  // Used once: the server lets the file go with the work that it was for.
  begun.delete(name);
  return upload.uploadId;
}

async function sendPiece(
  { api, file, pieceBytes = PIECE_BYTES }: Sending,
  uploadId: string,
  offset: number,
): Promise<number> {
  const bytes = new Uint8Array(await file.slice(offset, offset + pieceBytes).arrayBuffer());
  return (await api.call('appendUpload', { uploadId, offset, bytes })).received;
}
