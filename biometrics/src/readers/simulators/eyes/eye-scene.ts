import type { EyeOptions } from './eye-options.ts';
import { irisAt, type IrisMaster } from './iris-texture.ts';

// Taken out once: in a test's own context each `Math` costs a search.
const { PI, atan2, cos, max, min, sin, sqrt } = Math;

/** Where the eye is in the picture, and what it looks like between the lids. */
export interface EyeScene {
  readonly width: number;
  readonly height: number;
  readonly centreX: number;
  readonly centreY: number;
  readonly irisRadius: number;
  readonly pupilRadius: number;
  /** Grey at an offset from the centre; `white` is what lies beyond the iris. */
  colourAt(dx: number, dy: number, white: number): number;
}

const PUPIL_GREY = 30;
const TEXTURE_GREY = 26;
/** Half widths of the edges in pixels: the pupil's is sharp, the limbus' is not. */
const PUPIL_EDGE = 1.2;
const LIMBUS_EDGE = 4;
/** Fibres do not stretch evenly when the pupil opens (Wyatt, 2000). */
const UNEVEN = 0.35;
const MEAN_DILATION = 0.4;

/** Rubber sheet between pupil and limbus, seen at a roll and, for a turned eye, squeezed by the cosine of its gaze. */
export function eyeScene(master: IrisMaster, options: EyeOptions): EyeScene {
  const irisRadius = options.irisRadius * master.size;
  const pupilRadius = irisRadius * options.dilation;
  const radians = PI / 180;
  const roll = options.rollDegrees * radians;
  const view = {
    cos: cos(roll),
    sin: sin(roll),
    squeezeX: 1 / cos(options.gazeXdegrees * radians),
    squeezeY: 1 / cos(options.gazeYdegrees * radians),
  };
  const bend = UNEVEN * (options.dilation - MEAN_DILATION);
  const colourAt = (dx: number, dy: number, white: number): number => {
    const x = (dx * view.cos + dy * view.sin) * view.squeezeX;
    const y = (-dx * view.sin + dy * view.cos) * view.squeezeY;
    if (x * x + y * y > (irisRadius + 4 * LIMBUS_EDGE) ** 2) return white;
    const { along, angle, span } = unroll({ master, irisRadius, pupilRadius }, x, y);
    const stretched = along + bend * sin(PI * min(max(along, 0), 1));
    const rim = 1 - 0.22 * max(0, stretched - 0.75) * 4 * 0.6;
    const iris = master.grey * rim + TEXTURE_GREY * irisAt(master, angle / (2 * PI), stretched);
    const inPupil = edge(-along * span, PUPIL_EDGE);
    const outside = edge((along - 1) * span, LIMBUS_EDGE);
    return (iris * (1 - outside) + white * outside) * (1 - inPupil) + PUPIL_GREY * inPupil;
  };
  return {
    width: options.width,
    height: options.height,
    centreX: options.width / 2 + options.shiftX,
    centreY: options.height / 2 + options.shiftY,
    irisRadius,
    pupilRadius,
    colourAt,
  };
}

/** Place between the pupil's edge (0) and the limbus (1); the pupil's centre lies off the iris'. */
function unroll(
  eye: { readonly master: IrisMaster; readonly irisRadius: number; readonly pupilRadius: number },
  x: number,
  y: number,
): { readonly along: number; readonly angle: number; readonly span: number } {
  const { master, irisRadius, pupilRadius } = eye;
  let along = 0;
  let angle = 0;
  let span = 1;
  for (let round = 0; round < 2; round++) {
    const part = irisRadius * (1 - min(max(along, 0), 1));
    const px = x - master.pupilX * part;
    const py = y - master.pupilY * part;
    angle = atan2(-py, px);
    const pupil = pupilRadius * (1 + master.oval * cos(2 * (angle - master.ovalAngle)));
    span = irisRadius - pupil;
    along = (sqrt(px * px + py * py) - pupil) / span;
  }
  return { along, angle, span };
}

/** 0 well before the edge, 1 well past it. */
function edge(pixelsPast: number, half: number): number {
  const t = pixelsPast / (2 * half) + 0.5;
  return t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t);
}
