import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import { checkImageSize } from './image-limits.ts';

const WIDTH = 256;
const HEIGHT = 257;
const SAMPLES_PER_PIXEL = 277;
const MAX_SAMPLES = 8;
const ENTRY = 12;
const IN_PLACE = 4;
/** Bytes of one value by field type 1-13; other types are skipped, as the specification asks. */
const TYPE_WIDTH = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/**
 * Checks the first directory of a classic TIFF 6.0 (either byte order): everything that it points at lies
 * in the file, size and samples within the caps. Returns where the directory lies.
 */
export function checkTiffStructure(bytes: Uint8Array): number {
  const tiff = new TiffBytes(bytes);
  tiff.need(0, 8, 'the TIFF header');
  const directory = tiff.u32(4);
  tiff.need(directory, 2, 'the TIFF directory');
  const count = tiff.u16(directory);
  tiff.need(directory + 2, count * ENTRY, 'the TIFF directory');
  const fields = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + i * ENTRY;
    tiff.needValue(at);
    fields.set(tiff.u16(at), tiff.valueOf(at));
  }
  checkImageSize(fields.get(WIDTH) ?? 0, fields.get(HEIGHT) ?? 0, directory);
  if ((fields.get(SAMPLES_PER_PIXEL) ?? 1) > MAX_SAMPLES) {
    throw new MalformedRecordError(directory, `more than ${MAX_SAMPLES} samples a pixel`);
  }
  return directory;
}

class TiffBytes {
  readonly #view: DataView;
  readonly #little: boolean;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#little = bytes[0] === 0x49;
  }

  u16(at: number): number {
    return this.#view.getUint16(at, this.#little);
  }

  u32(at: number): number {
    return this.#view.getUint32(at, this.#little);
  }

  /** The first value of a field that is stored in its entry as a whole number; 0 for others. */
  valueOf(entry: number): number {
    const width = TYPE_WIDTH[this.u16(entry + 2)];
    if (width === 2) return this.u16(entry + 8);
    return width === 4 ? this.u32(entry + 8) : 0;
  }

  /** Values that do not fit the entry lie where it points. */
  needValue(entry: number): void {
    const length = (TYPE_WIDTH[this.u16(entry + 2)] ?? 0) * this.u32(entry + 4);
    if (length > IN_PLACE)
      this.need(this.u32(entry + 8), length, `the value of TIFF field ${this.u16(entry)}`);
  }

  need(at: number, count: number, what: string): void {
    const length = this.#view.byteLength;
    if (at + count > length) {
      throw new MalformedRecordError(Math.min(at, length), `${what} lies beyond the end of the file`);
    }
  }
}
