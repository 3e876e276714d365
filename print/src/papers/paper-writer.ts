import type { Weight } from '../layout/card-template.ts';
import type { MeasureText } from '../layout/fit-text.ts';
import { code128 } from '@permit/domain/cards/code-128.ts';
import { placeBarcode, placeQr } from '../layout/place-codes.ts';
import { placeSpecimen } from '../layout/place-specimen.ts';
import { qrPattern } from '../render/code-patterns.ts';
import type { FontBook } from '../render/font-book.ts';
import type { PdfFile } from '../render/pdf-file.ts';
import { drawPlaced } from '../render/pdf-side.ts';
import { drawPdfLine } from '../render/pdf-text.ts';
import { requirePrintable } from '../render/unprintable-text.ts';
import { flowLines } from './flow.ts';

/** A4 in millimetres, with room for the office's binder at the left. */
export const A4 = { width: 210, height: 297 } as const;
const LEFT = 25;
const RIGHT = 20;
const TOP = 18;
const BOTTOM = 22;
const INNER = A4.width - LEFT - RIGHT;
const LABEL_WIDTH = 58;
const POINTS_PER_MM = 72 / 25.4;
const INK = '#10161f';
const GREY = '#56606e';
const RED = '#b3261e';

export interface Pen {
  readonly pdf: PdfFile;
  readonly book: FontBook;
  readonly measure: MeasureText;
  /** Drawn at the foot of every page. */
  readonly foot: string;
  readonly specimen: boolean;
}

interface Line {
  readonly text: string;
  readonly x: number;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
}

/** Writes from top to bottom and begins a new page where the next piece has no room. */
export class PaperWriter {
  readonly #pen: Pen;
  #y = 0;
  #page = 0;

  constructor(pen: Pen) {
    this.#pen = pen;
    this.#newPage();
  }

  skip(height: number): void {
    this.#y += height;
  }

