/**
 * Skeleton of a 0/1 image by Guo and Hall's two-subiteration rule (CACM 32, 1989), read from a table of the 256
 * neighbourhoods. The outermost two pixels must be 0.
 */
export function thinRidges(ridges: Uint8Array, width: number): Uint8Array {
  const skeleton = ridges.slice();
  const ring = ringOffsets(width);
  let alive: number[] = [];
  for (let i = 0; i < skeleton.length; i++) if (skeleton[i] === 1) alive.push(i);
  for (;;) {
    const first = peel(skeleton, alive, { ring, table: TABLES[0]! });
    const second = peel(skeleton, first, { ring, table: TABLES[1]! });
    if (second.length === alive.length) return skeleton;
    alive = second;
  }
}

/** Offsets of the eight neighbours, clockwise from north. */
export function ringOffsets(width: number): readonly number[] {
  return [-width, -width + 1, 1, width + 1, width, width - 1, -1, -width - 1];
}

interface Peeling {
  readonly ring: readonly number[];
  readonly table: Uint8Array;
}

function peel(skeleton: Uint8Array, alive: readonly number[], { ring, table }: Peeling): number[] {
  const gone: number[] = [];
  const kept: number[] = [];
  for (const i of alive) (table[neighbourhood(skeleton, i, ring)] === 1 ? gone : kept).push(i);
  for (const i of gone) skeleton[i] = 0;
  return kept;
}

/** The eight neighbours as bits, north in bit 0, clockwise. */
export function neighbourhood(image: Uint8Array, at: number, ring: readonly number[]): number {
  let bits = 0;
  for (let k = 0; k < 8; k++) bits |= image[at + ring[k]!]! << k;
  return bits;
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
