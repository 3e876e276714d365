import type { SeededRandom } from '../seeded-random.ts';
import type { RidgeHeights } from './ridge-growth.ts';
import type { ImpressionOptions } from './impression-options.ts';

/** Which place of the master each pixel shows, and how firmly it touches. */
export interface SkinMap {
  masterX(x: number, y: number): number;
  masterY(x: number, y: number): number;
  /** Above 0 where skin lies on the platen; 1 well inside. */
  contactAt(x: number, y: number): number;
}

/** Geometry is computed every so many pixels and read in between. */
const STEP = 8;
const PX_PER_MM = 500 / 25.4;
/** Half axes of an ordinary contact in mm. */
const CONTACT = { x: 7.3, y: 9.2 };
/** Largest shift of outer skin in mm and turn in radians at full distortion. */
const PULL_MM = 1.1;
const TORSION = 0.16;

interface Press {
  readonly cos: number;
  readonly sin: number;
  readonly centreX: number;
  readonly centreY: number;
  readonly pullX: number;
  readonly pullY: number;
  readonly torsion: number;
  readonly axisX: number;
  readonly axisY: number;
  /** Where the contact ends although skin goes on, as a line through the platen (partial touch). */
  readonly cut: { readonly x: number; readonly y: number; readonly distance: number };
}

/**
 * Pose and skin distortion (Cappelli, Maio and Maltoni, 2001): skin in the middle sticks to the
 * platen, skin outside is pulled and turned with the finger, and between them it stretches.
 */
export function skinMap(random: SeededRandom, master: RidgeHeights, options: ImpressionOptions): SkinMap {
  const press = drawPress(random, options);
  const columns = Math.ceil(options.width / STEP) + 2;
  const rows = Math.ceil(options.height / STEP) + 2;
  const xs = new Float32Array(columns * rows);
  const ys = new Float32Array(columns * rows);
  const contact = new Float32Array(columns * rows);
  for (let i = 0; i < xs.length; i++) {
    const point = {
      x: (i % columns) * STEP - press.centreX,
      y: Math.floor(i / columns) * STEP - press.centreY,
    };
    const skin = throughSkin(press, point);
    xs[i] = skin.x + master.width / 2;
    ys[i] = skin.y + master.height / 2;
    contact[i] = contactOf(press, point);
  }
  const read = (grid: Float32Array) => (x: number, y: number) => readGrid(grid, columns, x, y);
  return { masterX: read(xs), masterY: read(ys), contactAt: read(contact) };
}

function drawPress(random: SeededRandom, options: ImpressionOptions): Press {
  const angle = (options.rotationDegrees * Math.PI) / 180;
  const pull = random.between(0, 2 * Math.PI);
  const size = 1 + 0.14 * options.pressure + random.normal() * 0.03;
  const side = random.between(0, 2 * Math.PI);
  return {
    cos: Math.cos(angle),
    sin: Math.sin(angle),
    centreX: options.width / 2 + options.shiftXmm * PX_PER_MM,
    centreY: options.height / 2 + options.shiftYmm * PX_PER_MM,
    pullX: Math.cos(pull) * options.distortion * PULL_MM * PX_PER_MM,
    pullY: Math.sin(pull) * options.distortion * PULL_MM * PX_PER_MM,
    torsion: random.normal() * 0.6 * options.distortion * TORSION,
    axisX: CONTACT.x * PX_PER_MM * size,
    axisY: CONTACT.y * PX_PER_MM * size,
    cut: {
      x: Math.cos(side),
      y: Math.sin(side),
      distance: (1.2 - 1.15 * options.partial) * CONTACT.x * PX_PER_MM,
    },
  };
}

function throughSkin(
  press: Press,
  { x, y }: { readonly x: number; readonly y: number },
): { x: number; y: number } {
  const [rx, ry] = [x * press.cos + y * press.sin, -x * press.sin + y * press.cos];
  const reach = Math.hypot(rx / (press.axisX * 0.5), ry / (press.axisY * 0.5)) - 1;
  const slip = reach <= 0 ? 0 : reach >= 1 ? 1 : (1 - Math.cos(Math.PI * reach)) / 2;
  const turn = press.torsion * slip;
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  return { x: rx * c - ry * s + press.pullX * slip, y: rx * s + ry * c + press.pullY * slip };
}

function contactOf(press: Press, { x, y }: { readonly x: number; readonly y: number }): number {
  const [rx, ry] = [x * press.cos + y * press.sin, -x * press.sin + y * press.cos];
  // The tip is rounder than the side of the joint.
  const oval = 1 - Math.hypot(rx / press.axisX, ry / (ry < 0 ? press.axisY : press.axisY * 1.12));
  const past = (press.cut.distance - (x * press.cut.x + y * press.cut.y)) / press.axisX;
  return Math.min(oval * 1.6, press.cut.distance < press.axisX * 1.1 ? past : 9, 1);
}

function readGrid(grid: Float32Array, columns: number, x: number, y: number): number {
  const gx = x / STEP;
  const gy = y / STEP;
  const x0 = gx | 0;
  const y0 = gy | 0;
  const at = y0 * columns + x0;
  const fx = gx - x0;
  const top = grid[at]! + (grid[at + 1]! - grid[at]!) * fx;
  const bottom = grid[at + columns]! + (grid[at + columns + 1]! - grid[at + columns]!) * fx;
  return top + (bottom - top) * (gy - y0);
}
