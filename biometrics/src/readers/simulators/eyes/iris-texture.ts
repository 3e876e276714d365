import type { EyePosition } from '../../../codes.ts';
import { seededRandom, type SeededRandom } from '../seeded-random.ts';
import { noiseAt, valueNoise, type ValueNoise } from '../value-noise.ts';

// Taken out once: in a test's own context each `Math` costs a search.
const { PI, abs, exp, floor, max, min, round } = Math;

/** One iris, unrolled: rows from pupil to white, columns once around. */
export interface IrisMaster {
  readonly columns: number;
  readonly rows: number;
  /** -1..1, 0 = the iris' own grey. */
  readonly texture: Float32Array;
  /** Grey of the iris under near infrared. */
  readonly grey: number;
  /** Size of this eye's iris relative to the mean. */
  readonly size: number;
  /** Where the pupil sits, in iris radii; nasal and a little down. */
  readonly pupilX: number;
  readonly pupilY: number;
  /** Out-of-roundness of the pupil. */
  readonly oval: number;
  readonly ovalAngle: number;
}

const COLUMNS = 512;
const ROWS = 64;
/** Cells around and along the radius, and weight: fibres are longer than they are wide. */
const OCTAVES = [
  { around: 26, along: 3, weight: 0.45 },
  { around: 60, along: 5, weight: 0.55 },
  { around: 120, along: 9, weight: 0.5 },
  { around: 220, along: 18, weight: 0.3 },
] as const;

/** Grows one iris; the same seed and eye always give the same one, and the two eyes of a person are as different as strangers'. */
export function growIris(seed: string, position: EyePosition): IrisMaster {
  const random = seededRandom(seed, position, 'iris');
  const texture = new Float32Array(COLUMNS * ROWS);
  for (const octave of OCTAVES) addOctave(texture, random, octave);
  addCollarette(texture, random);
  addCrypts(texture, random);
  addArcs(texture, random);
  const nasal = position === 'right-iris' ? 1 : -1;
  return {
    columns: COLUMNS,
    rows: ROWS,
    texture,
    grey: random.between(135, 170),
    size: random.between(0.94, 1.06),
    pupilX: nasal * random.between(0.01, 0.06),
    pupilY: random.between(-0.01, 0.04),
    oval: random.between(0, 0.035),
    ovalAngle: random.between(0, PI),
  };
}

/** Texture at an angle (turns) and a place between pupil (0) and white (1); closed around. */
export function irisAt(master: IrisMaster, turns: number, along: number): number {
  const x = (turns - floor(turns)) * master.columns;
  const y = min(max(along, 0), 0.9999) * (master.rows - 1);
  const x0 = floor(x) % master.columns;
  const x1 = (x0 + 1) % master.columns;
  const y0 = floor(y);
  const fx = x - floor(x);
  const fy = y - y0;
  const row = y0 * master.columns;
  const next = row + master.columns;
  const { texture } = master;
  const top = texture[row + x0]! * (1 - fx) + texture[row + x1]! * fx;
  const bottom = texture[next + x0]! * (1 - fx) + texture[next + x1]! * fx;
  return top * (1 - fy) + bottom * fy;
}

function addOctave(
  texture: Float32Array,
  random: SeededRandom,
  octave: { readonly around: number; readonly along: number; readonly weight: number },
): void {
  const noise = closedNoise(random, octave.around, octave.along);
  // Fibres lean: their angle drifts from pupil to white.
  const lean = random.normal() * 0.01;
  for (let i = 0; i < texture.length; i++) {
    const v = floor(i / COLUMNS) / ROWS;
    const u = (i % COLUMNS) / COLUMNS + lean * v;
    texture[i] = texture[i]! + octave.weight * noiseAt(noise, u - floor(u), v);
  }
}

/** Noise whose last column is its first, so that no seam shows. */
function closedNoise(random: SeededRandom, around: number, along: number): ValueNoise {
  const noise = valueNoise(random, around + 1, along);
  for (let row = 0; row < along; row++) {
    noise.values[row * (around + 1) + around] = noise.values[row * (around + 1)]!;
  }
  return noise;
}

/** The brighter, wavy ring a third of the way out, with darker streaks inside it. */
function addCollarette(texture: Float32Array, random: SeededRandom): void {
  const wave = closedNoise(random, 14, 2);
  const streaks = closedNoise(random, 90, 2);
  const middle = random.between(0.22, 0.36);
  for (let i = 0; i < texture.length; i++) {
    const [u, v] = [(i % COLUMNS) / COLUMNS, floor(i / COLUMNS) / ROWS];
    const off = v - middle - 0.05 * noiseAt(wave, u, 0.5);
    const ring = 0.45 * exp(-((off / 0.05) ** 2));
    const inner = off < 0 ? 0.5 * noiseAt(streaks, u, 0.5) - 0.1 : 0;
    texture[i] = texture[i]! + ring + inner;
  }
}

function addCrypts(texture: Float32Array, random: SeededRandom): void {
  const count = 8 + random.index(22);
  for (let n = 0; n < count; n++) {
    const at = { u: random.next(), v: random.between(0.15, 0.85) };
    const half = { u: random.between(0.006, 0.02), v: random.between(0.04, 0.13) };
    const depth = random.between(0.5, 1.2);
    for (let i = 0; i < texture.length; i++) {
      const dv = (floor(i / COLUMNS) / ROWS - at.v) / half.v;
      if (abs(dv) > 2) continue;
      const around = (i % COLUMNS) / COLUMNS - at.u;
      const du = (around - round(around)) / half.u;
      texture[i] = texture[i]! - depth * exp(-(du * du + dv * dv));
    }
  }
}

/** Contraction furrows: faint arcs in the outer half. */
function addArcs(texture: Float32Array, random: SeededRandom): void {
  const count = 1 + random.index(4);
  for (let n = 0; n < count; n++) {
    const along = random.between(0.55, 0.92);
    const wave = closedNoise(random, 9, 2);
    for (let i = 0; i < texture.length; i++) {
      const u = (i % COLUMNS) / COLUMNS;
      const off = floor(i / COLUMNS) / ROWS - along - 0.04 * noiseAt(wave, u, 0.2);
      const strength = max(0, noiseAt(wave, u, 0.8));
      texture[i] = texture[i]! - 0.5 * strength * exp(-((off / 0.025) ** 2));
    }
  }
}
