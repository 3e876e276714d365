import { SLAP_FINGERS, type BodyPosition, type SlapPosition } from '../../codes.ts';
import { grayImage, type GrayImage } from '../../images/gray-image.ts';
import type { SyntheticPerson } from './synthetic-person.ts';
import { watermark, writeSynthetic } from './watermark.ts';

/** 3.2 x 2.0 inches, the platen of a four-finger reader. */
const SIZE = { width: 1600, height: 1000 };
const PLATEN = 236;
/** What is lighter than this in a finger's own picture is its platen, not the finger. */
const SKIN = 205;
const FINGER_HEIGHT = 480;
/** How far above the others each finger of a hand reaches, index to little, in pixels. */
const REACH = [60, 130, 90, 0];

/** The whole picture of a slap as a four-finger reader shows it before it is cut into fingers. */
export function slapPicture(
  person: SyntheticPerson,
  slap: SlapPosition,
  knobs: { readonly take: number; readonly severity?: number; readonly missing?: readonly BodyPosition[] },
): GrayImage {
  const { take, severity, missing = [] } = knobs;
  const pixels = new Uint8Array(SIZE.width * SIZE.height).fill(PLATEN);
  const fingers = SLAP_FINGERS[slap];
  fingers.forEach((position, i) => {
    if (missing.includes(position)) return;
    const print = person.finger(position, {
      take,
      height: FINGER_HEIGHT,
      ...(severity === undefined ? {} : { severity }),
    });
    const slot = SIZE.width / fingers.length;
    const reach = slap === 'two-thumbs' ? 60 : REACH[slap === 'left-four' ? 3 - i : i]!;
    press(pixels, print, { left: Math.round(slot * (i + 0.5) - print.width / 2), top: 300 - reach });
  });
  writeSynthetic(pixels, SIZE.width, SIZE.height);
  watermark(pixels, SIZE.width);
  return grayImage(SIZE.width, SIZE.height, pixels, 500);
}

/** Two fingers that touch each other's place: the darker one is seen. */
function press(
  pixels: Uint8Array,
  print: GrayImage,
  at: { readonly left: number; readonly top: number },
): void {
  for (let y = 0; y < print.height; y++) {
    for (let x = 0; x < print.width; x++) {
      const value = print.pixels[y * print.width + x]!;
      const to = (at.top + y) * SIZE.width + at.left + x;
      if (value < SKIN && value < pixels[to]!) pixels[to] = value;
    }
  }
}
