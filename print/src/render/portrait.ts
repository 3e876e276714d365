import type { CardFaces } from '@permit/domain/cards/card-faces.ts';
import sharp from 'sharp';

/** More pixels than any camera of a station gives; a bomb of 16,000 x 16,000 ends here. */
const MOST_PIXELS = 40_000_000;

export class PortraitUnreadable extends Error {}

export interface CutPortrait {
  /** Raw RGB for the picture of the card. */
  readonly rgb: Buffer;
  readonly width: number;
  readonly height: number;
  jpeg(): Promise<Buffer>;
}

/** The portrait cut to the wished pixels from its middle, a little above the centre where a face is. */
export async function cutPortrait(
  portrait: CardFaces['portrait'],
  width: number,
  height: number,
): Promise<CutPortrait> {
  const bytes = Buffer.from(portrait.base64, 'base64');
  const isAllowed = isJpeg(bytes) || isPng(bytes);
  if (!isAllowed) throw new PortraitUnreadable('portrait is neither JPEG nor PNG');
  try {
    const rgb = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize(width, height, { fit: 'cover', position: 'centre' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer();
    const raw = { raw: { width, height, channels: 3 } } as const;
    return { rgb, width, height, jpeg: () => sharp(rgb, raw).jpeg({ quality: 92 }).toBuffer() };
  } catch (cause) {
    throw new PortraitUnreadable('portrait cannot be decoded', { cause });
  }
}

const isJpeg = (bytes: Buffer) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
const isPng = (bytes: Buffer) => bytes.subarray(0, 8).equals(PNG_HEAD);
const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
