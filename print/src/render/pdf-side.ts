import type { Placed, PlacedSide } from '../layout/placed.ts';
import type { FontBook } from './font-book.ts';
import type { PdfFile } from './pdf-file.ts';
import { drawPdfLine } from './pdf-text.ts';

const POINTS_PER_MM = 72 / 25.4;

/** Draws a side on a page of its size; `portraitJpeg` fills the portrait's place. */
export function drawPdfSide(pdf: PdfFile, side: PlacedSide, book: FontBook, portraitJpeg?: Buffer): void {
  pdf.addPage({ width: side.width * POINTS_PER_MM, height: side.height * POINTS_PER_MM });
  for (const item of [...side.ground.items, ...side.items]) drawPlaced(pdf, item, book, portraitJpeg);
}

/** Draws one placed thing on the current page. */
export function drawPlaced(pdf: PdfFile, item: Placed, book: FontBook, portraitJpeg?: Buffer): void {
  if (item.kind === 'line') return drawLine(pdf, item, book);
  if (item.kind === 'ring') {
    const [x, y, radius, width] = [item.x, item.y, item.radius, item.width].map(points);
    pdf.doc.lineWidth(width!).strokeColor(item.colour).circle(x!, y!, radius!).stroke();
    return;
  }
  if (item.kind === 'portrait') {
    if (portraitJpeg) {
      const { x, y, width, height } = item.box;
      pdf.doc.image(portraitJpeg, points(x), points(y), { width: points(width), height: points(height) });
    }
    return;
  }
  for (const { x, y, width, height } of item.kind === 'bars' ? item.boxes : [item.box]) {
    pdf.doc.rect(points(x), points(y), points(width), points(height));
  }
  pdf.doc.fillColor(item.colour, 1).fill();
}

function drawLine(pdf: PdfFile, item: Placed & { kind: 'line' }, book: FontBook): void {
  pdf.doc.fillColor(item.colour, item.opacity);
  drawPdfLine(pdf, book, { ...item, x: points(item.x), y: points(item.y) });
}

function points(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}
