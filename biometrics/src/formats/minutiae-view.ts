import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { readExtendedData, writeExtendedData, type ExtendedData } from './extended-data.ts';
import { readMinutia, readQualityScore, writeMinutia, type Minutia } from './minutia.ts';

/** The header fields and views that ISO/IEC 19794-2:2005 and ANSI/INCITS 378-2004 have in common. */
export interface MinutiaeSheet {
  /** Four bits; the top one says that the sensor is certified. */
  readonly compliance: number;
  /** Twelve bits. */
  readonly sensorId: number;
  readonly width: number;
  readonly height: number;
  /** Pixels a centimetre: 197 is 500 ppi. */
  readonly resolutionX: number;
  readonly resolutionY: number;
  readonly reserved: number;
  readonly views: readonly MinutiaeView[];
}

export interface MinutiaeView {
  readonly position: number;
  readonly view: number;
  readonly impression: number;
  readonly quality: number;
  readonly minutiae: readonly Minutia[];
  readonly extended: ExtendedData;
}

/** Reads from the sensor field to the end of the record. */
export function readMinutiaeSheet(reader: ByteReader): MinutiaeSheet {
  const sensor = reader.u16('the sensor');
  const size = readPicture(reader);
  const count = reader.u8('the number of views');
  const reserved = reader.u8('the reserved byte');
  const limits = { ...size, withQuality: true };
  const views = reader.list(count, (r) => readView(r, limits));
  reader.expectEnd('the last view');
  return { compliance: sensor >> 12, sensorId: sensor & 0xfff, ...size, reserved, views };
}

export function writeMinutiaeSheet(writer: ByteWriter, sheet: MinutiaeSheet): void {
  writer
    .u16((sheet.compliance << 12) | sheet.sensorId)
    .u16(sheet.width)
    .u16(sheet.height);
  writer.u16(sheet.resolutionX).u16(sheet.resolutionY).u8(sheet.views.length).u8(sheet.reserved);
  for (const view of sheet.views) {
    writer
      .u8(view.position)
      .u8((view.view << 4) | view.impression)
      .u8(view.quality);
    writer.u8(view.minutiae.length);
    for (const minutia of view.minutiae) writeMinutia(writer, minutia);
    writeExtendedData(writer, view.extended);
  }
}

function readPicture(reader: ByteReader) {
  const size = { width: reader.u16('the image width'), height: reader.u16('the image height') };
  if (size.width === 0 || size.height === 0) reader.fail('the image has no pixels', 4);
  return { ...size, ...readResolution(reader) };
}

/** Horizontal and vertical pixels a centimetre, neither of them 0. */
export function readResolution(reader: ByteReader): { resolutionX: number; resolutionY: number } {
  const resolutionX = reader.u16('the horizontal resolution');
  const resolutionY = reader.u16('the vertical resolution');
  if (resolutionX === 0 || resolutionY === 0) reader.fail('the resolution is 0', 4);
  return { resolutionX, resolutionY };
}

function readView(reader: ByteReader, limits: Parameters<typeof readMinutia>[1]): MinutiaeView {
  const position = reader.u8('the finger position');
  const packed = reader.u8('the view and impression');
  const quality = readQualityScore(reader, 'the finger quality');
  const count = reader.u8('the number of minutiae');
  const minutiae = reader.list(count, (r) => readMinutia(r, limits));
  const extended = readExtendedData(reader);
  return { position, view: packed >> 4, impression: packed & 15, quality, minutiae, extended };
}
