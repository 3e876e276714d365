import sharp from 'sharp';
import { encodeBmp } from '../images/bmp.ts';
import { fingerRecordOf, irisRecordOf } from '../images/image-record-of.ts';
import { encodeJpeg2000 } from '../images/jpeg2000.ts';
import { encodePgm } from '../images/pgm.ts';
import { samplePicture } from '../images/sample-picture.ts';
import { encodeJpeg, encodePng, encodeTiff } from '../images/sharp-image.ts';
import { sampleWsq } from '../images/wsq/sample-wsq.ts';
import type { AnsiMinutiae2004 } from './ansi-minutiae-2004.ts';
import { ByteWriter } from './byte-writer.ts';
import { writeCaptureDetails, type CaptureDetails } from './capture-details.ts';
import { FACE_2005_MAGIC, FACE_2011_MAGIC } from './face-image-record.ts';
import {
  FINGER_COMPRESSION,
  PER_CENTIMETRE,
  readFingerImageRecord,
  writeFingerImageRecord,
  type FingerImage,
  type FingerImageRecord,
} from './finger-image-record.ts';
import {
  IRIS_FORMAT,
  readIrisImageRecord,
  writeIrisImageRecord,
  type IrisImage,
} from './iris-image-record.ts';
import type { IsoMinutiae2005 } from './iso-minutiae-2005.ts';
import type { IsoMinutiae2011 } from './iso-minutiae-2011.ts';
import type { Minutia } from './minutia.ts';
import type { MinutiaeView } from './minutiae-view.ts';
import { writeRecord } from './read-record.ts';
import { sealRecord, sealRepresentation } from './record-frame.ts';

/** A synthetic record or picture of every kind that is read, for tests and proofs; nobody's body is in it. */
export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const PICTURE = samplePicture(64, 48, 500);
const DETAILS: CaptureDetails = {
  time: { year: 2026, month: 2, day: 28, hour: 23, minute: 59, second: 58, millisecond: 999 },
  deviceTechnology: 4,
  deviceVendor: 0x1234,
  deviceType: 0x5678,
  qualities: [
    { score: 71, vendor: 15, algorithm: 2 },
    { score: 255, vendor: 1, algorithm: 3 },
  ],
};

/** All kinds; the same bytes at every call. */
export async function sampleFiles(): Promise<SampleFile[]> {
  const files = [...(await samplePictures()), ...(await sampleFingers()), ...(await sampleIrises())];
  return [...files, ...(await sampleFaces()), ...sampleMinutiae()];
}

async function samplePictures(): Promise<SampleFile[]> {
  const { width, height, pixels } = PICTURE;
  const jp2 = await encodeJpeg2000(PICTURE);
  const colour = sharp(pixels, { raw: { width, height, channels: 1 } }).tint('#3377aa');
  return [
    { name: 'picture.png', bytes: await encodePng(PICTURE) },
    { name: 'colour.png', bytes: new Uint8Array(await colour.toColourspace('srgb').png().toBuffer()) },
    { name: 'picture.jpg', bytes: await encodeJpeg(PICTURE) },
    { name: 'picture.tif', bytes: await encodeTiff(PICTURE) },
    { name: 'picture.bmp', bytes: encodeBmp(PICTURE) },
    { name: 'picture.pgm', bytes: encodePgm(PICTURE) },
    { name: 'picture.jp2', bytes: jp2 },
    {
      name: 'picture.j2k',
      bytes: jp2.slice(jp2.findIndex((_, i) => jp2[i] === 0xff && jp2[i + 1] === 0x4f)),
    },
    { name: 'picture.wsq', bytes: sampleWsq(PICTURE) },
  ];
}

async function sampleFingers(): Promise<SampleFile[]> {
  const lossless = await fingerRecordOf(PICTURE, { details: DETAILS, position: 7, impression: 0 });
  const [first] = readFingerImageRecord(lossless).representations;
  const one = (changed: Partial<FingerImage>, certified = false): Uint8Array => {
    const representations = [{ ...first!, ...changed }];
    return writeFingerImageRecord({ kind: 'finger-image', certified, positionCount: 1, representations });
  };
  const { raw, wsq, png } = FINGER_COMPRESSION;
  const perCentimetre = { scaleUnits: PER_CENTIMETRE, imageRateX: 197, imageRateY: 197 };
  const certifications = [{ authority: 64, scheme: 2 }];
  return [
    { name: 'lossless.fir', bytes: lossless },
    {
      name: 'raw-per-centimetre.fir',
      bytes: one({ compression: raw, data: PICTURE.pixels, ...perCentimetre }),
    },
    {
      name: 'certified-wsq.fir',
      bytes: one({ compression: wsq, data: sampleWsq(PICTURE), certifications }, true),
    },
    {
      name: 'png-extended.fir',
      bytes: one({ compression: png, data: await encodePng(PICTURE), extensions: EXTENSIONS }),
    },
    { name: 'two.fir', bytes: writeFingerImageRecord(twoFingers(first!)) },
  ];
}

const EXTENSIONS = [
  { id: 1, data: Uint8Array.of(1, 2, 3, 4, 5) },
  { id: 3, data: new TextEncoder().encode('a comment') },
];

