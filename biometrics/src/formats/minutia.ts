import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

export const MINUTIA_TYPE = { other: 0, ending: 1, bifurcation: 2 } as const;
/** Scores 0-100; 254 = the algorithm failed, 255 = none was tried. */
const NOT_SCORES = new Set([254, 255]);

/** One minutia as all three formats store it. */
export interface Minutia {
  /** `MINUTIA_TYPE`. */
  readonly type: number;
  /** Pixels from the left. */
  readonly x: number;
  /** Pixels from the top. */
  readonly y: number;
  /** Counter-clockwise from the right, in the record's unit: 360/256 degrees (ISO) or 2 degrees (ANSI; records with 180 and more are met). */
  readonly angle: number;
  /** 0 = not reported; absent where the record stores five bytes a minutia. */
  readonly quality?: number;
  /** Two bits that the standards leave at 0; kept so that a record writes back unchanged. */
  readonly reserved?: number;
}

/** What a minutia must fit: its picture, and whether a quality byte is stored. */
export interface MinutiaLimits {
  readonly width: number;
  readonly height: number;
  readonly withQuality: boolean;
}

export function readMinutia(reader: ByteReader, limits: MinutiaLimits): Minutia {
  const across = reader.u16('a minutia');
  const down = reader.u16('a minutia');
  const place = { type: across >> 14, x: across & 0x3fff, y: down & 0x3fff };
  if (place.type > MINUTIA_TYPE.bifurcation) reader.fail(`minutia type ${place.type} is unknown`, 4);
  if (place.x >= limits.width || place.y >= limits.height) {
    reader.fail(`the minutia ${place.x},${place.y} lies outside ${limits.width}x${limits.height}`, 4);
  }
  const angle = reader.u8('a minutia angle');
  const reserved = down >> 14 === 0 ? {} : { reserved: down >> 14 };
  const quality = limits.withQuality ? { quality: readQualityScore(reader, 'a minutia quality') } : {};
  return { ...place, angle, ...quality, ...reserved };
}

export function writeMinutia(writer: ByteWriter, minutia: Minutia): void {
  writer.u16((minutia.type << 14) | minutia.x).u16(((minutia.reserved ?? 0) << 14) | minutia.y);
  writer.u8(minutia.angle);
  if (minutia.quality !== undefined) writer.u8(minutia.quality);
}

export function readQualityScore(reader: ByteReader, what: string): number {
  const score = reader.u8(what);
  if (score > 100 && !NOT_SCORES.has(score)) reader.fail(`${what} of ${score} is over 100`, 1);
  return score;
}
