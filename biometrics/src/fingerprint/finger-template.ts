import type { Minutia, MinutiaType } from './minutia.ts';

/**
 * What a template holds. Lengths are pixels at 500 ppi; `field` has one entry per square of `FIELD_CELL` pixels,
 * `pattern` one bit per square of `PATTERN_STEP` pixels (1 = ridge).
 */
export interface FingerTemplate {
  readonly width: number;
  readonly height: number;
  /** Resolution of the image it was made from. */
  readonly sourcePpi: number;
  /** 0-100. */
  readonly quality: number;
  readonly minutiae: readonly Minutia[];
  /** Ridge direction, 0-179 in steps of a degree counter-clockwise on the screen; 255 outside the print. */
  readonly orientation: Uint8Array;
  /** Ridge period in eighths of a pixel; 0 outside the print. */
  readonly period: Uint8Array;
  /** 0/1, one byte a sample. */
  readonly pattern: Uint8Array;
}

export const FIELD_CELL = 16;
export const PATTERN_STEP = 2;
export const OUTSIDE = 255;
/** Grows with every change of what the bytes mean or of how they are extracted. */
export const FINGER_TEMPLATE_VERSION = 1;
const MAGIC = [0x50, 0x46, 0x54] as const;
const HEADER = 12;
const MINUTIA = 8;

/** Sides of a map with one entry per `step` pixels. */
export function mapSize(
  template: { width: number; height: number },
  step: number,
): { cols: number; rows: number } {
  return { cols: Math.ceil(template.width / step), rows: Math.ceil(template.height / step) };
}

/** Bytes, big-endian: "PFT", version, width, height, source ppi (u16), quality, count; minutiae; field; pattern. */
export function encodeFingerTemplate(template: FingerTemplate): Uint8Array {
  const { minutiae, orientation, period, pattern } = template;
  const patternAt = HEADER + minutiae.length * MINUTIA + 2 * orientation.length;
  const bytes = new Uint8Array(patternAt + Math.ceil(pattern.length / 8));
  const view = new DataView(bytes.buffer);
  bytes.set([...MAGIC, FINGER_TEMPLATE_VERSION]);
  view.setUint16(4, template.width);
  view.setUint16(6, template.height);
  view.setUint16(8, template.sourcePpi);
  bytes[10] = template.quality;
  bytes[11] = minutiae.length;
  minutiae.forEach((minutia, i) => writeMinutia(view, HEADER + i * MINUTIA, minutia));
  bytes.set(orientation, HEADER + minutiae.length * MINUTIA);
  bytes.set(period, HEADER + minutiae.length * MINUTIA + orientation.length);
  for (let i = 0; i < pattern.length; i++) if (pattern[i]) bytes[patternAt + (i >> 3)]! |= 0x80 >> (i & 7);
  return bytes;
}

/** Reads a template; throws RangeError where the bytes are none, of another version, or of the wrong length. */
export function decodeFingerTemplate(bytes: Uint8Array): FingerTemplate {
  if (bytes.length < HEADER || MAGIC.some((byte, i) => bytes[i] !== byte))
    throw new RangeError('not a finger template');
  if (bytes[3] !== FINGER_TEMPLATE_VERSION)
    throw new RangeError(`finger template version ${bytes[3]} must be extracted again`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = { width: view.getUint16(4), height: view.getUint16(6) };
  const count = bytes[11]!;
  const field = mapSize(size, FIELD_CELL);
  const dots = mapSize(size, PATTERN_STEP);
  const fieldAt = HEADER + count * MINUTIA;
  const patternAt = fieldAt + 2 * field.cols * field.rows;
  const samples = dots.cols * dots.rows;
  if (bytes.length !== patternAt + Math.ceil(samples / 8))
    throw new RangeError('finger template has the wrong length');
  const pattern = new Uint8Array(samples);
  for (let i = 0; i < samples; i++) pattern[i] = (bytes[patternAt + (i >> 3)]! >> (7 - (i & 7))) & 1;
  return {
    ...size,
    sourcePpi: view.getUint16(8),
    quality: bytes[10]!,
    minutiae: Array.from({ length: count }, (_, i) => readMinutia(view, HEADER + i * MINUTIA)),
    orientation: bytes.slice(fieldAt, fieldAt + field.cols * field.rows),
    period: bytes.slice(fieldAt + field.cols * field.rows, patternAt),
    pattern,
  };
}

function writeMinutia(view: DataView, at: number, minutia: Minutia): void {
  view.setUint16(at, Math.round(minutia.x * 8));
  view.setUint16(at + 2, Math.round(minutia.y * 8));
  view.setUint16(at + 4, Math.round((minutia.direction * 65536) / (2 * Math.PI)) & 0xffff);
  view.setUint8(at + 6, minutia.type);
  view.setUint8(at + 7, minutia.quality);
}

function readMinutia(view: DataView, at: number): Minutia {
  return {
    x: view.getUint16(at) / 8,
    y: view.getUint16(at + 2) / 8,
    direction: (view.getUint16(at + 4) * 2 * Math.PI) / 65536,
    type: (view.getUint8(at + 6) === 2 ? 2 : 1) satisfies MinutiaType,
    quality: view.getUint8(at + 7),
  };
}
