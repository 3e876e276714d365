/** A circle in image pixels; pixel centres lie on whole numbers. */
export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** The same circle in an image `factor` times as large. */
export function scaleCircle(circle: Circle, factor: number): Circle {
  return {
    x: (circle.x + 0.5) * factor - 0.5,
    y: (circle.y + 0.5) * factor - 0.5,
    r: circle.r * factor,
  };
}

/** Whether two proposals mean the same circle: centres within 30 % and radii within 25 % of the larger. */
export function nearlySame(a: Circle, b: Circle): boolean {
  const r = Math.max(a.r, b.r);
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return dx * dx + dy * dy < 0.09 * r * r && Math.abs(a.r - b.r) < 0.25 * r;
}
