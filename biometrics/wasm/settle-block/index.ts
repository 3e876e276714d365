// AssemblyScript, for both matching modules: climbs across the ridges to where a block lies best. Positions of samples
// are i32 in 1/65536 of a dot; the correlation itself stands in each module.

/** Pixels of a step across the ridges, and what each step must gain. */
const SLIDE: f64 = 1.3;
const SLIDE_PRICE: f64 = 0.07;

/** The place of a pixel in a pattern of two pixels a dot, to the nearest dot. */
export function placeOf(pixel: f64): i32 {
  return <i32>Math.floor((pixel / 2 + 0.5) * 65536);
}

export function slideOf(steps: i32): f64 {
  return SLIDE * <f64>steps;
}

export function priceOf(steps: i32): f64 {
  return SLIDE_PRICE * <f64>(steps < 0 ? -steps : steps);
}
