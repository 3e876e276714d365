import { MalformedRecordError } from '../formats/malformed-record-error.ts';

/** Four times the largest slap at 1,000 ppi; a file that asks for more is refused from its header. */
export const MAX_PIXELS = 25_000_000;
/** No image or record that a reader produces comes near this. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
const MAX_SIDE = 20_000;

/** Refuses a size of zero or beyond the caps, before any pixel is allocated. */
export function checkImageSize(width: number, height: number, offset: number): void {
  if (width < 1 || height < 1) {
    throw new MalformedRecordError(offset, `an image of ${width}x${height} has no pixels`);
  }
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
    throw new MalformedRecordError(
      offset,
      `an image of ${width}x${height} is over the limit of ${MAX_PIXELS} pixels`,
    );
  }
}

export function checkFileSize(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new MalformedRecordError(0, 'the file is empty');
  if (bytes.length > MAX_FILE_BYTES) {
    throw new MalformedRecordError(MAX_FILE_BYTES, `a file over ${MAX_FILE_BYTES} bytes is not read`);
  }
}
