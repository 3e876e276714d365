import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aPackedPdf, aPdf } from '../documents/a-pdf.ts';
import { A_PDF, aPicture } from '../road/road-steps.ts';

const HIDDEN_SCRIPT = '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert(1))>>]>>>>';

let road: RoadServer;
let applicationId: string;
beforeAll(async () => {
  road = await startRoadServer();
  const employer = await road.as('employer');
  ({ applicationId } = await employer.call('createDraft', { serviceCode: 'R59M' }));
}, 60_000);
afterAll(() => road.close());

/** A PNG whose head says 16000x16000 and whose body would fill 256 MB. */
function pixelBomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(16_000, 0);
  head.writeUInt32BE(16_000, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((16_000 / 8 + 1) * 16_000), { level: 9 });
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const FILES: [string, () => Promise<Buffer> | Buffer, string][] = [
  ['an empty file', () => Buffer.alloc(0), 'image-refused'],
  ['a 31 KB picture of 16000x16000', pixelBomb, 'image-refused'],
  ['a JPEG that was cut in the middle', async () => (await aPicture()).subarray(0, 900), 'image-refused'],
  ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image-refused'],
  [
    'noise that begins like a PNG',
    () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(4000)]),
    'image-refused',
  ],
  [
    'a PDF that runs a script',
    () =>
      Buffer.from(
        A_PDF.toString('latin1').replace('/Type/Catalog', '/Type/Catalog/OpenAction<</S/JavaScript/JS(x)>>'),
      ),
    'image-refused',
  ],
  [
    'the same with its name written in hex',
    () =>
      Buffer.from(
        A_PDF.toString('latin1').replace('/Type/Catalog', '/Type/Catalog/Open#41ction<</S/J#61vaScript>>'),
      ),
    'image-refused',
  ],
  ['a PDF that was cut', () => A_PDF.subarray(0, 80), 'image-refused'],
  [
    'five megabytes',
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5 * 1024 * 1024)]),
    'image-refused',
  ],
];

test.each(FILES)('%s is refused with its reason and leaves nothing behind', async (_, make, code) => {
  const employer = await road.as('employer');
  const bytes = new Uint8Array(await make());
  await expect(
    employer.call('attachDocument', { applicationId, kind: 'photo', bytes }),
  ).rejects.toMatchObject({ code });
  expect((await employer.call('getApplication', { applicationId })).documents).toEqual([]);
});

test.each<[string, () => Buffer, string]>([
  ['with 10,000 pages', () => aPdf({ pages: Array.from({ length: 10_000 }, () => '') }), 'too-many-pages'],
  ['with a page of five kilometres', () => aPdf({ size: [14_000_000, 14_000_000] }), 'page-too-large'],
  ['that hides a script', () => aPackedPdf(HIDDEN_SCRIPT), 'active-content'],
])(
  'a PDF %s is refused by its own code through the API and leaves nothing behind',
  async (_, make, detailCode) => {
    const employer = await road.as('employer');
    const { applicationId: own } = await employer.call('createDraft', { serviceCode: 'R59M' });
    const bytes = new Uint8Array(make());
    const sent = employer.call('attachDocument', { applicationId: own, kind: 'passport', bytes });
    await expect(sent).rejects.toMatchObject({ code: 'image-refused', body: { detailCode } });
    expect((await employer.call('getApplication', { applicationId: own })).documents).toEqual([]);
  },
);

test('of a PDF people see pictures of its pages and never a byte of the file', async () => {
  const employer = await road.as('employer');
  const { applicationId: own } = await employer.call('createDraft', { serviceCode: 'R59M' });
  const bytes = new Uint8Array(aPdf({ pages: ['1 0 0 rg 0 0 298 420 re f', '0 0 1 rg 0 0 298 420 re f'] }));
  const { documentId, pages } = await employer.call('attachDocument', {
    ...{ applicationId: own, kind: 'passport', bytes },
  });
  expect(pages).toBe(2);
  for (const [page, colour] of [
    [1, [254, 0, 0]],
    [2, [0, 0, 254]],
  ] as const) {
    const seen = await employer.call('getDocument', { documentId, page });
    expect(seen).toMatchObject({ mime: 'image/jpeg', page, pages: 2 });
    const picture = sharp(Buffer.from(seen.base64, 'base64'));
    const corner = await picture.extract({ left: 9, top: 9, width: 1, height: 1 }).raw().toBuffer();
    expect([...corner]).toEqual(colour);
  }
  await expect(employer.call('getDocument', { documentId, page: 3 })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('what is glued to the tail of a picture does not survive the intake', async () => {
  const employer = await road.as('employer');
  const glued = Buffer.concat([await aPicture(), Buffer.from('PK\x03\x04<script>alert(1)</script>')]);
  const { documentId } = await employer.call('attachDocument', {
    applicationId,
    kind: 'photo',
    bytes: new Uint8Array(glued),
  });
  const { base64 } = await employer.call('getDocument', { documentId });
  const stored = Buffer.from(base64, 'base64');
  expect(stored.includes(Buffer.from('script'))).toBe(false);
  expect((await sharp(stored).metadata()).format).toBe('jpeg');
});

test('after a bomb the next person’s picture is taken as if nothing had been', async () => {
  const employer = await road.as('employer');
  const bomb = employer.call('attachDocument', {
    applicationId,
    kind: 'photo',
    bytes: new Uint8Array(pixelBomb()),
  });
  const good = employer.call('attachDocument', {
    applicationId,
    kind: 'photo',
    bytes: new Uint8Array(await aPicture(90)),
  });
  await expect(bomb).rejects.toMatchObject({ code: 'image-refused' });
  await expect(good).resolves.toMatchObject({ mime: 'image/jpeg' });
});

const NAMES: [string, string, number][] = [
  ['a NUL', 'AUNG\0KYAW', 400],
  ['half a character', 'AUNG \ud83d', 400],
  ['a bidi override', 'AUNG \u202eWAYK', 200],
  ['four marks on one letter', 'กิ้์่', 200],
  ['a hundred and twenty-one letters', 'A'.repeat(121), 400],
  ['a private-use letter', 'AUNG \ue000', 200],
];

test.each(NAMES)(
  'a name with %s never ends in 5xx, and what can be stored blocks at the precheck',
  async (_, firstLatin, status) => {
    const employer = await road.as('employer');
    const { applicationId: own } = await employer.call('createDraft', { serviceCode: 'R59M' });
    const response = await fetch(`${road.origin}/api/v1/applications/${own}/draft`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${employer.token}` },
      body: JSON.stringify({ revision: 1, draft: { worker: { names: { firstLatin } } } }),
    });
    expect(response.status).toBe(status);
    if (status !== 200) return;
    const { findings } = await employer.call('precheckDraft', { applicationId: own });
    expect(
      findings.some(({ field, severity }) => field?.startsWith('worker.names') && severity !== 'note'),
    ).toBe(true);
  },
);

test.each([
  ['a year of five digits', { born: '99999' }],
  ['a number of words', { applicationNo: 'ten' }],
  ['a list for a text', { applicationNo: ['69123000000001'] }],
])('tracking by %s is refused with 400', async (_, change) => {
  const response = await fetch(`${road.origin}/api/v1/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ applicationNo: '69123000000001', born: '1992', ...change }),
  });
  expect(response.status).toBe(400);
});
