import type { ComparedPair } from './compared-pair.ts';
import { operatingPoints } from './error-rates.ts';

/** One line of the picture. */
export interface DetLine {
  readonly name: string;
  readonly pairs: readonly ComparedPair[];
}

const [WIDTH, HEIGHT, LEFT, TOP, SIZE] = [760, 700, 90, 40, 580];
const TICKS = [1e-4, 1e-3, 1e-2, 0.05, 0.2, 0.5] as const;
const COLOURS = ['#1b6ca8', '#c0392b', '#27864f', '#8e44ad', '#b9770e', '#34495e'] as const;

/**
 * A detection error trade-off curve as SVG: false matches to the right, false non-matches upwards, both
 * on the normal-deviate scale, where matchers with normal scores give straight lines (ISO/IEC 19795-1).
 */
export function detCurve(lines: readonly DetLine[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="15">`,
    `<rect width="100%" height="100%" fill="white"/>`,
    ...TICKS.map(tick),
    `<text x="${LEFT + SIZE / 2}" y="${HEIGHT - 20}" text-anchor="middle">false match rate</text>`,
    `<text x="24" y="${TOP + SIZE / 2}" text-anchor="middle" transform="rotate(-90 24 ${TOP + SIZE / 2})">false non-match rate</text>`,
    ...lines.map(drawLine),
    `</svg>`,
  ].join('\n');
}

function tick(rate: number): string {
  const at = position(rate);
  const label = rate >= 0.01 ? `${rate * 100} %` : rate.toExponential(0);
  return [
    `<path d="M${LEFT + at} ${TOP}V${TOP + SIZE}M${LEFT} ${TOP + SIZE - at}H${LEFT + SIZE}" stroke="#ccc" fill="none"/>`,
    `<text x="${LEFT + at}" y="${TOP + SIZE + 22}" text-anchor="middle">${label}</text>`,
    `<text x="${LEFT - 8}" y="${TOP + SIZE - at + 5}" text-anchor="end">${label}</text>`,
  ].join('');
}

function drawLine({ name, pairs }: DetLine, index: number): string {
  const sorted = [...pairs].sort((a, b) => b.score - a.score);
  const path = operatingPoints(sorted).map(({ fmr, fnmr }) => {
    return `${(LEFT + position(fmr)).toFixed(1)},${(TOP + SIZE - position(fnmr)).toFixed(1)}`;
  });
  const colour = COLOURS[index % COLOURS.length] as string;
  const y = TOP + 24 + 22 * index;
  return [
    `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    `<path d="M${LEFT + SIZE - 200} ${y - 5}h30" stroke="${colour}" stroke-width="3"/>`,
    `<text x="${LEFT + SIZE - 162}" y="${y}">${escapeXml(name)}</text>`,
  ].join('');
}

const LOWEST = 5e-5;

/** Pixels from the origin on the normal-deviate scale from LOWEST to 50 %. */
function position(rate: number): number {
  const z = normalDeviate(Math.min(0.5, Math.max(LOWEST, rate)));
  const low = normalDeviate(LOWEST);
  return (SIZE * (z - low)) / (0 - low);
}

/** Inverse of the normal distribution for 0 < p <= 0.5 (Abramowitz and Stegun 26.2.23, error below 4.5e-4). */
function normalDeviate(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return top / bottom - t;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[c] as string);
}
