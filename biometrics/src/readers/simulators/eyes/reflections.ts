import type { SeededRandom } from '../seeded-random.ts';

interface Picture {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
}

interface Lit {
  readonly centreX: number;
  readonly centreY: number;
  readonly irisRadius: number;
  readonly pupilRadius: number;
  readonly reflections: number;
  readonly glasses: number;
}

/** The ring of lamps in the pupil, stray reflections on the iris, and what glasses add. */
export function drawReflections(picture: Picture, random: SeededRandom, eye: Lit): void {
  const ring = Math.min(0.5 * eye.pupilRadius, 22);
  for (let lamp = 0; lamp < 8; lamp++) {
    const angle = (lamp * Math.PI) / 4;
    const at = { x: eye.centreX + ring * Math.cos(angle), y: eye.centreY + ring * Math.sin(angle) };
    lightDisc(picture, { ...at, radiusX: 3.4, radiusY: 3.4 });
  }
  strayReflections(picture, random, eye);
  if (eye.glasses > 0.05) glasses(picture, random, eye);
}

function strayReflections(picture: Picture, random: SeededRandom, eye: Lit): void {
  const stray = Math.round(eye.reflections * 7);
  for (let n = 0; n < stray; n++) {
    const angle = random.between(0, 2 * Math.PI);
    const away = eye.irisRadius * random.between(0.3, 1);
    const size = random.between(3, 6 + 18 * eye.reflections);
    lightDisc(picture, {
      x: eye.centreX + away * Math.cos(angle),
      y: eye.centreY + away * Math.sin(angle),
      radiusX: size,
      radiusY: size * random.between(0.4, 1),
    });
  }
}

/** Long bright bands of the lamps on the lens and the dark rim below. */
function glasses(picture: Picture, random: SeededRandom, eye: Lit): void {
  const bands = 1 + Math.round(2 * eye.glasses);
  for (let n = 0; n < bands; n++) {
    lightDisc(picture, {
      x: eye.centreX + random.between(-1.3, 1.3) * eye.irisRadius,
      y: eye.centreY + random.between(-1, 1) * eye.irisRadius,
      radiusX: eye.irisRadius * random.between(0.15, 0.2 + 0.3 * eye.glasses),
      radiusY: eye.irisRadius * random.between(0.04, 0.16),
    });
  }
  const rim = eye.centreY + eye.irisRadius * random.between(1.25, 1.6);
  const { values, width, height } = picture;
  for (let y = Math.floor(rim); y < Math.min(height, rim + 16); y++) {
    for (let x = 0; x < width; x++) values[y * width + x] = 40 + 6 * Math.sin(x / 60);
  }
}

function lightDisc(
  { values, width, height }: Picture,
  disc: { readonly x: number; readonly y: number; readonly radiusX: number; readonly radiusY: number },
): void {
  const bottom = Math.min(height - 1, disc.y + disc.radiusY);
  const right = Math.min(width - 1, disc.x + disc.radiusX);
  for (let y = Math.max(0, Math.ceil(disc.y - disc.radiusY)); y <= bottom; y++) {
    for (let x = Math.max(0, Math.ceil(disc.x - disc.radiusX)); x <= right; x++) {
      const off = ((x - disc.x) / disc.radiusX) ** 2 + ((y - disc.y) / disc.radiusY) ** 2;
      if (off <= 1) values[y * width + x] = 265;
    }
  }
}
