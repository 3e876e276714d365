import { bahtGrouped, type Satang } from '@permit/domain/money/satang.ts';
import type { Paper } from '@permit/domain/papers/paper.ts';
import { englishDate, thaiDate } from '../layout/both-eras.ts';
import type { Block } from './blocks.ts';

/** Short makers of blocks, so that a composer reads like the paper it makes. */
export type Bilingual = { readonly thai: string; readonly english: string };

export const both = ({ thai, english }: Bilingual): string => `${thai} / ${english}`;
export const dateOf = (day: string): string => `${thaiDate(day)} / ${englishDate(day)}`;
export const field = (label: string, value: string): Block => ({ kind: 'field', label, value });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const bold = (text: string): Block => ({ kind: 'paragraph', text, bold: true });
export const gap = (height: number): Block => ({ kind: 'gap', height });
export const RULE: Block = { kind: 'rule' };

/** 123450 is `1,234.50`. */
export const bahtOf = (satang: number): string => bahtGrouped(satang as Satang);

export function titleOf(paper: Paper, thai: string, english: string): Block {
  return { kind: 'title', thai, english, ...(paper.ownTitle ? { own: paper.ownTitle } : {}) };
}

export function holderFields(paper: Paper): Block[] {
  const { thai, latin, own } = paper.holder;
  return [
    field('ชื่อ / Name', thai === undefined ? latin : `${thai} / ${latin}`),
    ...(own === undefined ? [] : [field('', own)]),
  ];
}

/** Lines of an amount with what they are for, and their sum under a rule. */
export function amountLines(items: readonly { what: Bilingual; satang: number }[]): Block[] {
  const total = items.reduce((sum, { satang }) => sum + satang, 0);
  return [
    RULE,
    ...items.map(({ what, satang }): Block => ({ kind: 'amount', label: both(what), value: bahtOf(satang) })),
    RULE,
    { kind: 'amount', label: 'รวม / Total (บาท / baht)', value: bahtOf(total), bold: true },
  ];
}

/** Remarks as a list, Thai first. */
export function remarkLines(remarks: readonly Bilingual[]): Block[] {
  return remarks.flatMap(({ thai, english }) => [paragraph(`• ${thai}`), paragraph(`  ${english}`)]);
}

/** How to appeal, and whose signature the decision bears: the end of every paper that decides. */
export function appealAndSignature({
  appeal,
  registrar,
}: {
  readonly appeal: Bilingual;
  readonly registrar: Bilingual;
}): readonly Block[] {
  return [
    bold('สิทธิอุทธรณ์ / Right of appeal'),
    paragraph(appeal.thai),
    paragraph(appeal.english),
    { kind: 'signature', lines: [registrar.thai, registrar.english, 'นายทะเบียน / Registrar'] },
  ];
}
