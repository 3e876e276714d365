import { fingerprintParameters } from './fingerprint-parameters.ts';
import { cellComponents } from './cell-components.ts';
import { fillConvexHull } from './convex-hull.ts';
import { blur, emptyPlane, type Plane } from './plane.ts';

/** 1 for the cells that hold ridges, 0 elsewhere. */
export interface PrintMask {
  readonly cells: Plane;
  readonly count: number;
}

/** Cells with enough contrast to be worth looking at, against the print's own level. */
export function contrastMask(contrast: Plane): Plane {
  const { relativeContrast, absoluteContrast } = fingerprintParameters.segmentation;
  const seen = contrast.data.filter((value) => value > 0).sort();
  const high = seen.length > 0 ? seen[Math.floor(seen.length * 0.85)]! : 0;
  const limit = Math.max(absoluteContrast, relativeContrast * high);
  return {
    ...contrast,
    data: contrast.data.map((value) => (value >= limit ? Math.min(1, value / high) : 0)),
  };
}

/** Contrast x clarity, voted over neighbours; small parts dropped, holes filled, notches closed. */
export function segmentPrint(contrast: Plane, clarity: Plane): PrintMask {
  const { clarity: least } = fingerprintParameters.segmentation;
  const smooth = blur(clarity, 1.2).data;
  const cells = emptyPlane(contrast.width, contrast.height);
  for (let i = 0; i < smooth.length; i++) cells.data[i] = contrast.data[i]! > 0 && smooth[i]! > least ? 1 : 0;
  const voted = vote(vote(cells, 0.45, 1.2), 0.5, 1.2);
  const kept = largeParts(voted, fingerprintParameters.segmentation.componentShare);
  const closed = fillHoles(close(kept, contrast));
  return { cells: closed, count: closed.data.reduce((sum, value) => sum + value, 0) };
}

/**
 * Of the cells that were filtered, those that the ridges explain, and the unclear ones between them: a halo or the
 * sensor's frame lies outside the hull of clear ridges, a smudge or a scar inside.
 */
export function refineMask(cells: Plane, share: Plane): PrintMask {
  const { share: clear, faintShare, componentShare } = fingerprintParameters.segmentation;
  const above = (least: number): Plane => ({
    ...cells,
    data: cells.data.map((value, i) => (value > 0 && share.data[i]! > least ? 1 : 0)),
  });
  const hull = fillConvexHull(largeParts(vote(above(clear), 0.5, 1.2), componentShare));
  const faint = vote(above(faintShare), 0.5, 1.2);
  const both = { ...cells, data: hull.data.map((value, i) => value * faint.data[i]! * cells.data[i]!) };
  const kept = fillHoles(largeParts(both, componentShare));
  return { cells: kept, count: kept.data.reduce((sum, value) => sum + value, 0) };
}

/** 1 where at least this share of the neighbourhood is. */
export function vote(cells: Plane, share: number, sigma: number): Plane {
  return { ...cells, data: blur(cells, sigma).data.map((value) => (value >= share ? 1 : 0)) };
}

/** Fills narrow notches (scars, creases) where the sensor still saw contrast. */
function close(cells: Plane, contrast: Plane): Plane {
  const wide = vote(cells, 0.38, 3);
  return {
    ...cells,
    data: cells.data.map((value, i) => (value || (wide.data[i]! && contrast.data[i]! > 0) ? 1 : 0)),
  };
}

/** Parts of at least this share of the largest. */
function largeParts(cells: Plane, share: number): Plane {
  const { label, sizes } = cellComponents(cells);
  const least = share * Math.max(...sizes);
  return { ...cells, data: cells.data.map((value, i) => (value > 0 && sizes[label[i]!]! >= least ? 1 : 0)) };
}

/** Background that does not hang together with the first cell, which is padding, is a hole. */
function fillHoles(cells: Plane): Plane {
  const background = { ...cells, data: cells.data.map((value) => (value > 0 ? 0 : 1)) };
  const { label } = cellComponents(background);
  return { ...cells, data: cells.data.map((_, i) => (label[i] === label[0] ? 0 : 1)) };
}
