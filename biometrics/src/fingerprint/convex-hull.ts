import { emptyPlane, type Plane } from './plane.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fills the convex hull of the cells that are above zero. */
export function fillConvexHull(cells: Plane): Plane {
  const hull = convexHull(cells);
  const filled = emptyPlane(cells.width, cells.height);
  for (let i = 0; i < filled.data.length; i++) {
    filled.data[i] = isInside(hull, { x: i % cells.width, y: Math.floor(i / cells.width) }) ? 1 : 0;
  }
  return filled;
}

/** Andrew's monotone chain over the cells, which come sorted by rows. */
function convexHull({ width, data }: Plane): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < data.length; i++)
    if (data[i]! > 0) points.push({ x: i % width, y: Math.floor(i / width) });
  return [...halfHull(points), ...halfHull(points.reverse())];
}

function halfHull(points: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length >= 2 && turn(hull[hull.length - 2]!, hull[hull.length - 1]!, point) >= 0) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function isInside(hull: readonly Point[], point: Point): boolean {
  if (hull.length < 3) return false;
  return hull.every((corner, k) => turn(corner, hull[(k + 1) % hull.length]!, point) <= 0);
}
