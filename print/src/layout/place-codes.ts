import type { Box } from './card-template.ts';
import type { Placed } from './placed.ts';

/** Patterns without sizes: the squares of a QR, and the widths of bars and gaps by turns. */
export interface CodePatterns {
  readonly qr: { readonly size: number; isDark(row: number, column: number): boolean };
  readonly barcode: readonly number[];
}

/** Card printers print 300 dots an inch; a code whose squares are whole dots keeps its edges. */
const DOT = 25.4 / 300;
const QR_QUIET = 4;
const BARCODE_QUIET = 10;
const WHITE = '#ffffff';
const BLACK = '#000000';

/** The QR as large as whole dots allow, on white with its quiet zone, in the middle of the box. */
export function placeQr(box: Box, qr: CodePatterns['qr']): readonly Placed[] {
  const modules = qr.size + 2 * QR_QUIET;
  const module = Math.floor(box.width / modules / DOT) * DOT;
  const side = modules * module;
  const x = snap(box.x + (box.width - side) / 2);
  const y = snap(box.y + (box.height - side) / 2);
  const boxes: Box[] = [];
  for (let row = 0; row < qr.size; row += 1) {
    for (const [start, length] of darkRuns(qr, row)) {
      boxes.push({
        x: x + (start + QR_QUIET) * module,
        y: y + (row + QR_QUIET) * module,
        width: length * module,
        height: module,
      });
    }
  }
  return [whiteGround({ x, y, width: side, height: side }), { kind: 'bars', boxes, colour: BLACK }];
}

function* darkRuns(qr: CodePatterns['qr'], row: number): Generator<readonly [start: number, length: number]> {
  let start = -1;
  for (let column = 0; column <= qr.size; column += 1) {
    const dark = column < qr.size && qr.isDark(row, column);
    if (dark && start < 0) start = column;
    if (!dark && start >= 0) {
      yield [start, column - start];
      start = -1;
    }
  }
}

/** The barcode as wide as whole dots allow, with its quiet zones, across the box. */
export function placeBarcode(box: Box, widths: readonly number[]): readonly Placed[] {
  const modules = widths.reduce((sum, width) => sum + width, 2 * BARCODE_QUIET);
  const module = Math.max(1, Math.floor(box.width / modules / DOT)) * DOT;
  const left = snap(box.x + (box.width - modules * module) / 2);
  const boxes: Box[] = [];
  let at = BARCODE_QUIET;
  widths.forEach((width, index) => {
    const isBar = index % 2 === 0;
    if (isBar)
      boxes.push({ x: left + at * module, y: snap(box.y), width: width * module, height: box.height });
    at += width;
  });
  return [whiteGround({ ...box, x: left, width: modules * module }), { kind: 'bars', boxes, colour: BLACK }];
}

function whiteGround(box: Box): Placed {
  return { kind: 'fill', box, colour: WHITE, radius: 0 };
}

function snap(millimetres: number): number {
  return Math.round(millimetres / DOT) * DOT;
}
