import type { PaperOf } from '@permit/domain/papers/paper.ts';
import { birthInBothEras } from '../layout/both-eras.ts';
import type { Block } from './blocks.ts';
import { bold, both, dateOf, field, gap, holderFields, paragraph, titleOf } from './block-makers.ts';

/** Serves between the grant and the card. */
export function interimPermitBlocks(paper: PaperOf<'interim-permit'>): readonly Block[] {
  return [titleOf(paper, 'ใบอนุญาตทำงานชั่วคราว', 'TEMPORARY WORK PERMIT'), ...permitBody(paper)];
}

/** Work may go on, or begin, while the case is under way. */
export function mayWorkBlocks(paper: PaperOf<'may-work'>): readonly Block[] {
  return [
    titleOf(paper, 'หลักฐานการมีสิทธิทำงานระหว่างดำเนินการ', 'PROOF THAT THE HOLDER MAY WORK'),
    ...permitBody(paper),
  ];
}

function permitBody(paper: PaperOf<'interim-permit'> | PaperOf<'may-work'>): readonly Block[] {
  const { permitNo, validTo } = paper;
  return [
    ...(permitNo ? [field('เลขที่ใบอนุญาต / Permit No.', permitNo)] : []),
    field('เลขที่คำขอ / Application No.', paper.reference),
    ...holderFields(paper),
    field('วันเกิด / Date of birth', birthInBothEras(paper.birth)),
    field('สัญชาติ / Nationality', both(paper.nationality)),
    field('ประเภทงาน / Kind of work', both(paper.work)),
    field('ประเภท / Category', both(paper.category)),
    field('ใช้ได้ตั้งแต่ / Valid from', dateOf(paper.validFrom)),
    ...(validTo ? [field('ถึง / Valid to', dateOf(validTo))] : []),
    gap(2),
    bold(paper.basis.thai),
    paragraph(paper.basis.english),
    gap(2),
    { kind: 'qr', text: paper.qr, caption: 'สแกนเพื่อตรวจสอบ ณ วันนี้ / Scan to check as of today' },
    field('วันที่ออก / Date of issue', dateOf(paper.issuedOn)),
  ];
}
