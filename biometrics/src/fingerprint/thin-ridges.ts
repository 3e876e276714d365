/**
 * Skeleton of a 0/1 image by Guo and Hall's two-subiteration rule (CACM 32, 1989), read from a table of the 256
 * neighbourhoods. The outermost two pixels must be 0. A pixel is looked at again only when a neighbour has gone.
 */
export function thinRidges(ridges: Uint8Array, width: number): Uint8Array {
  const skeleton = ridges.slice();
  const waiting = borderPixels(skeleton, width);
  while (waiting[0].size + waiting[1].size > 0) {
    peel(skeleton, width, { pass: 0, waiting });
    peel(skeleton, width, { pass: 1, waiting });
  }
  return skeleton;
}

/** Pixels that one of the two subiterations has to look at; each stands in the list once. */
interface Waiting {
  list: Int32Array;
  size: number;
  readonly marked: Uint8Array;
}

/** Ridge pixels beside the background: only they can be taken away at first. */
function borderPixels(image: Uint8Array, width: number): readonly [Waiting, Waiting] {
  const border = newWaiting(image.length);
  for (let i = 0; i < image.length; i++) {
    if (image[i] === 1 && neighbourhood(image, i, width) !== 255) wait(border, i);
  }
  const again = { ...border, list: border.list.slice(), marked: border.marked.slice() };
  return [border, again];
}

function newWaiting(pixels: number): Waiting {
  return { list: new Int32Array(4096), size: 0, marked: new Uint8Array(pixels) };
}

function wait(waiting: Waiting, pixel: number): void {
  if (waiting.marked[pixel] === 1) return;
  waiting.marked[pixel] = 1;
  if (waiting.size === waiting.list.length) {
    const longer = new Int32Array(2 * waiting.size);
    longer.set(waiting.list);
    waiting.list = longer;
  }
  waiting.list[waiting.size++] = pixel;
}

interface Peeling {
  readonly pass: 0 | 1;
  readonly waiting: readonly [Waiting, Waiting];
}

/** One subiteration: decides for all pixels that wait, then takes them away and lets their neighbours wait. */
function peel(skeleton: Uint8Array, width: number, { pass, waiting }: Peeling): void {
  const { list, size, marked } = waiting[pass];
  const table = TABLES[pass]!;
  let gone = 0;
  for (let k = 0; k < size; k++) {
    const i = list[k]!;
    marked[i] = 0;
    if (skeleton[i] === 1 && table[neighbourhood(skeleton, i, width)] === 1) list[gone++] = i;
  }
  const taken = list.slice(0, gone);
  waiting[pass].size = 0;
  for (let k = 0; k < gone; k++) skeleton[taken[k]!] = 0;
  for (let k = 0; k < gone; k++) waitAround(skeleton, { at: taken[k]!, width }, waiting);
}

function waitAround(
  skeleton: Uint8Array,
  { at, width }: { at: number; width: number },
  [one, other]: readonly [Waiting, Waiting],
): void {
  for (let row = at - width; row <= at + width; row += width) {
    for (let i = row - 1; i <= row + 1; i++) {
      if (skeleton[i] !== 1) continue;
      wait(one, i);
      wait(other, i);
    }
  }
}

/** Offsets of the eight neighbours, clockwise from north. */
export function ringOffsets(width: number): readonly number[] {
  return [-width, -width + 1, 1, width + 1, width, width - 1, -1, -width - 1];
}

/** The eight neighbours as bits, north in bit 0, clockwise. */
export function neighbourhood(image: Uint8Array, at: number, width: number): number {
  const [above, below] = [at - width, at + width];
  return (
    image[above]! |
    (image[above + 1]! << 1) |
    (image[at + 1]! << 2) |
    (image[below + 1]! << 3) |
    (image[below]! << 4) |
    (image[below - 1]! << 5) |
    (image[at - 1]! << 6) |
    (image[above - 1]! << 7)
  );
}

const TABLES = [0, 1].map((pass) =>
  Uint8Array.from({ length: 256 }, (_, bits) => (deletable(bits, pass) ? 1 : 0)),
);

function deletable(bits: number, pass: number): boolean {
  const [n, ne, e, se, s, sw, w, nw] = Array.from({ length: 8 }, (_, k) => (bits >> k) & 1) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const crossings = (+!n & (ne | e)) + (+!e & (se | s)) + (+!s & (sw | w)) + (+!w & (nw | n));
  const pairs = Math.min(
    (nw | n) + (ne | e) + (se | s) + (sw | w),
    (n | ne) + (e | se) + (s | sw) + (w | nw),
  );
  const side = pass === 0 ? (n | ne | +!se) & e : (s | sw | +!nw) & w;
  return crossings === 1 && pairs >= 2 && pairs <= 3 && side === 0;
}

/** Number of 0-to-1 steps around the ring for each neighbourhood: 1 ending, 2 ridge, 3 or more bifurcation. */
export const CROSSINGS = Uint8Array.from({ length: 256 }, (_, bits) => {
  let count = 0;
  for (let k = 0; k < 8; k++) if (((bits >> k) & 1) === 0 && ((bits >> ((k + 1) % 8)) & 1) === 1) count++;
  return count;
});
