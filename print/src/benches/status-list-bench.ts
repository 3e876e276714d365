import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { nodeInflate } from '../claim-ports.ts';
import { decodeStatusList, encodeStatusList, type StatusEntry } from '@permit/domain/cards/status-list.ts';

const deflateAsync = promisify(deflate);
const CODES = 4_000_000;
const PAIRS = 5;

/** Shares of a busy year, on the heavy side: an eighth of all codes has something to say. */
const SHARES: readonly (readonly [StatusEntry['status'], number])[] = [
  ['changed-since-printed', 0.03],
  ['renewal-pending', 0.05],
  ['replaced', 0.02],
  ['revoked', 0.005],
  ['cancelled', 0.01],
];

/** The list of four million codes built and opened, against deflating the very same bytes alone. */
export async function statusListBench() {
  const entries = sampleEntries();
  const input = { firstIndex: 0, count: CODES, issuedAt: 1_790_000_000, refreshBy: 1_790_000_300, entries };
  let packed: Uint8Array[] = [];
  const pack = (bytes: Uint8Array) => {
    packed.push(bytes);
    return deflateAsync(bytes);
  };
  const pairs: { candidate: number; control: number }[] = [];
  let payload: Uint8Array = new Uint8Array(0);
  for (let pair = 0; pair < PAIRS; pair += 1) {
    packed = [];
    const startedAt = performance.now();
    payload = await encodeStatusList(input, pack);
    const builtAt = performance.now();
    for (const bytes of packed) await deflateAsync(bytes);
    pairs.push({ candidate: builtAt - startedAt, control: performance.now() - builtAt });
  }
  const openedAt = performance.now();
  const list = await decodeStatusList(payload, nodeInflate);
  const openMs = performance.now() - openedAt;
  const wrong = entries.filter(({ index, status }) => list?.statusOf(index)?.status !== status).length;
  const ratios = pairs.map(({ candidate, control }) => control / candidate).sort((a, b) => a - b);
  const middle = pairs[Math.floor(PAIRS / 2)]!;
  return {
    name: 'status-list',
    unit: 'ms/list',
    candidate: middle.candidate,
    control: middle.control,
    ratio: ratios[Math.floor(PAIRS / 2)]!,
    worstPair: ratios[0]!,
    pairs,
    codes: CODES,
    exceptions: entries.length,
    bytes: payload.length,
    openMs,
    wrongAnswers: wrong,
  };
}

/** Exceptions strewn by a fixed sequence, so that every run compresses the same list. */
function sampleEntries(): StatusEntry[] {
  const entries: StatusEntry[] = [];
  let seed = 1;
  const next = () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  for (let index = 0; index < CODES; index += 1) {
    let draw = next();
    const share = SHARES.find(([, part]) => (draw -= part) < 0);
    if (share) entries.push({ index, status: share[0], since: dayOf(Math.floor(next() * 730)) });
  }
  return entries;
}

const DAYS = Array.from({ length: 730 }, (_, at) =>
  new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10),
);
const dayOf = (day: number) => DAYS[day]!;

export const benches = { 'status-list': statusListBench };
