/** A rectangle of the coefficient plane. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The low-pass part lies behind the high-pass part: decimation turned this band's spectrum round. */
  readonly turnedX: boolean;
  readonly turnedY: boolean;
}

export interface WsqBands {
  /** The 64 sub-bands in the order of the standard. */
  readonly bands: readonly Region[];
  /** Regions to be joined from their four quarters, the smallest first. */
  readonly joins: readonly Region[];
}

/**
 * The fixed decomposition of WSQ (IAFIS-IC-0110 annex A, figure 5): bands are numbered by frequency, so
 * each band that is the upper half of its parent is split with its halves exchanged.
 */
export function wsqBands(width: number, height: number): WsqBands {
  const whole = { x: 0, y: 0, width, height, turnedX: false, turnedY: false };
  const [half, right, below, diagonal] = quarters(whole);
  const [low, lowRight, lowBelow, lowDiagonal] = quarters(half);
  const [lowest] = quarters(low);
  const [smallest] = quarters(lowest);
  const bands = [
    ...quarters(smallest),
    ...sixteenths(low).slice(1),
    ...sixteenths(lowRight),
    ...sixteenths(lowBelow),
    lowDiagonal,
    ...quarters(right),
    ...quarters(below),
    ...quarters(diagonal),
  ];
  const splitTwice = [low, lowRight, lowBelow];
  const joins = [smallest, ...splitTwice.flatMap(quarters), ...splitTwice, half, right, below, whole];
  return { bands, joins };
}

export type Quarters = readonly [Region, Region, Region, Region];

/** Top left, top right, bottom left, bottom right; the low-pass part takes the odd sample. */
export function quarters(region: Region): Quarters {
  const left = firstLength(region.width, region.turnedX);
  const top = firstLength(region.height, region.turnedY);
  const at = (second: boolean, lower: boolean): Region => ({
    x: region.x + (second ? left : 0),
    y: region.y + (lower ? top : 0),
    width: second ? region.width - left : left,
    height: lower ? region.height - top : top,
    turnedX: second,
    turnedY: lower,
  });
  return [at(false, false), at(true, false), at(false, true), at(true, true)];
}

function sixteenths(region: Region): Region[] {
  return quarters(region).flatMap(quarters);
}

function firstLength(length: number, turned: boolean): number {
  return turned ? Math.floor(length / 2) : Math.ceil(length / 2);
}
