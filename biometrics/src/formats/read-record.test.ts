import { expect, test } from '@jest/globals';
import { readImage } from '../images/read-image.ts';
import { samplePicture } from '../images/sample-picture.ts';
import { describeRecord } from './describe-record.ts';
import { faultOf } from './fault-of.fixture.ts';
import { MalformedRecordError } from './malformed-record-error.ts';
import { isRecord, readRecord, writeRecord } from './read-record.ts';
import { sampleFiles } from './sample-records.ts';
import { sharedBytes, sharedFiles, testWithSharedData } from './shared-samples.fixture.ts';

const files = await sampleFiles();
const records = files.filter(({ bytes }) => isRecord(bytes));
const writable = records.filter(({ name }) => !name.endsWith('.fac'));
const fileNamed = (name: string) => files.find((file) => file.name === name)!.bytes.slice();

test.each(writable)('$name is written back byte for byte', ({ bytes }) => {
  expect(Buffer.from(rewritten(bytes)).equals(bytes)).toBe(true);
});

test.each(files.filter(({ name }) => !name.endsWith('.fmr')))(
  'the picture in $name is read',
  async ({ bytes }) => {
    const { width, height } = await readImage(bytes);
    expect([width, height]).toEqual([64, 48]);
  },
);

test('lossless pictures inside records come out pixel for pixel', async () => {
  for (const name of ['lossless.fir', 'png-extended.fir', 'raw.iir', 'png.iir', '2011.fac']) {
    expect((await readImage(fileNamed(name))).pixels).toEqual(samplePicture(64, 48).pixels);
  }
});

test('a resolution in pixels a centimetre is brought to pixels an inch', async () => {
  expect((await readImage(fileNamed('raw-per-centimetre.fir'))).ppi).toBe(500.4);
});

test('a minutiae record holds no picture', async () => {
  await expect(readImage(fileNamed('2005.fmr'))).rejects.toThrow('holds no picture');
});

test.each(records)(
  '$name: a total length that is not that of the file is refused at its byte',
  ({ bytes }) => {
    for (const longer of [bytes.slice(0, -1), Uint8Array.of(...bytes, 0, 0, 0)]) {
      const fault = faultOf(() => readRecord(longer)) as MalformedRecordError;
      expect(fault).toBeInstanceOf(MalformedRecordError);
      expect(fault.offset).toBe(8);
      expect(fault.reason).toContain('bytes long, the file has');
    }
  },
);

test.each(records)('$name: no prefix is taken for a record or reads beyond its end', ({ bytes }) => {
  for (let length = 0; length < Math.min(bytes.length, 300); length++) {
    const fault = faultOf(() => readRecord(bytes.slice(0, length)));
    expect(fault).toBeInstanceOf(MalformedRecordError);
    expect((fault as MalformedRecordError).offset).toBeLessThanOrEqual(length);
  }
});

test.each(records)('$name is described as JSON without its image data', ({ bytes }) => {
  const text = JSON.stringify(describeRecord(readRecord(bytes)));
  expect(text.length).toBeGreaterThan(50);
  expect(text.length).toBeLessThan(12_000);
});

test('ANSI and ISO records of one magic number are told apart', () => {
  expect(readRecord(fileNamed('2005.fmr')).kind).toBe('iso-minutiae-2005');
  expect(readRecord(fileNamed('ansi-2004.fmr')).kind).toBe('ansi-minutiae-2004');
});

test('cores and deltas are read with their angles, and bytes of vendors are kept', () => {
  const [first] = (describeRecord(readRecord(fileNamed('2005.fmr'))) as { fingerprints: object[] })
    .fingerprints;
  expect(first).toMatchObject({
    position: 'LEFT_INDEX',
    counts: {
      type: 'QUADRANTS',
      edges: [
        { from: 0, to: 1, count: 5 },
        { from: 1, to: 2, count: 7 },
      ],
    },
    coredelta: {
      cores: [{ positionX: 100, positionY: 120, angle: 33 }],
      deltas: [{ positionX: 40, positionY: 200, angles: [] }],
    },
    zones: { cellWidth: 32, cellHeight: 32 },
    extensions: [{ type: 0x221, data: 'CQgH' }],
  });
});

testWithSharedData.each(['ansi378v2004', 'iso19794p2v2005', 'iso19794p2v2011'])(
  'the vector %s reads as its JSON says, and is written back byte for byte',
  (name) => {
    const bytes = sharedBytes(`minutiae-vectors/${name}-sample.dat`);
    const json = sharedBytes(`minutiae-vectors/${name}-sample.json`);
    const expected: unknown = JSON.parse(new TextDecoder().decode(json));
    expect(describeRecord(readRecord(bytes))).toEqual(expected);
    expect(Buffer.from(rewritten(bytes)).equals(bytes)).toBe(true);
  },
);

const realRecords = ['registration', 'authentication'].flatMap((kind) => sharedFiles(`iso-samples/${kind}`));
testWithSharedData('all 20 real image records are read, and written back byte for byte', async () => {
  expect(realRecords.length).toBe(20);
  for (const path of realRecords) {
    const bytes = sharedBytes(path);
    const { width, height } = await readImage(bytes);
    expect(width * height).toBeGreaterThan(60_000);
    const record = readRecord(bytes);
    if (record.kind !== 'face-image') expect(Buffer.from(writeRecord(record)).equals(bytes)).toBe(true);
  }
});

function rewritten(bytes: Uint8Array): Uint8Array {
  const record = readRecord(bytes);
  if (record.kind === 'face-image') throw new Error('face records are only read');
  return writeRecord(record);
}
