import type { IsoMinutiae2005 } from '../formats/iso-minutiae-2005.ts';
import type { MinutiaeView } from '../formats/minutiae-view.ts';
import { NO_EXTENDED_DATA } from '../formats/extended-data.ts';
import type { FingerTemplate } from './finger-template.ts';

/** 500 ppi in pixels a centimetre. */
const PIXELS_PER_CENTIMETRE = 197;
/** ISO/IEC 19794-2:2005: one byte a count. */
const MOST_MINUTIAE = 255;

/**
 * A template's minutiae as an ISO/IEC 19794-2:2005 record, for matchers of others; field and pattern stay behind.
 * `position` is a finger code 0-10 (0 unknown).
 */
export function toIsoMinutiae(template: FingerTemplate, position: number): IsoMinutiae2005 {
  return {
    kind: 'iso-minutiae-2005',
    magic: 'FMR\x00 20\x00',
    compliance: 0,
    sensorId: 0,
    width: template.width,
    height: template.height,
    resolutionX: PIXELS_PER_CENTIMETRE,
    resolutionY: PIXELS_PER_CENTIMETRE,
    reserved: 0,
    views: [viewOf(template, position)],
  };
}

function viewOf(template: FingerTemplate, position: number): MinutiaeView {
  const minutiae = template.minutiae.slice(0, MOST_MINUTIAE).map(({ x, y, direction, type, quality }) => ({
    type,
    x: Math.min(template.width - 1, Math.round(x)),
    y: Math.min(template.height - 1, Math.round(y)),
    angle: Math.round((direction * 256) / (2 * Math.PI)) & 255,
    quality,
  }));
  return {
    position,
    view: 0,
    impression: 0,
    quality: template.quality,
    minutiae,
    extended: NO_EXTENDED_DATA,
  };
}
