import { open, type FileHandle } from 'node:fs/promises';
import type { BodyPosition } from '../../codes.ts';
import { MAX_FILE_BYTES } from '../../images/image-limits.ts';
import { readDelivered, type DeliveredSample } from '../delivered-sample.ts';
import { ReaderError } from '../reader-error.ts';

/** One file as a frame needs it; `removed` when it is gone, `malformed` when it is not what its name says. */
export async function readSampleFile(path: string, position: BodyPosition): Promise<DeliveredSample> {
  return await readDelivered(await readWhole(path), position);
}

async function readWhole(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { size } = await file.stat();
    if (size > MAX_FILE_BYTES) throw new ReaderError('malformed', `a file of ${size} bytes`);
    return new Uint8Array(await file.readFile());
  } catch (error) {
    if (error instanceof ReaderError) throw error;
    throw new ReaderError('removed', 'the file can no longer be read');
  } finally {
    await file?.close();
  }
}
