import { decodeCbor } from './cbor-decode.ts';
import { encodeCbor } from './cbor-encode.ts';
import { isCborMap, type CborKey, type CborValue } from './cbor-value.ts';

/**
 * What the list can say of one code, in the order of its four-bit number. The list holds a number for *every*
 * code, not a set of hashes, so it cannot accuse a good card by chance: false answers are impossible, not rare.
 */
export const LISTED_STATUSES = [
  'good',
  'changed-since-printed',
  'renewal-pending',
  'renewal-pending-and-changed',
  'temporary',
  'replaced',
  'revoked',
  'cancelled',
  'not-issued',
] as const;
export type ListedStatus = (typeof LISTED_STATUSES)[number];

/** Statuses whose day of beginning the list carries. */
const DATED: ReadonlySet<number> = new Set(['replaced', 'revoked', 'cancelled'].map(statusNumber));

/** Days are counted from here in 16 bits: enough until 2199. */
const FIRST_DAY_MS = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;
const LAST_DAY = 0xffff;

/** A phone opens the list: 16 million codes are 8 MB, four times the whole country. */
const MOST_CODES = 16_000_000;
const BLOCK = 1_024;

export interface StatusEntry {
  readonly index: number;
  readonly status: ListedStatus;
  /** `YYYY-MM-DD`; of replaced, revoked and cancelled. */
  readonly since?: string;
}

export interface StatusListInput {
  /** Codes below it have all ended long ago and are no longer carried. */
  readonly firstIndex: number;
  /** How many codes from `firstIndex` on; each without an entry is good. */
  readonly count: number;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly refreshBy: number;
  /** Every code that is not simply good, in any order, each index once. */
  readonly entries: Iterable<StatusEntry>;
}

export type Deflate = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
/** Must stop with an error, not go on, where the result would pass `mostBytes`. */
export type Inflate = (bytes: Uint8Array, mostBytes: number) => Uint8Array | Promise<Uint8Array>;

export interface StatusList {
  readonly issuedAt: number;
  readonly refreshBy: number;
  readonly firstIndex: number;
  readonly count: number;
  /** The status of a code, and since when; undefined outside the list's range. */
  statusOf(index: number): { readonly status: ListedStatus; readonly since?: string } | undefined;
}

function statusNumber(status: string): number {
  return (LISTED_STATUSES as readonly string[]).indexOf(status);
}

/** The payload to sign. Four bits a code and the days of the dated ones, each deflated (zlib, RFC 1950). */
export async function encodeStatusList(input: StatusListInput, deflate: Deflate): Promise<Uint8Array> {
  if (input.count > MOST_CODES) throw new RangeError(`a list carries ${MOST_CODES} codes at most`);
  const { nibbles, days } = layOut(input);
  const map = new Map<CborKey, CborValue>([
    [1, 1],
    [2, input.issuedAt],
    [3, input.refreshBy],
    [4, input.firstIndex],
    [5, input.count],
    [6, await deflate(nibbles)],
    [7, await deflate(days)],
  ]);
  return encodeCbor(map);
}

function layOut(input: StatusListInput): { nibbles: Uint8Array; days: Uint8Array } {
  const nibbles = new Uint8Array(Math.ceil(input.count / 2));
  const dated: [index: number, day: number][] = [];
  for (const entry of input.entries) {
    const place = entry.index - input.firstIndex;
    if (!(place >= 0 && place < input.count))
      throw new RangeError(`index ${entry.index} is outside the list`);
    const code = statusNumber(entry.status);
    nibbles[place >> 1]! |= code << ((place & 1) * 4);
    if (DATED.has(code)) dated.push([place, dayNumber(entry.since)]);
  }
  dated.sort((a, b) => a[0] - b[0]);
  return { nibbles, days: dayPlanes(dated.map(([, day]) => day)) };
}

/** Low bytes, then high bytes: the high ones are nearly all alike and deflate to almost nothing. */
function dayPlanes(days: readonly number[]): Uint8Array {
  const planes = new Uint8Array(days.length * 2);
  days.forEach((day, at) => {
    planes[at] = day & 0xff;
    planes[days.length + at] = day >> 8;
  });
  return planes;
}

