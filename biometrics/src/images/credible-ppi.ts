/**
 * Files carry 0, 72 or 96 where nobody knew the resolution. Only what a finger or iris sensor can
 * have is believed; anything else counts as not said.
 */
export function crediblePpi(ppi: number): number | undefined {
  const rounded = Math.round(ppi * 10) / 10;
  return rounded >= 200 && rounded <= 4000 ? rounded : undefined;
}

export function ppiFromPerCentimetre(perCentimetre: number): number {
  return perCentimetre * 2.54;
}

export function ppiFromPerMetre(perMetre: number): number {
  return (perMetre * 2.54) / 100;
}
