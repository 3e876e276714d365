import * as hb from 'harfbuzzjs';
import type { OutlineCommand } from './flatten.ts';
import { fontsFor, readFontFile, type FontName } from './font-files.ts';
import type { ScriptRun, ScriptTag } from './itemise.ts';

/** A glyph in its run; distances in font units, x from the run's start, y upwards from the baseline. */
export interface ShapedGlyph {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  /** Where in the run's text (UTF-16 units) the characters begin that this glyph stands for. */
  readonly cluster: number;
}

export interface ShapedRun {
  readonly text: string;
  readonly script: ScriptTag;
  readonly font: LoadedFont;
  readonly glyphs: readonly ShapedGlyph[];
  /** Font units. */
  readonly advance: number;
}

export interface LoadedFont {
  readonly name: FontName;
  readonly bytes: Uint8Array;
  readonly unitsPerEm: number;
  /** Font units above and below the baseline, both positive. */
  readonly ascent: number;
  readonly descent: number;
  hasGlyphFor(codePoint: number): boolean;
  /** The glyph's outline in font units, y upwards; kept after the first time. */
  outline(glyph: number): readonly OutlineCommand[];
  /** Unhinted advance width in font units. */
  advanceOf(glyph: number): number;
}

const LANGUAGE = { Thai: 'th', Latn: 'en', Mymr: 'my', Khmr: 'km', Laoo: 'lo' } satisfies Record<
  ScriptTag,
  string
>;

/** Runs kept: labels, months, provinces come again on every card; names do not, so the book stays small. */
const MOST_KEPT_RUNS = 4_000;

/** The process's fonts: parsed once, outlines and often-seen runs kept. */
export class FontBook {
  readonly #fonts = new Map<FontName, { loaded: LoadedFont; shaper: hb.Font }>();
  readonly #runs = new Map<string, ShapedRun>();

  /** Shapes a run of one script with the best font that holds all its characters. */
  shape(run: ScriptRun): ShapedRun {
    const key = `${run.script} ${run.weight} ${run.text}`;
    const kept = this.#runs.get(key);
    if (kept) return kept;
    const shaped = this.#shapeAnew(run);
    if (this.#runs.size >= MOST_KEPT_RUNS) this.#runs.clear();
    this.#runs.set(key, shaped);
    return shaped;
  }

  #shapeAnew(run: ScriptRun): ShapedRun {
    const { loaded, shaper } = this.#bestFont(run);
    const buffer = new hb.Buffer();
    buffer.addText(run.text);
    buffer.setDirection(hb.Direction.LTR);
    buffer.setScript(run.script);
    buffer.setLanguage(LANGUAGE[run.script]);
    hb.shape(shaper, buffer);
    let pen = 0;
    const glyphs = buffer.getGlyphInfosAndPositions().map((info): ShapedGlyph => {
      const advance = info.xAdvance ?? 0;
      const x = pen + (info.xOffset ?? 0);
      pen += advance;
      return { id: info.codepoint, x, y: info.yOffset ?? 0, advance, cluster: info.cluster };
    });
    return { text: run.text, script: run.script, font: loaded, glyphs, advance: pen };
  }

  #bestFont(run: ScriptRun) {
    const candidates = fontsFor(run.script, run.weight).map((name) => this.#load(name));
    const points = Array.from(run.text, (character) => character.codePointAt(0)!);
    const complete = candidates.find(({ loaded }) => points.every((point) => loaded.hasGlyphFor(point)));
    return complete ?? candidates[candidates.length - 1]!;
  }

  #load(name: FontName) {
    const known = this.#fonts.get(name);
    if (known) return known;
    const fresh = loadFont(name);
    this.#fonts.set(name, fresh);
    return fresh;
  }
}

function loadFont(name: FontName): { loaded: LoadedFont; shaper: hb.Font } {
  const bytes = readFontFile(name);
  const face = new hb.Face(new hb.Blob(bytes.slice().buffer));
  const shaper = new hb.Font(face);
  const outlines = new Map<number, readonly OutlineCommand[]>();
  const extents = shaper.hExtents();
  const loaded: LoadedFont = {
    name,
    bytes,
    unitsPerEm: face.upem,
    ascent: extents.ascender,
    descent: -extents.descender,
    hasGlyphFor: (codePoint) => IGNORABLE.has(codePoint) || (shaper.nominalGlyph(codePoint) ?? 0) !== 0,
    outline: (glyph) => {
      const known = outlines.get(glyph) ?? shaper.glyphToJson(glyph);
      outlines.set(glyph, known);
      return known;
    },
    advanceOf: (glyph) => shaper.glyphHAdvance(glyph),
  };
  return { loaded, shaper };
}

/** Joiners shape their neighbours and need no picture of their own. */
const IGNORABLE = new Set([0x200b, 0x200c, 0x200d]);
