import { expect, test } from '@jest/globals';
import { paperBlocks } from './paper-blocks.ts';
import { PaperSchema, type PaperInput } from '@permit/domain/papers/paper.ts';
import { renderPaper } from './render-paper.ts';
import { samplePapers } from './sample-papers.ts';

const pagesOf = (pdf: Uint8Array) => Number(/\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))![1]);
const kinds = Object.keys(samplePapers) as (keyof typeof samplePapers)[];

test.each(kinds)('%s is one tagged page and has the same bytes every time', async (kind) => {
  const paper: PaperInput = samplePapers[kind];
  const [one, again] = [await renderPaper(paper), await renderPaper(paper)];
  expect(Buffer.from(one).equals(Buffer.from(again))).toBe(true);
  expect(pagesOf(one)).toBe(1);
  expect(Buffer.from(one).toString('latin1')).toContain('/StructTreeRoot');
});

test('a slip for two hundred people goes on over several pages', async () => {
  const party = Array.from({ length: 200 }, (_, at) => `MR. SISOUVANNAPHONG PHOTHISARATTHAVONG ${at}`);
  expect(pagesOf(await renderPaper({ ...samplePapers['appointment-slip'], party }))).toBeGreaterThan(4);
});

test('one paragraph longer than a page is broken, not lost', async () => {
  const thai = 'ใบรับรองแพทย์ที่แนบมาหมดอายุก่อนวันยื่นคำขอ'.repeat(40);
  const reasons = Array.from({ length: 8 }, () => ({ thai, english: 'x '.repeat(900) }));
  expect(pagesOf(await renderPaper({ ...samplePapers['refusal-letter'], reasons }))).toBeGreaterThan(3);
});

test('a receipt adds its lines up to the satang', () => {
  const amounts = paperBlocks(PaperSchema.parse(samplePapers.receipt)).filter(
    ({ kind }) => kind === 'amount',
  );
  expect(amounts.map((block) => 'value' in block && block.value)).toEqual(['100.00', '1,800.50', '1,900.50']);
});

test('a permit paper without its code is no paper', async () => {
  const { qr: _, ...paper } = samplePapers['may-work'];
  await expect(renderPaper(paper as unknown as PaperInput)).rejects.toThrow('qr');
});
