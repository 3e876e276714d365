import { EYE_CODE, FINGER_POSITION_CODE } from '../../codes.ts';
import { samplePicture } from '../../images/sample-picture.ts';
import { encodePng } from '../../images/sharp-image.ts';
import type { SyntheticPerson } from './synthetic-person.ts';
import { watermark } from './watermark.ts';
import type { GrayImage } from '../../images/gray-image.ts';

/**
 * A stand-in for tests of doors and wires, where nobody looks at the picture: wavy lines whose size
 * tells the position, at once instead of after a second of growing.
 */
export function samplePerson(seed: string): SyntheticPerson {
  return {
    seed,
    finger: (position) => marked(samplePicture(160 + 2 * FINGER_POSITION_CODE[position], 144, 500)),
    eye: (position) => marked(samplePicture(192 + 2 * EYE_CODE[position], 144)),
    face: async () => Buffer.from(await encodePng(samplePicture(150, 200))),
  };
}

function marked(image: GrayImage): GrayImage {
  watermark(image.pixels, image.width);
  return image;
}
