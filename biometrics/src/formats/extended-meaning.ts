import { ByteReader } from './byte-reader.ts';
import { EXTENDED_DATA, type ExtendedBlock, type ExtendedData } from './extended-data.ts';
import { countTypeName } from './minutiae-names.ts';

/** Ridges crossed between two minutiae, by their place in the list. */
export interface RidgeCounts {
  readonly type: string;
  readonly edges: readonly { readonly from: number; readonly to: number; readonly count: number }[];
}

/** A core has at most one angle, a delta three; in the record's own unit. */
export interface SingularPoint {
  readonly positionX: number;
  readonly positionY: number;
  readonly angles: readonly number[];
}

export interface ExtendedMeaning {
  readonly counts: RidgeCounts | undefined;
  readonly singular: { readonly cores: SingularPoint[]; readonly deltas: SingularPoint[] } | undefined;
  readonly zones:
    { readonly cellWidth: number; readonly cellHeight: number; readonly data: Uint8Array } | undefined;
  /** Blocks of vendors, and such whose content does not fit their code. */
  readonly others: readonly ExtendedBlock[];
}

/** ANSI says in the count whether all points have angles; ISO says it of each point. */
export type AngleFlag = 'in-count' | 'in-point';
const HAS_ANGLES = 0x40;

/** What the standard blocks mean. Their content never makes a record malformed: it is not needed to match. */
export function readExtendedMeaning(extended: ExtendedData, flag: AngleFlag): ExtendedMeaning {
  const counts = firstOf(extended, EXTENDED_DATA['ridge-counts'], readRidgeCounts);
  const singular = firstOf(extended, EXTENDED_DATA['cores-and-deltas'], (r) => readSingular(r, flag));
  const zones = firstOf(extended, EXTENDED_DATA['zonal-quality'], readZones);
  const used = [counts, singular, zones].map((found) => found?.block);
  const others = extended.blocks.filter((block) => !used.includes(block));
  return { counts: counts?.value, singular: singular?.value, zones: zones?.value, others };
}

function firstOf<T>(extended: ExtendedData, type: number, read: (reader: ByteReader) => T) {
  const block = extended.blocks.find((candidate) => candidate.type === type);
  if (block === undefined) return undefined;
  try {
    return { block, value: read(new ByteReader(block.data)) };
  } catch {
    return undefined;
  }
}

/** Edges of three bytes; bytes that do not fill another edge are padding. */
function readRidgeCounts(reader: ByteReader): RidgeCounts {
  const type = countTypeName(reader.u8('the counting method'));
  const edges = reader.list(Math.floor(reader.remaining / 3), (r) => ({
    from: r.u8('a minutia number'),
    to: r.u8('a minutia number'),
    count: r.u8('a ridge count'),
  }));
  return { type, edges };
}

function readSingular(reader: ByteReader, flag: AngleFlag) {
  const cores = readPoints(reader, flag, 1);
  const deltas = readPoints(reader, flag, 3);
  reader.expectEnd('the deltas');
  return { cores, deltas };
}

function readPoints(reader: ByteReader, flag: AngleFlag, angleCount: number): SingularPoint[] {
  const head = reader.u8('the number of points');
  const all = (head & HAS_ANGLES) !== 0;
  return reader.list(head & 15, (r) => {
    const across = r.u16('a point');
    const positionY = r.u16('a point') & 0x3fff;
    const withAngles = flag === 'in-count' ? all : across >> 14 === 1;
    const angles = r.list(withAngles ? angleCount : 0, (a) => a.u8('an angle'));
    return { positionX: across & 0x3fff, positionY, angles };
  });
}

function readZones(reader: ByteReader) {
  const cellWidth = reader.u8('the cell width');
  const cellHeight = reader.u8('the cell height');
  return { cellWidth, cellHeight, data: reader.rest() };
}
