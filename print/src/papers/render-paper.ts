import { FontBook } from '../render/font-book.ts';
import { PdfFile } from '../render/pdf-file.ts';
import { measureWith } from '../render/typesetter.ts';
import type { Block } from './blocks.ts';
import { paperBlocks } from './paper-blocks.ts';
import { A4, PaperWriter } from './paper-writer.ts';
import { PaperSchema, type PaperInput } from '@permit/domain/papers/paper.ts';

const POINTS_PER_MM = 72 / 25.4;

const book = new FontBook();
const measure = measureWith(book);

/**
 * A paper as PDF (A4, tagged, real text). The same paper gives the same bytes. Throws ZodError for what is no paper, UnprintableText
 * for letters that no font holds.
 */
export async function renderPaper(input: PaperInput): Promise<Uint8Array> {
  const paper = PaperSchema.parse(input);
  const page = { width: A4.width * POINTS_PER_MM, height: A4.height * POINTS_PER_MM };
  const date = new Date(`${paper.issuedOn}T00:00:00Z`);
  const pdf = new PdfFile(page, {
    title: `${paper.kind} ${paper.reference}`,
    language: 'th',
    date,
    tagged: true,
  });
  const foot = `${paper.office.thai} · สายด่วน / Hotline ${paper.hotlines} · ${paper.reference}`;
  const writer = new PaperWriter({ pdf, book, measure, foot, specimen: paper.specimen });
  writer.centred('กรมการจัดหางาน กระทรวงแรงงาน', 13, 'semibold');
  writer.centred('Department of Employment · Ministry of Labour', 9, 'regular');
  writer.centred(`${paper.office.thai} / ${paper.office.english}`, 10, 'regular');
  writer.skip(5);
  for (const block of paperBlocks(paper)) writeBlock(writer, block);
  return pdf.bytes();
}

function writeBlock(writer: PaperWriter, block: Block): void {
  switch (block.kind) {
    case 'title':
      writer.centred(block.thai, 18, 'bold');
      writer.centred(block.english, 11, 'semibold');
      if (block.own) writer.centred(block.own, 12, 'semibold');
      return writer.skip(5);
    case 'field':
      return writer.field(block.label, block.value);
    case 'paragraph':
      return writer.paragraph(block.text, block.size ?? 11, block.bold ? 'semibold' : 'regular');
    case 'amount':
      return writer.amount(block.label, block.value, block.bold ? 'bold' : 'regular');
    case 'qr':
      return writer.qr(block.text, block.caption, block.side ?? 40);
    case 'barcode':
      return writer.barcode(block.text, block.caption);
    case 'signature':
      return writer.signature(block.lines);
    case 'rule':
      return writer.rule();
    case 'gap':
      return writer.skip(block.height);
  }
}
