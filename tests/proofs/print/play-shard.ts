import type { Emission } from '@permit/print/printers/emissions-log.ts';
import { join } from 'node:path';
import { judgePrints, type Verdict } from './judge-prints.ts';
import { BLANKS_A_POINT, ORDERS_A_POINT, playPoint } from './play-point.ts';
import { openPrintOffice, type PrintOffice } from './print-office.ts';
import { receiveBlanks } from './receive-blanks.ts';

/** The points that one server plays, by their seeds; and, without the lease check, those of the control. */
export interface Shard {
  readonly folder: string;
  readonly seeds: readonly number[];
  readonly control: readonly number[];
}

export type Figures = Verdict & { readonly unsettled: number };
export interface PlayedShard {
  readonly held: Figures;
  readonly loose: Figures;
}

const SAY_EVERY = 10;

/** One server with a database of its own plays its points one after the other. */
export async function playShard(
  { folder, seeds, control }: Shard,
  say: (sentence: string) => void,
): Promise<PlayedShard> {
  const office = await openPrintOffice();
  try {
    await receiveBlanks(office, seeds.length + control.length);
    const run = { office, folder, say };
    const held = await runPoints({ ...run, seeds, start: 0, checksLease: true });
    const loose = await runPoints({ ...run, seeds: control, start: seeds.length, checksLease: false });
    return { held, loose };
  } finally {
    await office.road.close();
  }
}

interface Run {
  readonly office: PrintOffice;
  readonly folder: string;
  readonly say: (sentence: string) => void;
  readonly seeds: readonly number[];
  /** Points that were played before on this server. */
  readonly start: number;
  readonly checksLease: boolean;
}

async function runPoints({ office, folder, say, seeds, start, checksLease }: Run): Promise<Figures> {
  const emissions: Emission[] = [];
  let unsettled = 0;
  for (const [at, seed] of seeds.entries()) {
    const place = start + at;
    const point = await playPoint({ office, seed, place, checksLease, folder: join(folder, String(place)) });
    emissions.push(...point.emissions);
    if (!point.settled) unsettled += 1;
    if ((at + 1) % SAY_EVERY === 0)
      say(`${at + 1} of ${seeds.length} points here${checksLease ? '' : ' without the lease check'}`);
  }
  // The first order of the office has revision 1 and is none of the proof's.
  const end = start + seeds.length;
  const revisions = { from: 2 + start * ORDERS_A_POINT, upTo: 1 + end * ORDERS_A_POINT };
  const blanks = { from: start * BLANKS_A_POINT + 1, upTo: end * BLANKS_A_POINT };
  return { ...(await judgePrints(office, emissions, revisions, blanks)), unsettled };
}
