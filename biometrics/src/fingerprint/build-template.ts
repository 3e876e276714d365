import { cellSampler, type PrintAnalysis } from './analyse-print.ts';
import { FIELD_CELL, OUTSIDE, PATTERN_STEP, mapSize, type FingerTemplate } from './finger-template.ts';

/** Puts the stages of one print into template shape: padding off, field and pattern sampled. */
export function buildTemplate(
  print: PrintAnalysis,
  about: { sourcePpi: number; quality: number },
): FingerTemplate {
  const { left, top, width, height } = print.working.inner;
  return {
    width,
    height,
    ...about,
    minutiae: print.minutiae.map((m) => ({
      ...m,
      x: Math.max(0, Math.min(width - 1, m.x - left)),
      y: Math.max(0, Math.min(height - 1, m.y - top)),
    })),
    ...fieldBytes(print),
    pattern: patternDots(print),
  };
}

function fieldBytes(print: PrintAnalysis): { orientation: Uint8Array; period: Uint8Array } {
  const { cols, rows } = mapSize(print.working.inner, FIELD_CELL);
  const [cos, sin, period] = [print.field.cos, print.field.sin, print.period].map(cellSampler) as [
    Sampler,
    Sampler,
    Sampler,
  ];
  const inside = cellSampler(print.mask.cells);
  const out = { orientation: new Uint8Array(cols * rows).fill(OUTSIDE), period: new Uint8Array(cols * rows) };
  for (let k = 0; k < cols * rows; k++) {
    const x = ((k % cols) + 0.5) * FIELD_CELL - 0.5 + print.working.inner.left;
    const y = (Math.floor(k / cols) + 0.5) * FIELD_CELL - 0.5 + print.working.inner.top;
    if (inside(x, y) < 0.5) continue;
    const degrees = (-Math.atan2(sin(x, y), cos(x, y)) * 90) / Math.PI;
    out.orientation[k] = Math.round(degrees + 180) % 180;
    out.period[k] = Math.min(255, Math.round(period(x, y) * 8));
  }
  return out;
}

type Sampler = (x: number, y: number) => number;

function patternDots(print: PrintAnalysis): Uint8Array {
  const { cols, rows } = mapSize(print.working.inner, PATTERN_STEP);
  const { left, top } = print.working.inner;
  const { width, data } = print.enhanced;
  const dots = new Uint8Array(cols * rows);
  for (let k = 0; k < dots.length; k++) {
    const at = (top + Math.floor(k / cols) * PATTERN_STEP) * width + left + (k % cols) * PATTERN_STEP;
    if (data[at]! > 0) dots[k] = 1;
  }
  return dots;
}
