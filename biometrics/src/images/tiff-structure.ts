import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import { checkImageSize } from './image-limits.ts';

const WIDTH = 256;
const HEIGHT = 257;
const SAMPLES_PER_PIXEL = 277;
const MAX_SAMPLES = 8;
const FIELD_WIDTH: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4 };

/** Checks the first directory of a classic TIFF 6.0 (either byte order): places, size and samples within the caps; returns where the directory lies. */
export function checkTiffStructure(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  needBytes(bytes, 0, 8, 'the TIFF header');
  const directory = view.getUint32(4, little);
  needBytes(bytes, directory, 2, 'the TIFF directory');
  const count = view.getUint16(directory, little);
  needBytes(bytes, directory + 2, count * 12, 'the TIFF directory');
  const fields = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + i * 12;
    fields.set(view.getUint16(at, little), readValue(view, at, little));
  }
  checkImageSize(fields.get(WIDTH) ?? 0, fields.get(HEIGHT) ?? 0, directory);
  if ((fields.get(SAMPLES_PER_PIXEL) ?? 1) > MAX_SAMPLES) {
    throw new MalformedRecordError(directory, `more than ${MAX_SAMPLES} samples a pixel`);
  }
  return directory;
}

/** The value of a field that fits its entry; others are of no interest here and count as 0. */
function readValue(view: DataView, at: number, little: boolean): number {
  const width = FIELD_WIDTH[view.getUint16(at + 2, little)];
  if (width === 1) return view.getUint8(at + 8);
  if (width === 2) return view.getUint16(at + 8, little);
  return width === 4 ? view.getUint32(at + 8, little) : 0;
}

function needBytes(bytes: Uint8Array, at: number, count: number, what: string): void {
  if (at + count > bytes.length) {
    throw new MalformedRecordError(Math.min(at, bytes.length), `${what} lies beyond the end of the file`);
  }
}
