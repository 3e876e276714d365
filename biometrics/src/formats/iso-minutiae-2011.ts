import type { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readCaptureDetails, writeCaptureDetails, type CaptureDetails } from './capture-details.ts';
import { readExtendedData, writeExtendedData, type ExtendedData } from './extended-data.ts';
import { readMinutia, writeMinutia, type Minutia } from './minutia.ts';
import { readResolution } from './minutiae-view.ts';
import {
  openRecord,
  openRepresentation,
  readCount,
  readFlag,
  sealRecord,
  sealRepresentation,
} from './record-frame.ts';

export const ISO_MINUTIAE_2011_MAGIC = 'FMR\x00030\x00';
const WITH_QUALITY = 6;
const WITHOUT_QUALITY = 5;

export interface MinutiaeRepresentation extends CaptureDetails {
  readonly position: number;
  readonly view: number;
  /** Pixels a centimetre. */
  readonly resolutionX: number;
  readonly resolutionY: number;
  readonly impression: number;
  readonly width: number;
  readonly height: number;
  /** 6 bytes a minutia, or 5 without its quality. */
  readonly minutiaLength: number;
  /** 0 = ridge endings are valley bifurcations, 1 = ridge skeleton end points. */
  readonly endingType: number;
  readonly minutiae: readonly Minutia[];
  readonly extended: ExtendedData;
}

export interface IsoMinutiae2011 {
  readonly kind: 'iso-minutiae-2011';
  readonly certified: boolean;
  readonly representations: readonly MinutiaeRepresentation[];
}

/** Reads a finger minutiae record of ISO/IEC 19794-2:2011; MalformedRecordError where it contradicts itself. */
export function readIsoMinutiae2011(bytes: Uint8Array): IsoMinutiae2011 {
  const reader = openRecord(bytes);
  const count = readCount(reader, 'the number of representations');
  const certified = readFlag(reader, 'the certification flag');
  const representations = reader.list(count, (r) => readRepresentation(openRepresentation(r), certified));
  reader.expectEnd('the last representation');
  return { kind: 'iso-minutiae-2011', certified, representations };
}

/** The bytes of the record; those that were read come back unchanged. */
export function writeIsoMinutiae2011(record: IsoMinutiae2011): Uint8Array {
  const body = new ByteWriter().u16(record.representations.length).u8(record.certified ? 1 : 0);
  for (const one of record.representations) body.bytes(sealRepresentation(writeRepresentation(one)));
  return sealRecord(ISO_MINUTIAE_2011_MAGIC, body.build());
}

function readRepresentation(reader: ByteReader, certified: boolean): MinutiaeRepresentation {
  const details = readCaptureDetails(reader, certified);
  const picture = {
    position: reader.u8('the finger position'),
    view: reader.u8('the view'),
    ...readResolution(reader),
    impression: reader.u8('the impression type'),
    width: reader.u16('the image width'),
    height: reader.u16('the image height'),
  };
  const packed = reader.u8('the minutia length');
  const minutiaLength = packed >> 4;
  if (minutiaLength !== WITH_QUALITY && minutiaLength !== WITHOUT_QUALITY) {
    reader.fail(`minutiae of ${minutiaLength} bytes are unknown`, 1);
  }
  const limits = { ...picture, withQuality: minutiaLength === WITH_QUALITY };
  const minutiae = reader.list(reader.u8('the number of minutiae'), (r) => readMinutia(r, limits));
  const extended = readExtendedData(reader);
  reader.expectEnd('the extended data');
  return { ...details, ...picture, minutiaLength, endingType: packed & 15, minutiae, extended };
}

function writeRepresentation(one: MinutiaeRepresentation): Uint8Array {
  const writer = new ByteWriter();
  writeCaptureDetails(writer, one);
  writer.u8(one.position).u8(one.view).u16(one.resolutionX).u16(one.resolutionY).u8(one.impression);
  writer
    .u16(one.width)
    .u16(one.height)
    .u8((one.minutiaLength << 4) | one.endingType);
  writer.u8(one.minutiae.length);
  for (const minutia of one.minutiae) writeMinutia(writer, minutia);
  writeExtendedData(writer, one.extended);
  return writer.build();
}
