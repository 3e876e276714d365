import type { Weight } from '../layout/card-template.ts';
import type { FontBook, ShapedGlyph } from './font-book.ts';
import type { PdfFile } from './pdf-file.ts';
import { setLine, type SetRun } from './typesetter.ts';

export interface PdfLine {
  readonly text: string;
  /** Points from the page's upper left corner to the left end of the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  /** Degrees counter-clockwise. */
  readonly turn?: number;
}

/**
 * Draws a line as real text: the glyphs that HarfBuzz chose, where it put them, in pdfkit's font subset. pdfkit's own
 * shaping is wrong for Burmese, Khmer and some Thai. The fill colour is whatever is set.
 */
export function drawPdfLine(pdf: PdfFile, book: FontBook, line: PdfLine): void {
  for (const run of setLine(book, line.text, line.weight).runs) drawRun(pdf, run, line);
}

function drawRun(pdf: PdfFile, run: SetRun, line: PdfLine): void {
  const font = pdf.useFont(run.font);
  const angle = ((line.turn ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const unit = line.size / run.font.unitsPerEm;
  // pdfkit's page runs downwards, so the text matrix turns the letters upright again.
  const matrixAt = (x: number, y: number) => {
    const [right, up] = [run.x * line.size + x * unit, y * unit];
    const place = [line.x + right * cos - up * sin, line.y - right * sin - up * cos];
    return [cos, -sin, -sin, -cos, ...place].map(num).join(' ');
  };
  const pieces = glyphPieces(run, (glyph, text) => includeGlyph(font, run, glyph, text));
  const shown = pieces.map((piece) => `${matrixAt(piece.x, piece.y)} Tm [${piece.operands}] TJ`).join('\n');
  const body = `BT /${font.id} ${num(line.size)} Tf\n${shown}\nET`;
  pdf.write(run.script === 'Latn' ? body : `/Span <</ActualText <${utf16Hex(run.text)}>>> BDC\n${body}\nEMC`);
}

interface Piece {
  readonly x: number;
  readonly y: number;
  operands: string;
}

/** Glyphs on one height follow each other by their widths and small moves; another height begins a new piece. */
function glyphPieces(run: SetRun, include: (glyph: ShapedGlyph, text: string) => string): Piece[] {
  const pieces: Piece[] = [];
  let pen = 0;
  run.glyphs.forEach((glyph, at) => {
    const code = include(glyph, clusterText(run, at));
    const last = pieces[pieces.length - 1];
    if (!last || last.y !== glyph.y) pieces.push({ x: glyph.x, y: glyph.y, operands: `<${code}>` });
    else {
      const move = ((pen - glyph.x) * 1_000) / run.font.unitsPerEm;
      last.operands += move === 0 ? `<${code}>` : ` ${num(move)} <${code}>`;
    }
    pen = glyph.x + run.font.advanceOf(glyph.id);
  });
  return pieces;
}

/** The characters of the glyph's cluster if it is the cluster's first glyph; marks that follow stand for nothing. */
function clusterText(run: SetRun, at: number): string {
  const { cluster } = run.glyphs[at]!;
  if (at > 0 && run.glyphs[at - 1]!.cluster === cluster) return '';
  const next = run.glyphs.slice(at + 1).find((glyph) => glyph.cluster !== cluster);
  return run.text.slice(cluster, next?.cluster ?? run.text.length);
}

function includeGlyph(
  font: ReturnType<PdfFile['useFont']>,
  run: SetRun,
  glyph: ShapedGlyph,
  text: string,
): string {
  const code = font.subset.includeGlyph(glyph.id);
  font.widths[code] ??= (run.font.advanceOf(glyph.id) * 1_000) / run.font.unitsPerEm;
  font.unicode[code] ??= Array.from(text, (character) => character.codePointAt(0)!);
  return code.toString(16).padStart(4, '0');
}

function utf16Hex(text: string): string {
  let hex = 'feff';
  for (let at = 0; at < text.length; at += 1) hex += text.charCodeAt(at).toString(16).padStart(4, '0');
  return hex;
}

/** Four decimals of a point, written the same on every machine. */
function num(value: number): string {
  return String(Math.round(value * 1e4) / 1e4 + 0);
}
