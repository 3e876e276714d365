/**
 * Files carry 0, 72 or 96 where nobody knew the resolution. Only what a finger or iris sensor can
 * have is believed; anything else counts as not said.
 */
export function crediblePpi(ppi: number): number | undefined {
  const rounded = Math.round(ppi * 10) / 10;
  return rounded >= 200 && rounded <= 4000 ? rounded : undefined;
}

/**
 * JPEG 2000 files of 500 ppi prints are met that say 1,000. No sensor finer than 700 ppi is narrower than
 * 10 mm, so a picture that would be is not believed.
 */
export function credibleFinePpi(ppi: number, shorterSide: number): number | undefined {
  const tooNarrow = ppi > 700 && (shorterSide / ppi) * 25.4 < 10;
  return tooNarrow ? undefined : crediblePpi(ppi);
}

export function ppiFromPerCentimetre(perCentimetre: number): number {
  return perCentimetre * 2.54;
}

export function ppiFromPerMetre(perMetre: number): number {
  return (perMetre * 2.54) / 100;
}
