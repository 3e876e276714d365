import { spreadOver, wallPixels, type ColourPicture } from './colour-picture.ts';

/** Least distance from the wall's colour, of 0-441 in RGB, at which a pixel belongs to the person. */
const LEAST_DISTANCE = 30;
/** A wall whose colour spreads more than this (standard deviation of a channel) hides the outline. */
const MOST_WALL_SPREAD = 25;
/** So many pixels in a row must differ before an edge counts: grain and compression make single ones. */
const EDGE_RUN = 4;
/** A head begins where it is at least this part of the picture wide, for as many rows as an edge has pixels. */
const LEAST_HEAD_SHARE = 0.06;
/** Rows from the crown in widths of the head: all of the head, and no shoulder yet. */
const HEAD_DEPTH = 1.1;
/** Shoulders are at least this much wider than the head; without them the outline is no head and shoulders. */
const SHOULDERS = 1.35;
/** Height of a face from chin to hair in its widths (ISO 19794-5 draws 1.25 to 1.35). */
const FACE_HEIGHT = 1.3;

/** One row of a picture as the outline sees it. */
export interface OutlineRow {
  /** Pixels from the first run that differs from the wall to the last: eyes and teeth may look like the wall. */
  readonly width: number;
  /** How many pixels between them differ. */
  readonly differing: number;
}

/**
 * Part of the picture that the face fills, from the outline of head and shoulders before an even wall: no model of a
 * face is needed, so nobody's face is found worse than another's. Undefined where the outline is not clear: then
 * nothing is known, and nothing is said.
 */
export function faceAreaShare(picture: ColourPicture): number | undefined {
  const outline = outlineOf(picture);
  return outline && shareOfFace(outline, picture);
}

/** The same of an outline that was drawn already. */
export function shareOfFace(
  outline: readonly OutlineRow[],
  { width, height }: Pick<ColourPicture, 'width' | 'height'>,
): number | undefined {
  const widths = outline.map((row) => row.width);
  const head = headOf(widths, width);
  return head && (FACE_HEIGHT * head * head) / (width * height);
}

/** How wide the person is in each row; undefined where the wall is not even. */
export function outlineOf(picture: ColourPicture): OutlineRow[] | undefined {
  const wall = [0, 1, 2].map((channel) =>
    spreadOver(wallPixels(picture), (at) => picture.data[3 * at + channel]!),
  );
  const spread = Math.max(...wall.map(({ deviation }) => deviation));
  if (spread > MOST_WALL_SPREAD) return undefined;
  const [red, green, blue] = wall.map(({ mean }) => mean) as [number, number, number];
  const least = Math.max(LEAST_DISTANCE, 3 * spread) ** 2;
  const { width, height, data } = picture;
  const differs = (at: number): boolean =>
    (data[at]! - red) ** 2 + (data[at + 1]! - green) ** 2 + (data[at + 2]! - blue) ** 2 > least;
  return Array.from({ length: height }, (_, y) => outlineRow(width, (x) => differs(3 * (y * width + x))));
}

function outlineRow(width: number, differs: (x: number) => boolean): OutlineRow {
  const from = edge(width, differs);
  if (from === undefined) return { width: 0, differing: 0 };
  const to = width - (edge(width, (x) => differs(width - 1 - x)) ?? 0);
  let differing = 0;
  for (let x = from; x < to; x += 1) if (differs(x)) differing += 1;
  return { width: to - from, differing };
}

function edge(width: number, differs: (x: number) => boolean): number | undefined {
  let run = 0;
  for (let x = 0; x < width; x += 1) {
    run = differs(x) ? run + 1 : 0;
    if (run === EDGE_RUN) return x - EDGE_RUN + 1;
  }
  return undefined;
}

/** Width of the head in pixels: the widest row of as many rows from the crown as a head of that width is high. */
function headOf(widths: readonly number[], pictureWidth: number): number | undefined {
  const crown = widths.findIndex((_, y) =>
    widths.slice(y, y + EDGE_RUN).every((width) => width >= LEAST_HEAD_SHARE * pictureWidth),
  );
  if (crown < 0) return undefined;
  let head = 0;
  for (let y = crown; y < widths.length; y += 1) {
    head = Math.max(head, widths[y]!);
    if (y - crown < HEAD_DEPTH * head) continue;
    const shoulders = Math.max(0, ...widths.slice(y));
    return shoulders >= SHOULDERS * head ? head : undefined;
  }
  return undefined;
}
