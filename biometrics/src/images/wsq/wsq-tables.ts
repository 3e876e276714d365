import type { ByteReader } from '../../formats/byte-reader.ts';
import { checkImageSize } from '../image-limits.ts';
import { synthesisFilters, type SynthesisFilters } from './wsq-synthesis.ts';

const LARGEST_EXPONENT = 20;
const MOST_TAPS = 31;
export const BAND_COUNT = 64;
/** WSQ is defined for 500 ppi: 6 million pixels are twice a slap of four fingers. */
const MAX_WSQ_PIXELS = 6_000_000;

/** The frame header (SOF): size, and how samples were brought to mean 0 and range 128 before the transform. */
export interface WsqFrame {
  readonly width: number;
  readonly height: number;
  readonly shift: number;
  readonly scale: number;
}

/** The quantiser (DQT): a band whose bin width is 0 was not transmitted. */
export interface WsqQuantiser {
  /** Where in a bin its value is put back, as a part of the bin width. */
  readonly centre: number;
  readonly bins: readonly { readonly width: number; readonly zeroWidth: number }[];
}

export function readFrame(reader: ByteReader): WsqFrame {
  reader.u16('the black and white values');
  const at = reader.offset;
  const height = reader.u16('the image height');
  const width = reader.u16('the image width');
  checkImageSize(width, height, at);
  if (width * height > MAX_WSQ_PIXELS) reader.fail(`a WSQ image of ${width}x${height} is not read`, 4);
  const shift = readScaled(reader, 2);
  const scale = readScaled(reader, 2);
  reader.u8('the encoder');
  reader.u16('the software');
  reader.expectEnd('the frame header');
  return { width, height, shift, scale };
}

export function readQuantiser(reader: ByteReader): WsqQuantiser {
  const centre = readScaled(reader, 2);
  const bins = reader.list(BAND_COUNT, (r) => ({ width: readScaled(r, 2), zeroWidth: readScaled(r, 2) }));
  reader.expectEnd('the quantisation table');
  return { centre, bins };
}

/** The analysis filters as transmitted (right halves), turned into the synthesis pair. */
export function readTransform(reader: ByteReader): SynthesisFilters {
  const lowTaps = readTapCount(reader);
  const highTaps = readTapCount(reader);
  const low = reader.list((lowTaps + 1) / 2, readTap);
  const high = reader.list((highTaps + 1) / 2, readTap);
  reader.expectEnd('the transform table');
  return synthesisFilters(low, high);
}

function readTapCount(reader: ByteReader): number {
  const taps = reader.u8('a filter length');
  if (taps % 2 === 0 || taps > MOST_TAPS) reader.fail(`a filter of ${taps} taps is not read`, 1);
  return taps;
}

function readTap(reader: ByteReader): number {
  const negative = reader.u8('a filter sign') !== 0;
  const value = readScaled(reader, 4);
  return negative ? -value : value;
}

/** A decimal exponent, then a whole number: value = number / 10^exponent. */
function readScaled(reader: ByteReader, width: 2 | 4): number {
  const exponent = reader.u8('an exponent');
  if (exponent > LARGEST_EXPONENT) reader.fail(`an exponent of ${exponent} is not possible`, 1);
  return (width === 2 ? reader.u16('a number') : reader.u32('a number')) / 10 ** exponent;
}
