import type { FingerPosition } from '../../../codes.ts';
import type { SeededRandom } from '../seeded-random.ts';

export const PATTERN_CLASSES = ['arch', 'tented-arch', 'left-loop', 'right-loop', 'whorl'] as const;
export type PatternClass = (typeof PATTERN_CLASSES)[number];

/** A point where ridge direction turns by half a circle (core) or by minus half (delta); millimetres, y down, (0,0) = middle of the finger. */
export interface Singularity {
  readonly x: number;
  readonly y: number;
  /** +1 core, -1 delta. */
  readonly sign: 1 | -1;
  /** Bends of the winding around it, so that no two loops are alike. */
  readonly bends: readonly { readonly order: number; readonly size: number; readonly phase: number }[];
}

export interface RidgePattern {
  readonly kind: PatternClass;
  readonly singularities: readonly Singularity[];
  /** Height of the bow of a plain arch; 0 for the others. */
  readonly archHeight: number;
}

/** Shares of the classes in nature: Wilson, Candela and Watson, 1994 (NIST). Loops open to the little finger in 94 %. */
const ARCH = 0.037;
const TENTED = 0.029;
const WHORL = 0.279;
const ULNAR = 0.94;

/** Class and singular points of one finger. */
export function drawRidgePattern(random: SeededRandom, position: FingerPosition): RidgePattern {
  const kind = drawClass(random, position.startsWith('right'));
  const core = { x: random.between(-1.8, 1.8), y: random.between(-3.8, 1) };
  if (kind === 'arch') return { kind, singularities: [], archHeight: random.between(0.8, 1.6) };
  const points = kind === 'whorl' ? whorl(random, core) : loop(random, core, kind);
  return { kind, archHeight: 0, singularities: points.map((point) => ({ ...point, bends: bends(random) })) };
}

type Point = Pick<Singularity, 'x' | 'y' | 'sign'>;

function drawClass(random: SeededRandom, rightHand: boolean): PatternClass {
  const lot = random.next();
  if (lot < ARCH) return 'arch';
  if (lot < ARCH + TENTED) return 'tented-arch';
  if (lot < ARCH + TENTED + WHORL) return 'whorl';
  return random.next() < ULNAR === rightHand ? 'right-loop' : 'left-loop';
}

function loop(
  random: SeededRandom,
  core: { readonly x: number; readonly y: number },
  kind: PatternClass,
): readonly Point[] {
  // The delta stands on the side that the loop does not open to; under the core for a tented arch.
  const side = kind === 'tented-arch' ? random.between(-0.06, 0.06) : kind === 'right-loop' ? -1 : 1;
  const reach = kind === 'tented-arch' ? 3 : random.between(2.5, 7.5);
  const drop = kind === 'tented-arch' ? random.between(2.5, 5) : random.between(3, 8.5);
  return [
    { ...core, sign: 1 },
    { x: core.x + side * reach, y: core.y + drop, sign: -1 },
  ];
}

function whorl(random: SeededRandom, core: { readonly x: number; readonly y: number }): readonly Point[] {
  const gap = random.between(0.5, 5);
  const lean = random.between(-2, 2);
  const deltaY = (): number => core.y + gap + random.between(3.5, 6);
  return [
    { x: core.x - lean / 2, y: core.y, sign: 1 },
    { x: core.x + lean / 2, y: core.y + gap, sign: 1 },
    { x: core.x - random.between(4.5, 7), y: deltaY(), sign: -1 },
    { x: core.x + random.between(4.5, 7), y: deltaY(), sign: -1 },
  ];
}

/** Smooth form of the piecewise-linear correction of Vizcaya and Gerhardt (1996). */
function bends(random: SeededRandom): Singularity['bends'] {
  return [1, 2, 3].map((order) => ({
    order,
    size: (random.normal() * 0.34) / order,
    phase: random.between(0, 2 * Math.PI),
  }));
}
