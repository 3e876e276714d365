/**
 * Numbers behind the fingerprint quality score. `fit`: least squares of a print's mean genuine score (capped at 400)
 * on the two development sets together (160 prints; rank correlation 0.75); without the worst fifth the false
 * non-matches at a false-match rate of 1e-3 fall from 3.2 % to 0 there. `range`: predicted values that become 0 and
 * 100. `limits`: chosen on the same prints, looking at them.
 */
export const fingerQualityParameters = {
  fit: { bias: -165, clarity: 327, cells: 126, clearMinutiae: 113, localClarity: 17 },
  range: { worst: 60, best: 310 },
  limits: {
    /** Cells of 8 x 8 px at 500 ppi: 300 are half a square centimetre, 800 a square centimetre and a third. */
    tooSmallCells: 300,
    partialCells: 800,
    offCentre: 0.4,
    clarity: 0.36,
    /** Ridge by valley width below which ridges are broken, above which they run together. */
    dryRatio: 0.95,
    wetRatio: 1.5,
    /** Nepers by which contrast hangs on direction; 2 of 60 still prints lie above, a third of smeared ones (14 px). */
    movement: 0.33,
    /** Mean grey of the print. */
    lightGrey: 190,
    darkGrey: 60,
    clearMinutiae: 14,
  },
} as const;
