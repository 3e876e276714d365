import type { SeededRandom } from '../seeded-random.ts';

/** What makes one drawn face differ from another; lengths in pixels of a 480x640 portrait. */
export interface FaceFeatures {
  readonly skin: string;
  readonly skinShade: string;
  readonly lips: string;
  readonly hair: string;
  readonly hairStyle: 'short' | 'long' | 'bun' | 'bald';
  readonly shirt: string;
  readonly headWidth: number;
  readonly headHeight: number;
  readonly jaw: number;
  readonly eyeGap: number;
  readonly eyeWidth: number;
  readonly eyeHeight: number;
  readonly eyeY: number;
  readonly browTilt: number;
  readonly browWeight: number;
  readonly noseLength: number;
  readonly noseWidth: number;
  readonly mouthWidth: number;
  readonly mouthBend: number;
  readonly beard: boolean;
}

const SKINS = [
  { hue: 28, lightness: 76 },
  { hue: 27, lightness: 68 },
  { hue: 25, lightness: 60 },
  { hue: 23, lightness: 50 },
  { hue: 21, lightness: 41 },
] as const;
const HAIRS = ['#17120f', '#241a14', '#33241a', '#4a3626', '#6d6a67'] as const;
const SHIRTS = ['#33527a', '#7a3b3b', '#3f6b4d', '#6a5a86', '#8a7a4a', '#4a4f57'] as const;
const STYLES = ['short', 'short', 'long', 'long', 'bun', 'bald'] as const;

export function drawFaceFeatures(random: SeededRandom): FaceFeatures {
  const { hue, lightness } = SKINS[random.index(SKINS.length)]!;
  const hairStyle = STYLES[random.index(STYLES.length)]!;
  return {
    skin: `hsl(${hue}, 48%, ${lightness}%)`,
    skinShade: `hsl(${hue - 3}, 46%, ${lightness - 12}%)`,
    lips: `hsl(${hue - 17}, 45%, ${lightness - 18}%)`,
    hair: HAIRS[random.index(HAIRS.length)]!,
    hairStyle,
    shirt: SHIRTS[random.index(SHIRTS.length)]!,
    headWidth: random.between(205, 250),
    headHeight: random.between(285, 330),
    jaw: random.between(0.62, 0.9),
    eyeGap: random.between(88, 112),
    eyeWidth: random.between(38, 50),
    eyeHeight: random.between(13, 22),
    eyeY: random.between(282, 302),
    browTilt: random.between(-9, 7),
    browWeight: random.between(5, 11),
    noseLength: random.between(58, 84),
    noseWidth: random.between(30, 50),
    mouthWidth: random.between(66, 100),
    mouthBend: random.between(-5, 9),
    beard: hairStyle === 'short' && random.next() < 0.3,
  };
}
