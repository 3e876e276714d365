/**
 * Every tuned number of the fingerprint engine. Lengths are pixels at 500 ppi unless a name says otherwise.
 * "physical" = follows from ridge geometry (mean period about 9 px at 500 ppi); "dev" = chosen on the two
 * development sets together, never per set.
 */
export const fingerprintParameters = {
  /** Working resolution; what ISO/IEC 19794 and the literature use. */
  workingPpi: 500,
  /** Source resolutions that can carry minutiae (physical: 3 px a period at the low end). */
  ppiLimits: { least: 200, most: 2500 },
  /** Longest side of one finger image at 500 ppi (physical: three inches is a whole hand's breadth). */
  sideLimits: { least: 64, most: 1500 },
  /** Border of zeros around the working plane, so that oriented filters need no bounds checks. */
  padding: 24,
  /** Side of a cell of every field (orientation, period, mask). */
  cell: 8,
  normalise: {
    /** Gaussian of the local mean and deviation, in cells (dev). */
    sigmaCells: 2,
    /** Deviation (grey levels) below which contrast is taken as noise (dev). */
    floor: 6,
  },
  bank: {
    directions: 16,
    /** Ridge periods, and deviations, in pixels at half resolution (physical: 9 and 13 px at 500 ppi). */
    periods: [3.6, 5.2],
    alongSigma: 2.4,
    acrossSigma: 0.4,
  },
  orientation: {
    /** Gaussian over the structure tensor, in cells (dev). */
    tensorSigmaCells: 0.7,
    /** Pull towards the neighbours in the confidence-weighted relaxation (dev). */
    stiffness: 0.05,
    iterations: 25,
  },
  period: {
    /** Ridge periods that are believed (physical: 4.5-18 px covers children to stretched thumbs). */
    least: 4.5,
    most: 18,
    /** Periods tried, half the window across the ridges, and along them; the kernels know all three. */
    candidates: 24,
    across: 20,
    along: 8,
    smoothCells: 3,
  },
  segmentation: {
    /** Contrast of a cell against the 85th percentile of the picture (dev). */
    relativeContrast: 0.22,
    absoluteContrast: 5,
    /** Least share of energy that the local wave explains (dev). */
    clarity: 0.08,
    /** Least share of energy that the enhanced ridges explain (dev). */
    share: 0.25,
    faintShare: 0.08,
    /** Parts smaller than this share of the largest are dropped. */
    componentShare: 0.1,
  },
  enhance: {
    alongSigma: 3.6,
    /** Gaussian across, as a share of the period (dev). */
    acrossSigma: 0.42,
    orientations: 64,
    periods: 28,
  },
  minutiae: {
    /** Skeleton length that gives the direction. */
    directionLength: 14,
    /** Branches shorter than these are spurs, islands or bridges (physical: about one period). */
    spur: 11,
    island: 14,
    bridge: 9,
    gap: 13,
    /** Distance to the mask's edge. */
    border: 11,
    /** Two minutiae closer than this are one (or none). */
    least: 5,
    most: 100,
  },
  slap: {
    /** Longest side at 500 ppi (physical: platens are 3.2 x 3 inches). */
    mostSide: 2000,
    /** Cells of a part that may be a finger: 0.16 square centimetres, less than a small child's tip. */
    leastCells: 100,
    /** A tip ends at the first crease, an inch and a quarter below its top. */
    tipLength: 620,
    /** Drop from index to little finger tip that tells the hands apart (physical: 8 mm). */
    clearDrop: 60,
    margin: 16,
  },
  inverted: {
    /** Share of the picture that must be background, and by how many greys it must be darker (dev: -107 to 30 upright). */
    leastBackground: 0.05,
    darker: 45,
  },
  enrolment: {
    /** 80 cells of 8 px are 13 square millimetres. */
    leastCells: 80,
    /** Mean clarity: the worst development print reaches 0.23, the best of 57 eyes 0.16. */
    leastClarity: 0.17,
    leastMinutiae: 4,
  },
} as const;
export type FingerprintParameters = typeof fingerprintParameters;
