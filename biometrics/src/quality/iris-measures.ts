import type { GrayImage } from '../images/gray-image.ts';
import type { Circle } from '../iris/circle.ts';
import { isBehindLid, type Eyelids } from '../iris/eyelids.ts';
import type { PupilOutline } from '../iris/pupil-contour.ts';
import { unitCircle } from '../iris/unit-circle.ts';
import type { UnwrappedIris } from '../iris/unwrap-iris.ts';
import { irisSharpness } from './iris-sharpness.ts';
import { LevelHistogram } from './level-histogram.ts';

const { abs, ceil, floor, log2, max, min, sqrt } = Math;

/** The measures of ISO/IEC 29794-6:2015 clause 6.2, in its units (0-100 unless said otherwise). */
export interface IrisMeasures {
  readonly usableIrisArea: number;
  readonly irisScleraContrast: number;
  readonly irisPupilContrast: number;
  readonly pupilCircularity: number;
  /** Entropy of the iris grey levels, bits. */
  readonly greyUtilisation: number;
  /** Pixels of the image as it was given. */
  readonly irisRadius: number;
  readonly pupilIrisRatio: number;
  readonly concentricity: number;
  readonly marginAdequacy: number;
  readonly sharpness: number;
  /** Not in the standard: median grey level of the iris, 0-255. */
  readonly irisLevel: number;
}

export interface MeasuredEye {
  readonly fine: GrayImage;
  /** Pixels of the given image per pixel of `fine`. */
  readonly inputPerFine: number;
  readonly pupil: PupilOutline;
  readonly limbus: { readonly circle: Circle };
  readonly lids: Eyelids;
  readonly unwrapped: UnwrappedIris;
  /** Bits of the code that can be compared, of 2,048. */
  readonly usableBits: number;
}

/** Measures a segmented eye. */
export function measureIris(eye: MeasuredEye): IrisMeasures {
  const [p, i] = [eye.pupil.circle, eye.limbus.circle];
  const zones = readZones(eye);
  const pupilLevel = zones.pupil.median();
  const centres = sqrt((p.x - i.x) * (p.x - i.x) + (p.y - i.y) * (p.y - i.y));
  return {
    usableIrisArea: usableArea(eye),
    irisScleraContrast: scleraContrast(zones.sclera.median(), zones.outerIris.median(), pupilLevel),
    irisPupilContrast: pupilContrast(zones.innerIris.median(), pupilLevel),
    pupilCircularity: circularity(eye.pupil.contour.radii),
    greyUtilisation: zones.iris.entropy(log2),
    irisRadius: i.r * eye.inputPerFine,
    pupilIrisRatio: (100 * p.r) / i.r,
    concentricity: 100 * max(0, 1 - centres / i.r),
    marginAdequacy: margin(eye.fine, i),
    sharpness: irisSharpness(eye.fine),
    irisLevel: zones.iris.median(),
  };
}

interface Zones {
  readonly pupil: LevelHistogram;
  readonly innerIris: LevelHistogram;
  readonly outerIris: LevelHistogram;
  readonly iris: LevelHistogram;
  readonly sclera: LevelHistogram;
}

/** Sorts every second pixel about the eye into the zones that the standard compares; lids are left out. */
function readZones({ fine, pupil, limbus, lids }: MeasuredEye): Zones {
  const zones = {
    pupil: new LevelHistogram(),
    innerIris: new LevelHistogram(),
    outerIris: new LevelHistogram(),
    iris: new LevelHistogram(),
    sclera: new LevelHistogram(),
  };
  const [p, i] = [pupil.circle, limbus.circle];
  const middle = (p.r + i.r) / 2;
  const far = 1.2 * i.r;
  for (let y = max(0, ceil(i.y - far)); y <= min(fine.height - 1, i.y + far); y += 2) {
    for (let x = max(0, ceil(i.x - far)); x <= min(fine.width - 1, i.x + far); x += 2) {
      const fromIris = sqrt((x - i.x) * (x - i.x) + (y - i.y) * (y - i.y));
      if (fromIris > far || isBehindLid(lids, x, y)) continue;
      const level = fine.pixels[y * fine.width + x] as number;
      const fromPupil = sqrt((x - p.x) * (x - p.x) + (y - p.y) * (y - p.y));
      if (fromPupil < 0.8 * p.r) zones.pupil.add(level);
      if (fromIris > 1.1 * i.r) zones.sclera.add(level);
      if (fromPupil < 1.1 * p.r || fromIris > 0.9 * i.r) continue;
      zones.iris.add(level);
      (fromPupil < middle ? zones.innerIris : zones.outerIris).add(level);
    }
  }
  return zones;
}

/** 6.2.1: the share of the iris that nothing hides; outer samples of the unwrapped iris stand for more area. */
function usableArea({ pupil, limbus, unwrapped: { columns, rows, usable } }: MeasuredEye): number {
  let [seen, all] = [0, 0];
  for (let r = 0; r < rows; r++) {
    const radius = pupil.circle.r + ((r + 0.5) / rows) * (limbus.circle.r - pupil.circle.r);
    for (let c = 0; c < columns; c++) seen += radius * (usable[r * columns + c] as number);
    all += radius * columns;
  }
  return (100 * seen) / all;
}

/** 6.2.2. */
function scleraContrast(sclera: number, iris: number, pupil: number): number {
  if (pupil >= iris) return 0;
  return (100 * abs(sclera - iris)) / max(1, sclera + iris - 2 * pupil);
}

/** 6.2.3: Weber contrast, bent so that it saturates. */
function pupilContrast(iris: number, pupil: number): number {
  const weber = abs(iris - pupil) / (20 + pupil);
  return (100 * weber) / (0.75 + weber);
}

/** 6.2.4: what the 16 lowest Fourier terms of the pupil's radii (pixels) take away from a perfect circle. */
function circularity(radii: Float32Array): number {
  const n = radii.length;
  const circle = unitCircle(n);
  let power = 0;
  for (let k = 1; k <= 16; k++) {
    let [re, im] = [0, 0];
    for (let a = 0; a < n; a++) {
      re += (radii[a] as number) * (circle.cos[(a * k) % n] as number);
      im += (radii[a] as number) * (circle.sin[(a * k) % n] as number);
    }
    power += re * re + im * im;
  }
  return max(0, 100 - power / n);
}

/** 6.2.9: room about the iris, 0.6 radii at the sides and 0.2 above and below. */
function margin({ width, height }: GrayImage, i: Circle): number {
  const [side, upright] = [0.6 * i.r, 0.2 * i.r];
  const room = [
    (i.x - i.r) / side,
    (width - (i.x + i.r)) / side,
    (i.y - i.r) / upright,
    (height - (i.y + i.r)) / upright,
  ];
  return floor(100 * max(0, min(1, ...room)));
}
