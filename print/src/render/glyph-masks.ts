import { coverageOf, type Mask } from './coverage.ts';
import { flatten } from './flatten.ts';
import type { LoadedFont } from './font-book.ts';

/** Glyphs stand on quarters of a pixel: at 300 dpi that is a fiftieth of a millimetre. */
const PHASES = 4;
const MOST_KEPT = 20_000;

export interface GlyphPlace {
  readonly font: LoadedFont;
  readonly glyph: number;
  /** Pixels an em. */
  readonly size: number;
  /** Degrees counter-clockwise. */
  readonly turn: number;
  /** Pixels, y downwards. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedMask {
  readonly mask: Mask | undefined;
  readonly x: number;
  readonly y: number;
}

/** Pictures of glyphs, drawn once for each size and quarter pixel. */
export class GlyphMasks {
  readonly #kept = new Map<string, Mask | undefined>();

  /** The glyph's mask and the whole pixel where its origin goes. */
  place(at: GlyphPlace): PlacedMask {
    const [x, y] = [Math.round(at.x * PHASES), Math.round(at.y * PHASES)];
    const [wholeX, wholeY] = [Math.floor(x / PHASES), Math.floor(y / PHASES)];
    const [phaseX, phaseY] = [x - wholeX * PHASES, y - wholeY * PHASES];
    const key = `${at.font.name} ${at.glyph} ${at.size} ${at.turn} ${phaseX} ${phaseY}`;
    let mask = this.#kept.get(key);
    if (mask === undefined && !this.#kept.has(key)) {
      mask = drawGlyph(at, phaseX / PHASES, phaseY / PHASES);
      if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
      this.#kept.set(key, mask);
    }
    return { mask, x: wholeX, y: wholeY };
  }
}

function drawGlyph({ font, glyph, size, turn }: GlyphPlace, x: number, y: number): Mask | undefined {
  const unit = size / font.unitsPerEm;
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * unit, Math.sin(angle) * unit];
  // Font units run upwards, pixels downwards.
  return coverageOf(flatten(font.outline(glyph), [cos, -sin, -sin, -cos, x, y]));
}
