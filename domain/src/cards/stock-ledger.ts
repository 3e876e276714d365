/** Every line that the ledger of blanks can hold (promises.md I5). `destroyed-card` is a destroyed line of an issued blank. */
export const STOCK_ACTS = [
  'received',
  'moved-in',
  'moved-out',
  'reserved',
  'released',
  'issued',
  'spoiled',
  'quarantined',
  'cleared',
  'destroyed',
  'destroyed-card',
] as const;
export type StockAct = (typeof STOCK_ACTS)[number];

/** Where the blanks of a centre stand. */
export interface StockStanding {
  readonly received: number;
  readonly movedIn: number;
  readonly movedOut: number;
  readonly blank: number;
  readonly reserved: number;
  readonly issued: number;
  readonly spoiled: number;
  readonly quarantined: number;
  readonly destroyed: number;
}

export const NO_STOCK: StockStanding = {
  received: 0,
  movedIn: 0,
  movedOut: 0,
  blank: 0,
  reserved: 0,
  issued: 0,
  spoiled: 0,
  quarantined: 0,
  destroyed: 0,
};

/** What one blank of each line adds to and takes from. */
const EFFECTS: Readonly<Record<StockAct, Partial<Record<keyof StockStanding, 1 | -1>>>> = {
  received: { received: 1, blank: 1 },
  'moved-in': { movedIn: 1, blank: 1 },
  'moved-out': { movedOut: 1, blank: -1 },
  reserved: { blank: -1, reserved: 1 },
  released: { reserved: -1, blank: 1 },
  issued: { reserved: -1, issued: 1 },
  spoiled: { reserved: -1, spoiled: 1 },
  quarantined: { blank: -1, quarantined: 1 },
  cleared: { quarantined: -1, blank: 1 },
  destroyed: { spoiled: -1, destroyed: 1 },
  'destroyed-card': { issued: -1, destroyed: 1 },
};

/** The standing after so many blanks of one line. */
export function standAfter(standing: StockStanding, act: StockAct, count: number): StockStanding {
  const next: Record<keyof StockStanding, number> = { ...standing };
  for (const [place, sign] of Object.entries(EFFECTS[act]))
    next[place as keyof StockStanding] += sign * count;
  return next;
}

/** I5, and that no place holds fewer than none: a ledger that says so was written around. */
export function isBalanced(standing: StockStanding): boolean {
  const { received, movedIn, movedOut, blank, reserved, issued, spoiled, quarantined, destroyed } = standing;
  const there = blank + reserved + issued + spoiled + quarantined + destroyed;
  return received + movedIn - movedOut === there && Object.values(standing).every((count) => count >= 0);
}

/** Consecutive serials as ranges, so that a line of the ledger never covers a blank that it does not mean. */
export function rangesOf(
  serials: readonly string[],
): readonly { first: string; last: string; count: number }[] {
  const ranges: { first: string; last: string; count: number }[] = [];
  for (const serial of [...serials].sort()) {
    const open = ranges.at(-1);
    if (open && isNext(open.last, serial)) Object.assign(open, { last: serial, count: open.count + 1 });
    else ranges.push({ first: serial, last: serial, count: 1 });
  }
  return ranges;
}

const SERIAL = /^(.*?)(\d+)$/;

function isNext(before: string, after: string): boolean {
  const [, prefix, number] = SERIAL.exec(before) ?? [];
  const [, nextPrefix, nextNumber] = SERIAL.exec(after) ?? [];
  return (
    prefix !== undefined &&
    prefix === nextPrefix &&
    number!.length === nextNumber!.length &&
    Number(nextNumber) === Number(number) + 1
  );
}
