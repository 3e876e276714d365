import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { AttachedDocument } from '@permit/domain/catalogue/application-draft.ts';
import sharp from 'sharp';
import { greyOf, spreadOver, wallPixels, type ColourPicture } from './colour-picture.ts';
import { faceAreaShare } from './face-area.ts';

export type PortraitMeasures = NonNullable<AttachedDocument['portrait']>;

/** What is known of the picture before its pixels are looked at; its EXIF is gone by then. */
interface Kept {
  readonly width: number;
  readonly height: number;
  readonly takenOn?: CalendarDate | undefined;
}

/** The bounds of the check (checks/portrait.ts) are drawn for pictures of this height; a smaller one is taken as it is. */
const MEASURED_HEIGHT_PX = 480;

/**
 * What the check of portraits goes by: size in pixels, evenness of the wall, sharpness and the face's part. Plain
 * measures of the picture as it is kept, so that an officer can see for themselves what is meant.
 */
export async function measurePortrait(
  encoded: Uint8Array,
  { width, height, takenOn }: Kept,
): Promise<PortraitMeasures> {
  const picture = await atMeasuredHeight(encoded);
  const grey = greyOf(picture);
  const face = faceAreaShare(picture);
  return {
    ...{ widthPx: width, heightPx: height },
    backgroundSpread: rounded(spreadOver(wallPixels(picture), (at) => grey[at]!).deviation),
    sharpness: rounded(laplacianVariance(grey, picture)),
    ...(takenOn === undefined ? {} : { takenOn }),
    ...(face === undefined ? {} : { faceAreaShare: Math.min(1, Math.round(face * 1_000) / 1_000) }),
  };
}

async function atMeasuredHeight(encoded: Uint8Array): Promise<ColourPicture> {
  const { data, info } = await sharp(encoded)
    .resize({ height: MEASURED_HEIGHT_PX, withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Variance of the second differences of grey: edges and grain of a sharp picture are gone in a blurred one. */
function laplacianVariance(grey: Float32Array, { width, height }: ColourPicture): number {
  let [sum, squares] = [0, 0];
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const beside = grey[at - 1]! + grey[at + 1]! + grey[at - width]! + grey[at + width]!;
      const difference = beside - 4 * grey[at]!;
      sum += difference;
      squares += difference * difference;
    }
  const count = Math.max(1, (width - 2) * (height - 2));
  return squares / count - (sum / count) ** 2;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
