import type { GrayImage } from '../images/gray-image.ts';
import type { Circle } from './circle.ts';
import { irisParameters } from './iris-parameters.ts';

/** Dark areas that are as solid and round as a pupil, at several thresholds; largest first. */
export function darkComponents(image: GrayImage): Circle[] {
  const { smallestRadius, largestShare, darkSteps } = irisParameters.pupil;
  const largest = largestShare * Math.min(image.width, image.height);
  const floor = percentile(image, 0.01);
  const found: Circle[] = [];
  for (const step of darkSteps) {
    for (const blob of componentsBelow(image, floor + step)) {
      const circle = circleOf(blob);
      if (circle && circle.r >= smallestRadius && circle.r <= largest) found.push(circle);
    }
  }
  return found.sort((a, b) => b.r - a.r).slice(0, 8);
}

/** The grey level below which `share` of the pixels lie. */
export function percentile(image: GrayImage, share: number): number {
  const histogram = new Uint32Array(256);
  for (const value of image.pixels) histogram[value] = (histogram[value] as number) + 1;
  const wanted = share * image.pixels.length;
  let sum = 0;
  for (let level = 0; level < 256; level++) {
    sum += histogram[level] as number;
    if (sum > wanted) return level;
  }
  return 255;
}

interface Blob {
  area: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
}

function componentsBelow(image: GrayImage, level: number): Blob[] {
  const { width, height, pixels } = image;
  const open = new Uint8Array(width * height);
  for (let i = 0; i < open.length; i++) open[i] = (pixels[i] as number) <= level ? 1 : 0;
  const stack = new Int32Array(width * height);
  const blobs: Blob[] = [];
  for (let i = 0; i < open.length; i++) {
    if (open[i] === 1) blobs.push(flood(open, i, width, stack));
  }
  return blobs;
}

function flood(open: Uint8Array, start: number, width: number, stack: Int32Array): Blob {
  const blob: Blob = { area: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  let depth = 0;
  stack[depth++] = start;
  open[start] = 0;
  const visit = (i: number) => {
    if (open[i] !== 1) return;
    open[i] = 0;
    stack[depth++] = i;
  };
  while (depth > 0) {
    const i = stack[--depth] as number;
    const x = i % width;
    const y = (i - x) / width;
    blob.area++;
    blob.x += x;
    blob.y += y;
    blob.xx += x * x;
    blob.xy += x * y;
    blob.yy += y * y;
    if (x > 0) visit(i - 1);
    if (x < width - 1) visit(i + 1);
    if (y > 0) visit(i - width);
    visit(i + width);
  }
  return blob;
}

/** A filled ellipse has area 4 pi sqrt(det of its covariance); lashes and brows have far less. */
function circleOf({ area, x, y, xx, xy, yy }: Blob): Circle | undefined {
  if (area < 12) return undefined;
  const [mx, my] = [x / area, y / area];
  const [cxx, cxy, cyy] = [xx / area - mx * mx, xy / area - mx * my, yy / area - my * my];
  const det = Math.max(1e-6, cxx * cyy - cxy * cxy);
  const solidity = area / (4 * Math.PI * Math.sqrt(det));
  const spread = Math.sqrt((cxx - cyy) * (cxx - cyy) + 4 * cxy * cxy);
  const narrow = (cxx + cyy - spread) / (cxx + cyy + spread);
  if (solidity < 0.8 || narrow < 0.3) return undefined;
  return { x: mx, y: my, r: Math.sqrt(area / Math.PI) };
}
