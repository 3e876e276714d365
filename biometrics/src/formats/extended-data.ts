import { MalformedRecordError } from './malformed-record-error.ts';
import { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

export const EXTENDED_DATA = { 'ridge-counts': 1, 'cores-and-deltas': 2, 'zonal-quality': 3 } as const;
const BLOCK_HEADER = 4;

/** A block behind the minutiae of a view; the content is kept as stored. */
export interface ExtendedBlock {
  /** `EXTENDED_DATA`, or a vendor's own code. */
  readonly type: number;
  readonly data: Uint8Array;
}

export interface ExtendedData {
  readonly blocks: readonly ExtendedBlock[];
  /**
   * Whether a block's length counts its own 4-byte header. ISO/IEC 19794-2 means so, yet 2005 records are
   * met whose lengths do not; what was found is kept so that the record writes back unchanged.
   */
  readonly lengthsCountHeader: boolean;
}

export const NO_EXTENDED_DATA: ExtendedData = { blocks: [], lengthsCountHeader: true };

/** Reads the area under whichever of the two meanings of "length" fills it exactly. */
export function readExtendedData(reader: ByteReader): ExtendedData {
  const length = reader.u16('the extended data length');
  const start = reader.offset;
  const area = reader.bytes(length, 'the extended data');
  try {
    return { blocks: readBlocks(area, BLOCK_HEADER), lengthsCountHeader: true };
  } catch (asTheStandardSays) {
    const blocks = quietly(() => readBlocks(area, 0));
    if (blocks !== undefined) return { blocks, lengthsCountHeader: false };
    const { offset, reason } = asTheStandardSays as MalformedRecordError;
    throw new MalformedRecordError(start + offset, reason);
  }
}

export function writeExtendedData(writer: ByteWriter, extended: ExtendedData): void {
  const own = extended.lengthsCountHeader ? BLOCK_HEADER : 0;
  writer.u16(extended.blocks.reduce((sum, { data }) => sum + data.length + BLOCK_HEADER, 0));
  for (const { type, data } of extended.blocks)
    writer
      .u16(type)
      .u16(data.length + own)
      .bytes(data);
}

function readBlocks(area: Uint8Array, countedHeader: number): ExtendedBlock[] {
  const reader = new ByteReader(area);
  const blocks: ExtendedBlock[] = [];
  while (reader.remaining > 0) {
    const type = reader.u16('an extended block type');
    const length = reader.u16('an extended block length');
    if (length < countedHeader) reader.fail(`a block of ${length} bytes cannot hold its own header`, 2);
    blocks.push({ type, data: reader.bytes(length - countedHeader, 'an extended block') });
  }
  return blocks;
}

function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
