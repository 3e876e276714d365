import { PORTRAIT_BOUNDS } from '@permit/domain/checks/portrait.ts';
import sharp from 'sharp';
import type { ColourPicture } from './colour-picture.ts';
import { outlineOf, shareOfFace } from './face-area.ts';

/** An outline needs no more; a JPEG is decoded at an eighth for it, which costs a few milliseconds. */
const LOOKED_AT_HEIGHT_PX = 240;
/** Width over height: 3x4 cm with room for a careless crop. Cards, open passports and most snapshots lie outside. */
const SHAPE = { least: 0.6, most: 0.9 } as const;
/** Part of the outline that must differ from the wall: a person is filled, a page with a crest over text is not. */
const LEAST_FILLED = 0.6;

/**
 * True where a picture is plainly a head and shoulders before an even wall: what a filer has sent by mistake for
 * another paper. False says nothing: a portrait before a busy wall is not known for one.
 */
export async function isSeenAsPortrait(
  encoded: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<boolean> {
  const shape = width / height;
  if (shape < SHAPE.least || shape > SHAPE.most) return false;
  const { data, info } = await sharp(encoded)
    .resize({ height: LOOKED_AT_HEIGHT_PX, withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return isHeadAndShoulders({ width: info.width, height: info.height, data });
}

function isHeadAndShoulders(picture: ColourPicture): boolean {
  const outline = outlineOf(picture);
  const face = outline && shareOfFace(outline, picture);
  if (!outline || face === undefined) return false;
  const { minFaceShare, maxFaceShare } = PORTRAIT_BOUNDS;
  if (face < minFaceShare || face > maxFaceShare) return false;
  const crown = outline.findIndex(({ width }) => width > 0);
  const person = outline.slice(crown);
  const area = person.reduce((sum, { width }) => sum + width, 0);
  const filled = person.reduce((sum, { differing }) => sum + differing, 0);
  // Nobody ends in mid-air: lines of text do.
  return person.every(({ width }) => width > 0) && filled >= LEAST_FILLED * area;
}
