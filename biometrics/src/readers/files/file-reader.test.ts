import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { writeRecord } from '../../formats/read-record.ts';
import { samplePicture } from '../../images/sample-picture.ts';
import { encodeJpeg, encodePng } from '../../images/sharp-image.ts';
import { fingerRecord, irisRecord } from '../sbi/sample-record.ts';
import { expectProblem, orderFor, readerContract } from '../reader-contract.ts';
import { systemReaderTime } from '../system-reader-time.ts';
import { createFileAdapter } from './file-reader.ts';
import { positionInName } from './sample-folder.ts';

const MOMENT = new Date('2026-01-02T03:04:05Z');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'));
  const picture = samplePicture(120, 100, 500);
  const save = (name: string, bytes: Uint8Array): Promise<void> => writeFile(join(folder, name), bytes);
  await save('Right_Index.iso', writeRecord(await fingerRecord(picture, 'right-index', MOMENT)));
  await save('right-thumb_1.png', await encodePng(picture));
  await save('right-thumb_2.png', await encodePng(samplePicture(64, 64, 500)));
  await save('LEFT THUMB.jpg', await encodeJpeg(picture));
  await save('Left_Iris.iso', writeRecord(await irisRecord(picture, 'left-iris', MOMENT)));
  await save('right-iris.png', await encodePng(picture));
  await save('Face.png', await encodePng(picture));
  await save('right-ring.iso', writeRecord(await fingerRecord(picture, 'left-ring', MOMENT)));
  await save('right-little.png', new Uint8Array([1, 2, 3]));
  await save('notes.txt', new Uint8Array([1]));
});
afterAll(() => rm(folder, { recursive: true }));

const adapterOf = (path: string) =>
  createFileAdapter({ mode: 'demo', time: systemReaderTime, folder: path, captureMs: 120 });

readerContract('the file reader', async () => ({
  adapter: adapterOf(folder),
  targets: ['right-index', 'two-thumbs', 'both-irises', 'face'],
  slowTarget: 'right-index',
  stop: async () => undefined,
}));

describe('a folder of samples', () => {
  test.each([
    ['Right_Index.iso', 'right-index'],
    ['left-iris.png', 'left-iris'],
    ['LEFT LITTLE.WSQ', 'left-little'],
    ['Right_Index_wsq.iso', 'right-index'],
    ['Face.iso', 'face'],
    ['facet.png', undefined],
    ['index.png', undefined],
  ])('%s is taken for %s', (name, position) => {
    expect(positionInName(name)).toBe(position);
  });

  test('gives the takes of a finger one after the other', async () => {
    const reader = await adapterOf(folder).open('file:finger');
    const widths: number[] = [];
    for (let i = 0; i < 3; i++) widths.push((await reader.capture(orderFor('right-thumb')))[0]!.image.width);
    expect(widths).toEqual([120, 64, 120]);
  });

  test('refuses a record whose own label says another finger, and a file that is no picture', async () => {
    const reader = await adapterOf(folder).open('file:finger');
    await expectProblem(reader.capture(orderFor('right-ring')), 'malformed');
    await expectProblem(reader.capture(orderFor('right-little')), 'malformed');
  });

  test('says which finger has no file', async () => {
    const reader = await adapterOf(folder).open('file:finger');
    await expectProblem(reader.capture(orderFor('right-four')), 'not-found');
  });

  test('that is not there has no devices', async () => {
    expect(await adapterOf(join(folder, 'nowhere')).discover()).toEqual([]);
  });

  test('is refused in production', () => {
    expect(() => createFileAdapter({ mode: 'production', time: systemReaderTime, folder })).toThrow(
      'simulator-refused',
    );
  });
});

const real = join(import.meta.dirname, '../../../../../shared/data/iso-samples/registration');
(existsSync(real) ? test : test.skip)(
  'plays the ten fingers, two eyes and face of real records',
  async () => {
    const adapter = adapterOf(real);
    const ids = (await adapter.discover()).map((reader) => reader.id);
    expect(ids).toEqual(['file:finger', 'file:iris', 'file:face']);
    const fingers = await adapter.open('file:finger');
    for (const target of ['right-four', 'left-four', 'two-thumbs'] as const)
      await fingers.capture(orderFor(target));
    const [face] = await (await adapter.open('file:face')).capture(orderFor('face'));
    const { channels, format } = await sharp(face!.portrait!).metadata();
    expect({ channels, format }).toEqual({ channels: 3, format: 'png' });
  },
);
