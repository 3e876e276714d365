import { expect, test } from '@jest/globals';
import { examineFile } from '@permit/server/documents/intake/examine-file.ts';
import { DRAWING_LIMITS, renderPdf } from '@permit/server/documents/intake/render-pdf.ts';
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { aPackedPdf, aPdf, extraObject } from './a-pdf.ts';

const reasonOf = async (file: Buffer) => {
  const examined = await examineFile(file);
  return examined.ok ? 'taken' : examined.reason;
};

test('each page becomes a picture of what is drawn on it, in order, with its colours', async () => {
  const red = '1 0 0 rg 0 0 298 420 re f';
  const examined = await examineFile(aPdf({ pages: [red, '0 0 1 rg 0 210 298 210 re f'] }));
  if (!examined.ok) throw new Error(examined.reason);
  const [first, second] = examined.pages!;
  const colourAt = async (bytes: Uint8Array, left: number, top: number) => [
    ...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
  ];
  expect(await colourAt(first!.bytes, 50, 50)).toEqual([254, 0, 0]);
  expect(await colourAt(second!.bytes, 50, 50)).toEqual([0, 0, 254]);
  expect(await colourAt(second!.bytes, 50, 700)).toEqual([255, 255, 255]);
  expect(examined.pages).toHaveLength(2);
});

test('the hash of the file as it came is kept, and nothing of its bytes is in the pages', async () => {
  const secret = 'QXHIDDENINTHEFILE';
  const examined = await examineFile(aPdf({ extra: { 1: `(${secret})` } }));
  if (!examined.ok) throw new Error(examined.reason);
  expect(Buffer.from(examined.originalSha256)).toHaveLength(32);
  expect(Buffer.from(examined.pages![0]!.bytes).includes(secret)).toBe(false);
});

const hidden = extraObject(1);
const zipEnd = (directoryBytes: number) => {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt32LE(directoryBytes, 12);
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.alloc(directoryBytes - 4), end]);
};

test.each<[string, () => Buffer, string]>([
  ['a script', () => aPdf({ catalogue: `/OpenAction<</S/JavaScript/JS(app.alert(1))>>` }), 'active-content'],
  [
    'a script whose name is written in hex',
    () => aPdf({ catalogue: `/OpenAction<</S/J#61va#53cript>>` }),
    'active-content',
  ],
  [
    'another file inside',
    () => aPdf({ catalogue: `/Names<</EmbeddedFiles<</Names[(a)${hidden} 0 R]>>>>`, extra: { 1: '<<>>' } }),
    'active-content',
  ],
  ['a program to start', () => aPdf({ catalogue: `/OpenAction<</S/Launch/F(cmd.exe)>>` }), 'active-content'],
  [
    'a form that is a program',
    () => aPdf({ catalogue: `/AcroForm<</XFA ${hidden} 0 R>>` }),
    'active-content',
  ],
  ['10,000 pages', () => aPdf({ pages: Array.from({ length: 10_000 }, () => '') }), 'too-many-pages'],
  ['a page of 5 kilometres', () => aPdf({ size: [14_000_000, 14_000_000] }), 'page-too-large'],
  ['a page without any size', () => aPdf({ size: [0, 0] }), 'taken'],
  ['half of its bytes', () => aPdf().subarray(0, 300), 'unreadable'],
  ['no page', () => aPdf({ pages: [] }), 'unreadable'],
  [
    'a ZIP behind it',
    () => aPdf({ tail: Buffer.concat([zipEnd(46), Buffer.from('\n%%EOF\n')]) }),
    'two-formats',
  ],
  ['a ZIP behind it and no end mark', () => aPdf({ tail: zipEnd(46) }), 'unreadable'],
  [
    'a password',
    () =>
      aPdf({
        trailer: `/Encrypt ${hidden} 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]`,
        extra: { 1: `<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>` },
      }),
    'encrypted',
  ],
  [
    'a place to open at, as good scanners write it',
    () => aPdf({ catalogue: '/OpenAction[3 0 R/Fit]' }),
    'taken',
  ],
])('a PDF with %s', async (_, make, outcome) => {
  expect(await reasonOf(make())).toBe(outcome);
});

test('what hides in packed objects is found by the reader', async () => {
  const script = '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert(1))>>]>>>>';
  const file = '/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)/EF<</F 3 0 R>>>>]>>>>';
  expect(aPackedPdf(script).includes('JavaScript')).toBe(false);
  expect(await reasonOf(aPackedPdf(script))).toBe('active-content');
  expect(await reasonOf(aPackedPdf(file))).toBe('active-content');
  expect(await reasonOf(aPackedPdf(''))).toBe('taken');
});

test('the short names in four megabytes of picture accuse nobody', async () => {
  const noise = Buffer.concat([
    randomBytes(100_000),
    Buffer.from('/JS /JavaScript /Launch '),
    randomBytes(99),
  ]);
  const stream = `<</Length ${noise.length}>>stream\n${noise.toString('latin1')}\nendstream`;
  expect(await reasonOf(aPdf({ extra: { 1: stream } }))).toBe('taken');
});

test('pages are counted, measured and timed one by one, and drawing ends at the first that is too much', async () => {
  const file = aPdf({ pages: ['', '', ''], size: [720, 720] });
  const small = { ...DRAWING_LIMITS, pageDpi: 72, pageSidePx: 10_000 };
  expect(await renderPdf(file, { ...small, allPagesPx: 720 * 720 * 2 })).toEqual({
    reason: 'too-many-pixels',
  });
  let turn = 0;
  const later = () => (turn += 1) * 1_000;
  expect(await renderPdf(file, { ...small, drawingMs: 1_500 }, later)).toEqual({ reason: 'took-too-long' });
  const drawn = await renderPdf(file, { ...small, pageSidePx: 300 });
  expect(drawn.pages?.map(({ width, height }) => [width, height])).toEqual(Array(3).fill([300, 300]));
});