  rule(): void {
    this.#need(6);
    const { doc } = this.#pen.pdf;
    const y = (this.#y + 2) * POINTS_PER_MM;
    doc.moveTo(LEFT * POINTS_PER_MM, y).lineTo((A4.width - RIGHT) * POINTS_PER_MM, y);
    doc.lineWidth(0.5).strokeColor(GREY, 1).stroke();
    this.#y += 4.5;
  }

  paragraph(text: string, size: number, weight: Weight): void {
    const lines = flowLines(text, { size, weight, width: INNER }, this.#pen.measure);
    this.#rows(
      'P',
      lines.map((part) => [{ text: part, x: LEFT, size, weight, colour: INK }]),
    );
    this.#y += 1;
  }

  centred(text: string, size: number, weight: Weight): void {
    const width = this.#pen.measure(text, weight).width * size;
    this.#rows('H1', [[{ text, x: (A4.width - width) / 2, size, weight, colour: INK }]]);
  }

  /** A label at the left and its value beside it, each over as many lines as it needs. */
  field(label: string, value: string): void {
    const values = this.#fieldLines(value, {
      size: 11,
      weight: 'semibold',
      x: LEFT + LABEL_WIDTH,
      colour: INK,
    });
    const labels = this.#fieldLines(label, { size: 10, weight: 'regular', x: LEFT, colour: GREY });
    const rows = Array.from({ length: Math.max(values.length, labels.length) }, (_, at) =>
      [values[at], labels[at]].filter((line): line is Line => line !== undefined),
    );
    this.#rows('P', rows);
    this.#y += 0.6;
  }

  #fieldLines(text: string, style: Omit<Line, 'text'>): Line[] {
    const width = style.x === LEFT ? LABEL_WIDTH - 3 : INNER - LABEL_WIDTH;
    if (text === '') return [];
    return flowLines(text, { ...style, width }, this.#pen.measure).map((part) => ({ ...style, text: part }));
  }

  /** A label at the left and a figure at the right edge. */
  amount(label: string, value: string, weight: Weight): void {
    const style = { size: 11, weight, colour: INK } as const;
    const width = this.#pen.measure(value, weight).width * style.size;
    const labels = flowLines(label, { ...style, width: INNER - 35 }, this.#pen.measure);
    const figure = { text: value, x: A4.width - RIGHT - width, ...style };
    this.#rows(
      'P',
      labels.map((text, at) => [{ text, x: LEFT, ...style }, ...(at === 0 ? [figure] : [])]),
    );
  }

  qr(text: string, caption: string, side: number): void {
    this.#need(side + 8);
    const { pdf, book } = this.#pen;
    const placed = placeQr({ x: LEFT, y: this.#y, width: side, height: side }, qrPattern(text));
    this.#tagged('Figure', () => placed.forEach((item) => drawPlaced(pdf, item, book)), caption);
    this.#y += side;
    this.#rows('Caption', [[{ text: caption, x: LEFT, size: 9, weight: 'regular', colour: GREY }]]);
    this.#y += 2;
  }

  /** Code 128 over the whole width: a pay-in slip holds some forty symbols. */
  barcode(text: string, caption: string): void {
    const height = 16;
    this.#need(height + 8);
    const { pdf, book } = this.#pen;
    const placed = placeBarcode({ x: LEFT, y: this.#y, width: INNER, height }, code128(text));
    this.#tagged('Figure', () => placed.forEach((item) => drawPlaced(pdf, item, book)), caption);
    this.#y += height + 1;
    this.#rows('Caption', [[{ text: caption, x: LEFT, size: 9, weight: 'regular', colour: GREY }]]);
    this.#y += 2;
  }

  signature(lines: readonly string[]): void {
    this.#need(22 + lines.length * 6);
    this.#y += 18;
    for (const text of lines) {
      const width = this.#pen.measure(text, 'regular').width * 11;
      const x = A4.width - RIGHT - 40 - width / 2;
      this.#rows('P', [[{ text, x, size: 11, weight: 'regular', colour: INK }]]);
    }
  }

  /** Rows of one element, each row as high as its first line; the element goes on over the page where it must. */
  #rows(type: string, rows: readonly (readonly Line[])[]): void {
    let waiting = [...rows];
    while (waiting.length > 0) {
      this.#need(this.#heightOf(waiting[0]![0]!));
      const fitting = waiting.slice(0, this.#fitting(waiting));
      this.#tagged(type, () => fitting.forEach((row) => this.#row(row)));
      waiting = waiting.slice(fitting.length);
    }
  }

  #fitting(rows: readonly (readonly Line[])[]): number {
    let room = A4.height - BOTTOM - this.#y;
    const tooLow = rows.findIndex((row) => (room -= this.#heightOf(row[0]!)) < 0);
    return tooLow < 0 ? rows.length : Math.max(1, tooLow);
  }

  #row(lines: readonly Line[]): void {
    for (const line of lines) this.#draw(line);
    this.#y += this.#heightOf(lines[0]!);
  }

  /** Draws at the present height without moving on. */
  #draw({ text, x, size, weight, colour }: Line): void {
    const { pdf, book, measure } = this.#pen;
    requirePrintable(book, [{ text, weight }]);
    const baseline = this.#y + measure(text, weight).ascent * size;
    pdf.doc.fillColor(colour, 1);
    drawPdfLine(pdf, book, { text, x: x * POINTS_PER_MM, y: baseline * POINTS_PER_MM, size, weight });
  }

  #heightOf({ text, size, weight }: Line): number {
    const { ascent, descent } = this.#pen.measure(text, weight);
    return (ascent + descent) * size;
  }

  #need(height: number): void {
    if (this.#y + height > A4.height - BOTTOM) this.#newPage();
  }

  #newPage(): void {
    const { pdf, book, measure, specimen, foot } = this.#pen;
    pdf.addPage({ width: A4.width * POINTS_PER_MM, height: A4.height * POINTS_PER_MM });
    this.#page += 1;
    // Watermark and foot are no part of what the paper says: a reading voice passes over them.
    pdf.doc.markContent('Artifact', { type: 'Pagination' });
    const box = { x: 20, y: 60, width: 170, height: 170 };
    if (specimen)
      for (const item of placeSpecimen({ box, colour: RED, size: 60 }, measure)) drawPlaced(pdf, item, book);
    this.#y = A4.height - 14;
    const text = `${foot} · ${this.#page}`;
    this.#draw({ text, x: LEFT, size: 9, weight: 'regular', colour: GREY });
    pdf.doc.endMarkedContent();
    this.#y = TOP;
  }

  /** Marks what is drawn for readers that speak the page aloud. */
  #tagged(type: string, draw: () => void, alternative?: string): void {
    const { doc } = this.#pen.pdf;
    doc.addStructure(doc.struct(type, alternative === undefined ? {} : { alt: alternative }, [draw]));
  }
}
