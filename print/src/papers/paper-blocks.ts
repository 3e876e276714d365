import type { Paper, PaperOf } from '@permit/domain/papers/paper.ts';
import { RULE } from './block-makers.ts';
import type { Block } from './blocks.ts';
import { noticeReceiptBlocks, refusalBlocks, slipBlocks } from './letter-blocks.ts';
import { permitOrderBlocks, refundNoticeBlocks } from './order-blocks.ts';
import { payInSlipBlocks, receiptBlocks } from './money-blocks.ts';
import { interimPermitBlocks, mayWorkBlocks } from './permit-blocks.ts';

const COMPOSE: { readonly [K in Paper['kind']]: (paper: PaperOf<K>) => readonly Block[] } = {
  'interim-permit': interimPermitBlocks,
  'may-work': mayWorkBlocks,
  receipt: receiptBlocks,
  'pay-in-slip': payInSlipBlocks,
  'refusal-letter': refusalBlocks,
  'appointment-slip': slipBlocks,
  'notice-receipt': noticeReceiptBlocks,
  'permit-order': permitOrderBlocks,
  'refund-notice': refundNoticeBlocks,
};

const PROOF_CAPTION =
  'สแกนที่หน้า “ตรวจสอบใบอนุญาต” เพื่อดูว่าเอกสารนี้ออกโดยกรมจริง / Scan on the check page: this paper is ours';

/** The blocks of a paper, its holder's own language and our signed code last. */
export function paperBlocks(paper: Paper): readonly Block[] {
  // The table holds for each kind exactly the composer of that kind.
  const body = (COMPOSE[paper.kind] as (given: Paper) => readonly Block[])(paper);
  const { ownLanguageNote, proof } = paper;
  return [
    ...body,
    ...(ownLanguageNote === undefined
      ? []
      : [RULE, { kind: 'paragraph', text: ownLanguageNote, size: 11 } as const]),
    ...(proof === undefined ? [] : [{ kind: 'qr', text: proof, caption: PROOF_CAPTION, side: 34 } as const]),
  ];
}