function twoFingers(first: FingerImage): FingerImageRecord {
  const second = { ...first, position: 2, representationNumber: 2 };
  return { kind: 'finger-image', certified: false, positionCount: 2, representations: [first, second] };
}

async function sampleIrises(): Promise<SampleFile[]> {
  const lossless = await irisRecordOf(PICTURE, { details: DETAILS, position: 1 });
  const [first] = readIrisImageRecord(lossless).representations;
  const one = (changed: Partial<IrisImage>): Uint8Array => {
    const representations = [{ ...first!, ...changed }];
    return writeIrisImageRecord({ kind: 'iris-image', certified: false, eyeCount: 1, representations });
  };
  return [
    { name: 'lossless.iir', bytes: lossless },
    { name: 'raw.iir', bytes: one({ format: IRIS_FORMAT.raw, data: PICTURE.pixels }) },
    { name: 'png.iir', bytes: one({ format: IRIS_FORMAT.png, data: await encodePng(PICTURE) }) },
  ];
}

async function sampleFaces(): Promise<SampleFile[]> {
  const landmark = new ByteWriter().u8(1).u8(0x21).u16(30).u16(20).u16(0).build();
  const person = new ByteWriter().u8(0).u8(2).u8(3);
  const rest = new ByteWriter().u24(0).u16(1).u24(0).u24(0).bytes(landmark).build();
  const place = (dataType: number) =>
    new ByteWriter().u8(1).u8(dataType).u16(PICTURE.width).u16(PICTURE.height);
  const jpeg = await encodeJpeg(PICTURE);
  const early = new ByteWriter().u16(1).bytes(person.build()).bytes(rest).bytes(place(0).build());
  early.u8(1).u8(2).u16(0).u16(0).bytes(jpeg);
  const late = new ByteWriter();
  writeCaptureDetails(late, DETAILS);
  late.u16(1).bytes(person.build()).u8(170).bytes(rest).bytes(place(3).build());
  const png = await encodePng(PICTURE);
  late.u8(0).u16(1).u8(0).u8(1).u32(png.length).bytes(png);
  const head = new ByteWriter().u16(1);
  const earlyBody = new ByteWriter().bytes(head.build()).bytes(sealRepresentation(early.build()));
  const lateBody = new ByteWriter().bytes(head.build()).u8(0).u16(0).bytes(sealRepresentation(late.build()));
  return [
    { name: '2005.fac', bytes: sealRecord(FACE_2005_MAGIC, earlyBody.build()) },
    { name: '2011.fac', bytes: sealRecord(FACE_2011_MAGIC, lateBody.build()) },
  ];
}

function sampleMinutiae(): SampleFile[] {
  const sheet = {
    compliance: 8,
    sensorId: 0x123,
    width: 300,
    height: 400,
    resolutionX: 197,
    resolutionY: 197,
  };
  const views = [aView(7, 31), aView(2, 0)];
  const iso = { kind: 'iso-minutiae-2005', magic: 'FMR\x00 20\x00', ...sheet, reserved: 0, views } as const;
  const { kind: _kind, ...shared } = iso satisfies IsoMinutiae2005;
  const owner = { lengthCountsItself: true, vendor: 0x42, subformat: 0x11 };
  const ansi: AnsiMinutiae2004 = { kind: 'ansi-minutiae-2004', ...owner, ...shared };
  return [
    { name: '2005.fmr', bytes: writeRecord(iso) },
    { name: 'ansi-2004.fmr', bytes: writeRecord(ansi) },
    { name: '2011.fmr', bytes: writeRecord(aLateRecord(views)) },
  ];
}

function aLateRecord(views: readonly MinutiaeView[]): IsoMinutiae2011 {
  const size = { resolutionX: 197, resolutionY: 197, width: 300, height: 400, endingType: 1 };
  const representations = views.map((view, i) => ({
    ...DETAILS,
    ...view,
    ...size,
    minutiae: i === 0 ? view.minutiae : view.minutiae.map(({ quality: _quality, ...rest }) => rest),
    minutiaLength: i === 0 ? 6 : 5,
    certifications: [{ authority: 1, scheme: 1 }],
  }));
  return { kind: 'iso-minutiae-2011', certified: true, representations };
}

function aView(position: number, count: number): MinutiaeView {
  const minutiae = Array.from({ length: count }, (_, i): Minutia => {
    return {
      type: i % 3,
      x: (i * 37) % 300,
      y: (i * 53) % 400,
      angle: (i * 11) % 180,
      quality: (i * 7) % 101,
    };
  });
  return {
    position,
    view: 1,
    impression: 0,
    quality: 80,
    minutiae,
    extended: { blocks: BLOCKS, lengthsCountHeader: true },
  };
}

/** Ridge counts of two edges, one core with and one delta without angles (the ISO way), zonal quality, a vendor's. */
const BLOCKS = [
  { type: 1, data: Uint8Array.of(1, 0, 1, 5, 1, 2, 7) },
  { type: 2, data: Uint8Array.of(1, 0x40, 100, 0, 120, 33, 1, 0, 40, 0, 200) },
  { type: 3, data: Uint8Array.of(32, 32, 1, 2, 3) },
  { type: 0x221, data: Uint8Array.of(9, 8, 7) },
];
