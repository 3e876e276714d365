import type { EyePosition, FingerPosition } from '../../codes.ts';
import { grayImage, type GrayImage } from '../../images/gray-image.ts';
import sharp from 'sharp';
import { seededRandom } from './seeded-random.ts';

/** A person who does not exist: the same seed always has the same fingers, eyes and face. */
export interface SyntheticPerson {
  readonly seed: string;
  finger(position: FingerPosition, options?: { readonly take?: number }): GrayImage;
  eye(position: EyePosition, options?: { readonly take?: number }): GrayImage;
  /** A drawn portrait, colour PNG, 3:4. */
  face(options?: { readonly take?: number }): Promise<Buffer>;
}

export function syntheticPerson(seed: string): SyntheticPerson {
  return {
    seed,
    finger: (position) => rings(seed, position, { width: 388, height: 374, ppi: 500 }),
    eye: (position) => rings(seed, position, { width: 640, height: 480 }),
    face: () => drawnFace(seed),
  };
}

function rings(
  seed: string,
  position: string,
  size: { readonly width: number; readonly height: number; readonly ppi?: number },
): GrayImage {
  const random = seededRandom(seed, position);
  const [cx, cy, pitch] = [
    size.width * random.between(0.4, 0.6),
    size.height * random.between(0.4, 0.6),
    random.between(8, 11),
  ];
  const pixels = new Uint8Array(size.width * size.height);
  for (let i = 0; i < pixels.length; i++) {
    const r = Math.hypot((i % size.width) - cx, Math.floor(i / size.width) - cy);
    pixels[i] = 128 + 100 * Math.cos((2 * Math.PI * r) / pitch);
  }
  return grayImage(size.width, size.height, pixels, size.ppi);
}

async function drawnFace(seed: string): Promise<Buffer> {
  const random = seededRandom(seed, 'face');
  const skin = `hsl(${random.between(20, 34)} 45% ${random.between(45, 75)}%)`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640"><rect width="480" height="640" fill="white"/><ellipse cx="240" cy="300" rx="${random.between(110, 140)}" ry="${random.between(150, 180)}" fill="${skin}"/></svg>`;
  return await sharp(Buffer.from(svg)).png().toBuffer();
}
