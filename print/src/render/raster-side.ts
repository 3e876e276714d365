import type { Ground, Placed, PlacedSide } from '../layout/placed.ts';
import { coverageOf } from './coverage.ts';
import type { FontBook } from './font-book.ts';
import type { GlyphMasks } from './glyph-masks.ts';
import type { CutPortrait } from './portrait.ts';
import { colourOf, Raster } from './raster.ts';
import { setLine } from './typesetter.ts';

const PIXELS_PER_MM = 300 / 25.4;
const PIXELS_PER_POINT = 300 / 72;

export interface RasterPorts {
  readonly book: FontBook;
  readonly masks: GlyphMasks;
  readonly portrait: CutPortrait | undefined;
}

const keptGrounds = new WeakMap<Ground, Buffer>();

/** A side at 300 dpi from the same placed list and the same outlines as the PDF. */
export function rasterSide(side: PlacedSide, ports: RasterPorts): Raster {
  const raster = new Raster(pixels(side.width), pixels(side.height));
  const ground = keptGrounds.get(side.ground);
  if (ground) raster.rgb.set(ground);
  else {
    for (const item of side.ground.items) drawItem(raster, item, ports);
    keptGrounds.set(side.ground, Buffer.from(raster.rgb));
  }
  for (const item of side.items) drawItem(raster, item, ports);
  return raster;
}

function drawItem(raster: Raster, item: Placed, ports: RasterPorts): void {
  if (item.kind === 'line') return drawLine(raster, item, ports);
  if (item.kind === 'ring') return drawRing(raster, item);
  if (item.kind === 'portrait') {
    if (ports.portrait) raster.put(pixels(item.box.x), pixels(item.box.y), ports.portrait);
    return;
  }
  const colour = colourOf(item.colour);
  for (const { x, y, width, height } of item.kind === 'bars' ? item.boxes : [item.box]) {
    const area = { left: pixels(x), top: pixels(y), right: pixels(x + width), bottom: pixels(y + height) };
    raster.fill(area, colour);
  }
}

function drawLine(raster: Raster, item: Placed & { kind: 'line' }, { book, masks }: RasterPorts): void {
  const size = item.size * PIXELS_PER_POINT;
  const colour = colourOf(item.colour, item.opacity);
  const angle = (item.turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [startX, startY] = [item.x * PIXELS_PER_MM, item.y * PIXELS_PER_MM];
  for (const run of setLine(book, item.text, item.weight).runs) {
    for (const glyph of run.glyphs) {
      const right = run.x * size + (glyph.x * size) / run.font.unitsPerEm;
      const up = (glyph.y * size) / run.font.unitsPerEm;
      const x = startX + right * cos - up * sin;
      const y = startY - right * sin - up * cos;
      const placed = masks.place({ font: run.font, glyph: glyph.id, size, turn: item.turn, x, y });
      if (placed.mask) raster.blend(placed.mask, placed.x, placed.y, colour);
    }
  }
}

function drawRing(raster: Raster, ring: Placed & { kind: 'ring' }): void {
  const [x, y] = [ring.x * PIXELS_PER_MM, ring.y * PIXELS_PER_MM];
  const [radius, half] = [ring.radius * PIXELS_PER_MM, (ring.width * PIXELS_PER_MM) / 2];
  const outer = circle(x, y, radius + half);
  // The inner edge runs the other way round and so cuts its disc out.
  const inner = radius - half > 0.01 ? [circle(x, y, half - radius)] : [];
  const mask = coverageOf([outer, ...inner]);
  if (mask) raster.blend(mask, 0, 0, colourOf(ring.colour));
}

const CORNERS = 96;

/** A negative radius turns the other way. */
function circle(x: number, y: number, radius: number): number[] {
  return Array.from({ length: CORNERS }, (_, at) => {
    const angle = (at / CORNERS) * 2 * Math.PI;
    return [x + Math.abs(radius) * Math.cos(angle), y + radius * Math.sin(angle)];
  }).flat();
}

function pixels(millimetres: number): number {
  return Math.round(millimetres * PIXELS_PER_MM);
}
