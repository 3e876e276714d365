import sharp from 'sharp';
import type { Raster } from './raster.ts';

/** PNG of a side, RGB, with its resolution written in. */
export function pngOf({ rgb, width, height }: Raster): Promise<Uint8Array> {
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .withMetadata({ density: 300 })
    .png({ compressionLevel: 6 })
    .toBuffer();
}
