/** Names of codes as open readers of these formats print them, so that their JSON and ours compare. */

const FINGERS = ['THUMB', 'INDEX', 'MIDDLE', 'RING', 'LITTLE'];

const POSITIONS: Readonly<Record<number, string>> = {
  0: 'UNKNOWN',
  ...Object.fromEntries(FINGERS.map((finger, i) => [1 + i, `RIGHT_${finger}`])),
  ...Object.fromEntries(FINGERS.map((finger, i) => [6 + i, `LEFT_${finger}`])),
  11: 'PLAIN_RIGHT_THUMB',
  12: 'PLAIN_LEFT_THUMB',
  13: 'RIGHT_INDEX_TO_LITTLE',
  14: 'LEFT_INDEX_TO_LITTLE',
  15: 'BOTH_THUMBS',
};

const IMPRESSIONS: Readonly<Record<number, string>> = {
  0: 'LIVE_PLAIN',
  1: 'LIVE_ROLLED',
  2: 'NONLIVE_PLAIN',
  3: 'NONLIVE_ROLLED',
  4: 'LATENT_IMPRESSION',
  5: 'LATENT_TRACING',
  6: 'LATENT_PHOTO',
  7: 'LATENT_LIFT',
  8: 'SWIPE',
  9: 'VERTICAL_ROLL',
  24: 'LIVE_CONTACTLESS',
  28: 'OTHER',
  29: 'UNKNOWN',
};

const SENSORS = [
  'UNKNOWN',
  'OPTICAL_WHITE_TIR',
  'OPTICAL_WHITE_DIRECT',
  'OPTICAL_WHITE_CONTACTLESS',
  'OPTICAL_MONOCHROMATIC_VISIBLE_TIR',
  'OPTICAL_MONOCHROMATIC_VISIBLE_DIRECT',
  'OPTICAL_MONOCHROMATIC_VISIBLE_CONTACTLESS',
  'OPTICAL_MONOCHROMATIC_INFRARED_TIR',
  'OPTICAL_MONOCHROMATIC_INFRARED_DIRECT',
  'OPTICAL_MONOCHROMATIC_INFRARED_CONTACTLESS',
  'OPTICAL_MULTISPECTRAL_TIR',
  'OPTICAL_MULTISPECTRAL_DIRECT',
  'OPTICAL_MULTISPECTRAL_CONTACTLESS',
  'ELECTRO_LUMINESCENT',
  'CAPACITIVE',
  'RADIO_FREQUENCY',
  'THERMAL',
  'PRESSURE',
  'ULTRASOUND',
  'MECHANICAL',
  'GLASS_FIBER',
];

const MINUTIA_TYPES = ['OTHER', 'ENDING', 'BIFURCATION'];
const ENDING_TYPES = ['VALLEY_SKELETON_BIFURCATION', 'RIDGE_SKELETON_ENDPOINT'];
const COUNT_TYPES = ['CUSTOM', 'QUADRANTS', 'OCTANTS'];

export const positionName = (code: number) => POSITIONS[code] ?? `CODE_${code}`;
export const impressionName = (code: number) => IMPRESSIONS[code] ?? `CODE_${code}`;
export const sensorName = (code: number) => SENSORS[code] ?? `CODE_${code}`;
export const minutiaTypeName = (code: number) => MINUTIA_TYPES[code] ?? `CODE_${code}`;
export const endingTypeName = (code: number) => ENDING_TYPES[code] ?? `CODE_${code}`;
export const countTypeName = (code: number) => COUNT_TYPES[code] ?? `CODE_${code}`;
