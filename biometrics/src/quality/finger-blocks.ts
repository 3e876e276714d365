import type { Plane } from '../fingerprint/plane.ts';
import type { WorkingPlane } from '../fingerprint/working-plane.ts';

/** Side of a local region, and of the window that is turned with the ridges (ISO/IEC 29794-4: 32, and 32 x 16). */
export const REGION = 32;
export const ALONG = 16;

/** One local region of a print at 500 ppi, as the features of ISO/IEC 29794-4 look at it. */
export interface FingerBlock {
  readonly col: number;
  readonly row: number;
  /** Direction of the ridges in radians, y downwards. */
  readonly angle: number;
  /** 1 - smaller / larger eigenvalue of the gradient covariance. */
  readonly certainty: number;
  /** Mean grey of the region, 0 black to 255 white. */
  readonly mean: number;
  /** REGION x ALONG greys, turned so that row k lies k pixels across the ridges; undefined at the picture's edge. */
  readonly turned: Float32Array | undefined;
}

/** Regions whose deviation exceeds a tenth of the whole picture's. */
export function fingerBlocks(working: WorkingPlane): FingerBlock[] {
  const { left, top, width, height } = working.inner;
  const deviation = statistics(working, { x: left, y: top, width, height }).deviation;
  const blocks: FingerBlock[] = [];
  for (let row = 0; (row + 1) * REGION <= height; row++) {
    for (let col = 0; (col + 1) * REGION <= width; col++) {
      const area = { x: left + col * REGION, y: top + row * REGION, width: REGION, height: REGION };
      const { mean, deviation: own } = statistics(working, area);
      if (own <= 0.1 * deviation || own < 2) continue;
      const { angle, certainty } = gradients(working, area);
      blocks.push({
        col,
        row,
        angle,
        certainty,
        mean: 255 - mean,
        turned: turnedWindow(working, area, angle),
      });
    }
  }
  return blocks;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function statistics({ width, data }: Plane, area: Area): { mean: number; deviation: number } {
  let sum = 0;
  let squares = 0;
  for (let y = area.y; y < area.y + area.height; y++) {
    for (let x = area.x; x < area.x + area.width; x++) {
      const value = data[y * width + x]!;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / (area.width * area.height);
  return { mean, deviation: Math.sqrt(Math.max(0, squares / (area.width * area.height) - mean * mean)) };
}

/** Central differences inside the region: their covariance tells direction and certainty. */
function gradients({ width, data }: Plane, area: Area): { angle: number; certainty: number } {
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let y = area.y + 1; y < area.y + area.height - 1; y++) {
    for (let x = area.x + 1; x < area.x + area.width - 1; x++) {
      const at = y * width + x;
      const gx = (data[at + 1]! - data[at - 1]!) / 2;
      const gy = (data[at + width]! - data[at - width]!) / 2;
      xx += gx * gx;
      yy += gy * gy;
      xy += gx * gy;
    }
  }
  const spread = Math.hypot(xx - yy, 2 * xy);
  const larger = xx + yy + spread;
  return {
    angle: Math.atan2(-2 * xy, yy - xx) / 2,
    certainty: larger > 0 ? 1 - (xx + yy - spread) / larger : 0,
  };
}

function turnedWindow(working: WorkingPlane, area: Area, angle: number): Float32Array | undefined {
  const { left, top, width, height } = working.inner;
  const [cx, cy] = [area.x + REGION / 2 - 0.5, area.y + REGION / 2 - 0.5];
  const reach = Math.hypot(REGION, ALONG) / 2 + 1;
  if (cx - reach < left || cy - reach < top || cx + reach >= left + width || cy + reach >= top + height)
    return undefined;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = new Float32Array(REGION * ALONG);
  for (let row = 0, k = 0; row < REGION; row++) {
    const across = row - (REGION - 1) / 2;
    for (let col = 0; col < ALONG; col++, k++) {
      const along = col - (ALONG - 1) / 2;
      turned[k] = 255 - bilinear(working, cx + along * cos - across * sin, cy + along * sin + across * cos);
    }
  }
  return turned;
}

function bilinear({ width, data }: Plane, x: number, y: number): number {
  // Positions are inside the picture, so never negative.
  const u = x | 0;
  const v = y | 0;
  const fx = x - u;
  const fy = y - v;
  const at = v * width + u;
  const above = data[at]! * (1 - fx) + data[at + 1]! * fx;
  return above * (1 - fy) + (data[at + width]! * (1 - fx) + data[at + width + 1]! * fx) * fy;
}
