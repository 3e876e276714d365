import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

/** When a sample was taken, as the record says it (UTC); fields are kept as found, not made a Date. */
export interface CaptureTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** A quality score of 0-100 (254 = failed, 255 = not tried) by a registered vendor's algorithm. */
export interface QualityBlock {
  readonly score: number;
  readonly vendor: number;
  readonly algorithm: number;
}

export interface CertificationBlock {
  readonly authority: number;
  readonly scheme: number;
}

/** The fields that begin every representation of the 2011 generation of ISO/IEC 19794. */
export interface CaptureDetails {
  readonly time: CaptureTime;
  readonly deviceTechnology: number;
  readonly deviceVendor: number;
  readonly deviceType: number;
  readonly qualities: readonly QualityBlock[];
  /** Present exactly when the record's general header announces certifications. */
  readonly certifications?: readonly CertificationBlock[];
}

export function readCaptureDetails(reader: ByteReader, certified: boolean): CaptureDetails {
  const details = {
    time: readTime(reader),
    deviceTechnology: reader.u8('the device technology'),
    deviceVendor: reader.u16('the device vendor'),
    deviceType: reader.u16('the device type'),
    qualities: reader.list(reader.u8('the number of quality blocks'), readQuality),
  };
  if (!certified) return details;
  const count = reader.u8('the number of certifications');
  return { ...details, certifications: reader.list(count, readCertification) };
}

export function writeCaptureDetails(writer: ByteWriter, details: CaptureDetails): void {
  const { time } = details;
  writer.u16(time.year).u8(time.month).u8(time.day).u8(time.hour).u8(time.minute).u8(time.second);
  writer.u16(time.millisecond).u8(details.deviceTechnology).u16(details.deviceVendor).u16(details.deviceType);
  writer.u8(details.qualities.length);
  for (const { score, vendor, algorithm } of details.qualities) writer.u8(score).u16(vendor).u16(algorithm);
  if (details.certifications === undefined) return;
  writer.u8(details.certifications.length);
  for (const { authority, scheme } of details.certifications) writer.u16(authority).u8(scheme);
}

function readTime(reader: ByteReader): CaptureTime {
  return {
    year: reader.u16('the capture year'),
    month: reader.u8('the capture month'),
    day: reader.u8('the capture day'),
    hour: reader.u8('the capture hour'),
    minute: reader.u8('the capture minute'),
    second: reader.u8('the capture second'),
    millisecond: reader.u16('the capture millisecond'),
  };
}

function readQuality(reader: ByteReader): QualityBlock {
  return {
    score: reader.u8('a quality score'),
    vendor: reader.u16('a quality vendor'),
    algorithm: reader.u16('a quality algorithm'),
  };
}

function readCertification(reader: ByteReader): CertificationBlock {
  return {
    authority: reader.u16('a certification authority'),
    scheme: reader.u8('a certification scheme'),
  };
}
