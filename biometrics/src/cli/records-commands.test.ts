import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { fingerRecordOf } from '../images/image-record-of.ts';
import { readImage } from '../images/read-image.ts';
import { samplePicture } from '../images/sample-picture.ts';
import { encodePng } from '../images/sharp-image.ts';
import { run as convert } from './convert.ts';
import { run as inspect } from './inspect.ts';

let folder = '';
let printed: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bio-cli-'));
  printed = [];
  const keep = (line: unknown) => void printed.push(String(line));
  jest.spyOn(console, 'log').mockImplementation(keep);
  jest.spyOn(console, 'error').mockImplementation(keep);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function fileOf(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

test('inspect prints what a record contains and exits 0', async () => {
  const path = await fileOf('a.fir', await fingerRecordOf(samplePicture(40, 30, 500), { position: 2 }));
  expect(await inspect([path])).toBe(0);
  const line = JSON.parse(printed[0]!) as { record: { representations: object[] } };
  expect(line).toMatchObject({ file: path, ok: true, kind: 'finger-image' });
  expect(line.record.representations[0]).toMatchObject({ position: 'right-index', width: 40, height: 30 });
});

test('inspect prints offset and reason of what is malformed or missing, goes on, and exits 1', async () => {
  const record = await fingerRecordOf(samplePicture(40, 30));
  const broken = await fileOf('b.fir', record.subarray(0, 100));
  const picture = await fileOf('c.png', await encodePng(samplePicture(40, 30, 500)));
  expect(await inspect([broken, join(folder, 'none'), picture])).toBe(1);
  const [first, second, third] = printed.map((line) => JSON.parse(line) as object);
  expect(first).toEqual({
    file: broken,
    ok: false,
    offset: 8,
    reason: expect.stringContaining('the file has 100'),
  });
  expect(second).toMatchObject({ ok: false, reason: expect.stringContaining('ENOENT') });
  expect(third).toMatchObject({ ok: true, kind: 'png', width: 40, height: 30, ppi: 500 });
});

test.each(['png', 'jpg', 'tif', 'bmp', 'pgm', 'jp2', 'fir', 'iir'])(
  'convert writes .%s that reads again',
  async (kind) => {
    const picture = samplePicture(41, 29, 500);
    const from = await fileOf('in.png', await encodePng(picture));
    const to = join(folder, `out.${kind}`);
    expect(await convert([from, to])).toBe(0);
    const { width, height } = await readImage(new Uint8Array(await readFile(to)));
    expect([width, height]).toEqual([41, 29]);
  },
);

test('convert keeps what a record says about its capture', async () => {
  const from = await fileOf(
    'in.fir',
    await fingerRecordOf(samplePicture(20, 20, 500), { position: 9, impression: 1 }),
  );
  const to = join(folder, 'out.fir');
  expect(await convert([from, to])).toBe(0);
  expect(Buffer.compare(await readFile(to), await readFile(from))).toBe(0);
});

test('wrong use exits 2, malformed input 1', async () => {
  expect(await inspect([])).toBe(2);
  expect(await convert(['a'])).toBe(2);
  expect(await convert(['a', 'b.xyz'])).toBe(2);
  expect(await convert([await fileOf('x.png', new Uint8Array(9)), join(folder, 'o.png')])).toBe(1);
});
