import sharp from 'sharp';
import { seededRandom } from '../seeded-random.ts';
import { drawFaceFeatures, type FaceFeatures } from './face-features.ts';

export interface PortraitOptions {
  /** Which time the person sits down: head place and light differ a little. */
  readonly take?: number;
  /** 0 straight and sharp to 1 tilted, dark and blurred. */
  readonly severity?: number;
  /** Pixels; the height is 4/3 of it. */
  readonly width?: number;
}

const WIDTH = 480;
const HEIGHT = 640;
const MIDDLE = WIDTH / 2;

/** A plainly drawn face on white, 3:4, as a colour PNG that says SYNTHETIC; the same seed is the same face. */
export async function drawPortrait(seed: string, options: PortraitOptions = {}): Promise<Buffer> {
  const { take = 0, severity = 0.2, width = WIDTH } = options;
  const features = drawFaceFeatures(seededRandom(seed, 'face'));
  const pose = seededRandom(seed, 'face pose', take);
  const move = `translate(${pose.normal() * 5 * severity} ${pose.normal() * 5 * severity}) rotate(${pose.normal() * 6 * severity} 240 340)`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="39 92 402 536">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#f7f8fa"/>
    <g transform="${move}">${hairBehind(features)}${body(features)}${head(features)}${face(features)}</g>
    <text x="46" y="620" font-family="sans-serif" font-size="13" fill="#9aa0a8">SYNTHETIC</text></svg>`;
  const picture = sharp(Buffer.from(drawing))
    .resize({ width })
    .modulate({ brightness: 1 - 0.35 * severity * pose.next() });
  const soft = severity > 0.4 ? picture.blur(0.3 + 3 * (severity - 0.4)) : picture;
  return await soft.removeAlpha().png().toBuffer();
}

function body(f: FaceFeatures): string {
  return `<path d="M 40 640 Q 60 540 ${MIDDLE - 60} 520 L ${MIDDLE + 60} 520 Q 420 540 440 640 Z" fill="${f.shirt}"/>
    <rect x="${MIDDLE - 48}" y="430" width="96" height="110" rx="40" fill="${f.skinShade}"/>`;
}

function head(f: FaceFeatures): string {
  const [w, top] = [f.headWidth / 2, 310 - f.headHeight / 2];
  const chin = 310 + f.headHeight / 2;
  const jaw = w * f.jaw;
  const skull = `M ${MIDDLE - w} 300 C ${MIDDLE - w} ${top} ${MIDDLE + w} ${top} ${MIDDLE + w} 300
    C ${MIDDLE + w} 390 ${MIDDLE + jaw} ${chin} ${MIDDLE} ${chin} C ${MIDDLE - jaw} ${chin} ${MIDDLE - w} 390 ${MIDDLE - w} 300 Z`;
  const ears = [-1, 1].map(
    (side) => `<ellipse cx="${MIDDLE + side * w}" cy="312" rx="15" ry="32" fill="${f.skinShade}"/>`,
  );
  return `${ears.join('')}<path d="${skull}" fill="${f.skin}"/>${hairAbove(f, top)}`;
}

function hairBehind(f: FaceFeatures): string {
  const w = f.headWidth / 2 + 22;
  if (f.hairStyle === 'long')
    return `<rect x="${MIDDLE - w}" y="190" width="${2 * w}" height="340" rx="80" fill="${f.hair}"/>`;
  if (f.hairStyle === 'bun') return `<circle cx="${MIDDLE}" cy="148" r="46" fill="${f.hair}"/>`;
  return '';
}

function hairAbove(f: FaceFeatures, top: number): string {
  if (f.hairStyle === 'bald') return '';
  const w = f.headWidth / 2 + 8;
  const line = top + 92;
  return `<path d="M ${MIDDLE - w} 290 C ${MIDDLE - w} ${top - 26} ${MIDDLE + w} ${top - 26} ${MIDDLE + w} 290
    C ${MIDDLE + w - 18} ${line} ${MIDDLE + 40} ${line - 22} ${MIDDLE} ${line - 14} C ${MIDDLE - 40} ${line - 22} ${MIDDLE - w + 18} ${line} ${MIDDLE - w} 290 Z" fill="${f.hair}"/>`;
}

function face(f: FaceFeatures): string {
  const nose = f.eyeY + f.noseLength;
  const mouth = nose + 42;
  const beard = f.beard
    ? `<path d="M ${MIDDLE - 60} ${mouth - 20} Q ${MIDDLE} ${mouth + 90} ${MIDDLE + 60} ${mouth - 20} Q ${MIDDLE} ${mouth - 34} ${MIDDLE - 60} ${mouth - 20}" fill="${f.hair}" opacity="0.55"/>`
    : '';
  return `${eye(f, -1)}${eye(f, 1)}${beard}
    <path d="M ${MIDDLE - 6} ${f.eyeY} L ${MIDDLE - f.noseWidth / 2} ${nose} Q ${MIDDLE} ${nose + 14} ${MIDDLE + f.noseWidth / 2} ${nose}" fill="none" stroke="${f.skinShade}" stroke-width="5" stroke-linecap="round"/>
    <path d="M ${MIDDLE - f.mouthWidth / 2} ${mouth} Q ${MIDDLE} ${mouth + f.mouthBend - 8} ${MIDDLE + f.mouthWidth / 2} ${mouth} Q ${MIDDLE} ${mouth + f.mouthBend + 22} ${MIDDLE - f.mouthWidth / 2} ${mouth}" fill="${f.lips}"/>`;
}

function eye(f: FaceFeatures, side: -1 | 1): string {
  const x = MIDDLE + (side * f.eyeGap) / 2;
  const half = f.eyeWidth / 2;
  const brow = f.eyeY - 32;
  return `<ellipse cx="${x}" cy="${f.eyeY}" rx="${half}" ry="${f.eyeHeight / 2}" fill="#fdfdfb"/>
    <circle cx="${x}" cy="${f.eyeY}" r="${f.eyeHeight / 2 - 0.5}" fill="#2d1c12"/>
    <path d="M ${x - half} ${f.eyeY} Q ${x} ${f.eyeY - f.eyeHeight} ${x + half} ${f.eyeY}" fill="none" stroke="#241a14" stroke-width="3"/>
    <path d="M ${x - half - 4} ${brow - side * f.browTilt} Q ${x} ${brow - 9} ${x + half + 4} ${brow + side * f.browTilt}" fill="none" stroke="${f.hair}" stroke-width="${f.browWeight}" stroke-linecap="round"/>`;
}
