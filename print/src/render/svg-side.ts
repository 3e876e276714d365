import type { Placed, PlacedSide } from '../layout/placed.ts';
import type { FontBook } from './font-book.ts';
import { setLine } from './typesetter.ts';

const MM_PER_POINT = 25.4 / 72;

/** A side as SVG whose text is outlines already: no renderer's own fonts or shaping can change a letter. */
export function svgSide(side: PlacedSide, book: FontBook, pixelsPerMm: number): string {
  const width = Math.round(side.width * pixelsPerMm);
  const height = Math.round(side.height * pixelsPerMm);
  const body = side.items.map((item) => svgItem(item, book)).join('');
  const scale = num(pixelsPerMm);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" fill="#ffffff"/><g transform="scale(${scale})">${body}</g></svg>`
  );
}

function svgItem(item: Placed, book: FontBook): string {
  if (item.kind === 'line') return svgLine(item, book);
  if (item.kind === 'bars') return svgBars(item);
  if (item.kind === 'ring') {
    const { x, y, radius, width, colour } = item;
    const at = `cx="${num(x)}" cy="${num(y)}" r="${num(radius)}"`;
    return `<circle ${at} fill="none" stroke="${colour}" stroke-width="${num(width)}"/>`;
  }
  // The portrait is laid over the drawing as pixels, not re-encoded into it.
  if (item.kind === 'portrait') return '';
  const { x, y, width, height } = item.box;
  const size = `x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"`;
  return `<rect ${size} rx="${num(item.radius)}" fill="${item.colour}"/>`;
}

/** Bars stand on whole device pixels: without smoothing their edges stay sharp. */
function svgBars(item: Placed & { kind: 'bars' }): string {
  const path = item.boxes.map((box) => {
    return `M${num(box.x)} ${num(box.y)}h${num(box.width)}v${num(box.height)}h${num(-box.width)}z`;
  });
  return `<path fill="${item.colour}" shape-rendering="crispEdges" d="${path.join('')}"/>`;
}

function svgLine(item: Placed & { kind: 'line' }, book: FontBook): string {
  const em = item.size * MM_PER_POINT;
  const glyphs = setLine(book, item.text, item.weight).runs.map((run) => {
    const unit = 1 / run.font.unitsPerEm;
    const drawn = run.glyphs.map((glyph) => {
      const outline = run.font.outline(glyph.id);
      return outline && `<path transform="translate(${glyph.x} ${glyph.y})" d="${outline}"/>`;
    });
    return `<g transform="translate(${num(run.x)} 0) scale(${num(unit)})">${drawn.join('')}</g>`;
  });
  const turn = item.turn === 0 ? '' : ` rotate(${num(-item.turn)})`;
  const opacity = item.opacity === 1 ? '' : ` opacity="${item.opacity}"`;
  const place = `translate(${num(item.x)} ${num(item.y)})${turn} scale(${num(em)} ${num(-em)})`;
  return `<g fill="${item.colour}"${opacity} transform="${place}">${glyphs.join('')}</g>`;
}

/** Six decimals of a millimetre, written the same on every machine. */
function num(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