function dayNumber(since: string | undefined): number {
  const day = since === undefined ? 0 : Math.round((Date.parse(since) - FIRST_DAY_MS) / DAY_MS);
  return Math.max(0, Math.min(LAST_DAY, Number.isFinite(day) ? day : 0));
}

/** Opens a payload whose signature was already checked; undefined where it is not a list that we know. */
export async function decodeStatusList(
  payload: Uint8Array,
  inflate: Inflate,
): Promise<StatusList | undefined> {
  const reading = decodeCbor(payload);
  if (!reading.ok || !isCborMap(reading.value) || reading.value.get(1) !== 1) return undefined;
  const [issuedAt, refreshBy, firstIndex, count] = [2, 3, 4, 5].map((key) => wholeAt(reading.value, key));
  const packed = [6, 7].map((key) => bytesAt(reading.value, key));
  if (issuedAt === undefined || refreshBy === undefined || firstIndex === undefined) return undefined;
  if (count === undefined || count > MOST_CODES || !packed[0] || !packed[1]) return undefined;
  const nibbles = await inflate(packed[0], Math.ceil(count / 2));
  const days = await inflate(packed[1], count * 2);
  const isWhole =
    nibbles.length === Math.ceil(count / 2) && days.length === 2 * countDated(nibbles, nibbles.length);
  return isWhole ? statusList({ issuedAt, refreshBy, firstIndex, count }, nibbles, days) : undefined;
}

function wholeAt(map: CborValue, key: number): number | undefined {
  const value = isCborMap(map) ? map.get(key) : undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function bytesAt(map: CborValue, key: number): Uint8Array | undefined {
  const value = isCborMap(map) ? map.get(key) : undefined;
  return value instanceof Uint8Array ? value : undefined;
}

function statusList(
  head: Pick<StatusList, 'issuedAt' | 'refreshBy' | 'firstIndex' | 'count'>,
  nibbles: Uint8Array,
  days: Uint8Array,
): StatusList {
  const datedBefore = datedBeforeBlocks(nibbles);
  return {
    ...head,
    statusOf(index) {
      const place = index - head.firstIndex;
      if (!(place >= 0 && place < head.count)) return undefined;
      const code = nibbleAt(nibbles, place);
      // A number that this version does not know must never read as good.
      const status = LISTED_STATUSES[code] ?? 'not-issued';
      if (!DATED.has(code)) return { status };
      return { status, since: dayText(days, rankOf(nibbles, datedBefore, place)) };
    },
  };
}

function nibbleAt(nibbles: Uint8Array, place: number): number {
  return (nibbles[place >> 1]! >> ((place & 1) * 4)) & 15;
}

/** How many dated nibbles each byte value holds, so that a block is counted without branches. */
const DATED_IN_BYTE = Uint8Array.from(
  { length: 256 },
  (_, byte) => Number(DATED.has(byte & 15)) + Number(DATED.has(byte >> 4)),
);

function countDated(nibbles: Uint8Array, end: number, start = 0): number {
  let total = 0;
  for (let at = start; at < end; at += 1) total += DATED_IN_BYTE[nibbles[at]!]!;
  return total;
}

function datedBeforeBlocks(nibbles: Uint8Array): Uint32Array {
  const before = new Uint32Array(Math.ceil(nibbles.length / BLOCK) + 1);
  for (let block = 1; block < before.length; block += 1) {
    const start = (block - 1) * BLOCK;
    before[block] = before[block - 1]! + countDated(nibbles, Math.min(start + BLOCK, nibbles.length), start);
  }
  return before;
}

/** How many dated codes stand before this one: the place of its day in the table. */
function rankOf(nibbles: Uint8Array, datedBefore: Uint32Array, place: number): number {
  const byte = place >> 1;
  const block = Math.floor(byte / BLOCK);
  const odd = place & 1 && DATED.has(nibbles[byte]! & 15) ? 1 : 0;
  return datedBefore[block]! + countDated(nibbles, byte, block * BLOCK) + odd;
}

function dayText(days: Uint8Array, rank: number): string {
  const day = days[rank]! + 256 * days[days.length / 2 + rank]!;
  return new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10);
}
