import sharp from 'sharp';
import { imageKindOf } from '../images/encoded-image.ts';
import type { GrayImage } from '../images/gray-image.ts';
import { withOpenJpeg } from '../images/openjpeg.ts';
import { encodePng } from '../images/sharp-image.ts';

const RGB = 3;

/**
 * A portrait as card printers take it. PNG and JPEG stay as they are, JPEG 2000 becomes a colour PNG,
 * anything else a grey one. `picture` has been decoded to `image` before, so its size is within the caps.
 */
export async function colourPortrait(picture: Uint8Array, image: GrayImage): Promise<Uint8Array> {
  const kind = imageKindOf(picture);
  if (kind === 'png' || kind === 'jpeg') return picture;
  const rgb = kind === 'jpeg2000' ? await decodeRgb(picture) : undefined;
  if (rgb === undefined) return await encodePng(image);
  const raw = { width: image.width, height: image.height, channels: RGB } as const;
  return new Uint8Array(await sharp(rgb, { raw }).png().toBuffer());
}

/** Interleaved red, green and blue of 8 bits; undefined for any other JPEG 2000. */
async function decodeRgb(picture: Uint8Array): Promise<Uint8Array | undefined> {
  return await withOpenJpeg((codec) => {
    const decoder = new codec.J2KDecoder();
    try {
      decoder.getEncodedBuffer(picture.length).set(picture);
      decoder.decode();
      const { componentCount, bitsPerSample } = decoder.getFrameInfo();
      return componentCount === RGB && bitsPerSample === 8 ? decoder.getDecodedBuffer().slice() : undefined;
    } finally {
      decoder.delete();
    }
  }).catch(() => undefined);
}
