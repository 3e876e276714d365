/**
 * Every tuned number of the iris engine, with its unit and where it comes from. "dev" means chosen on
 * the development eyes; nothing here may depend on which camera or data set an image is from.
 */
export const irisParameters = {
  input: {
    /** Pixels; below, no iris of 50 pixels radius fits. */
    smallestSide: 100,
    /** Pixels; larger images are refused unread (a 4K frame has 8.3 million). */
    mostPixels: 40_000_000,
    /** Longer side over shorter side: cameras are 4:3 to 16:9, cropped strips up to 3:1. */
    mostStretch: 4,
  },
  pyramid: {
    /** Longest side in pixels: ISO/IEC 29794-6 wants 80 or more pixels of iris radius, which this keeps. */
    fineSide: 800,
    coarseSide: 400,
    /** Coarse pixels; lamps of up to 11 pixels vanish (dev). */
    openingRadius: 5,
  },
  specular: {
    /** Grey levels above the opened surroundings that make a pixel a reflection. */
    excess: 40,
  },
  pupil: {
    /** Tiny-image pixels (half of coarse). */
    smallestRadius: 3,
    /** Of the tiny image's shorter side. */
    largestShare: 0.3,
    /** Grey levels above the darkest percent at which dark components are cut. */
    darkSteps: [12, 22, 34, 50, 70],
  },
  limbus: {
    /** Coarse pixels: 320-pixel-wide images show irises from about 45, shrunk VGA from about 28. */
    smallestRadius: 26,
    /** Of the coarse image's longer side. */
    largestShare: 0.52,
    /** Largest and smallest pupil-to-iris ratio looked for (ISO/IEC 29794-6: 0.2 to 0.7 is usual). */
    smallestRatio: 0.13,
    largestRatio: 0.75,
    /** Sines of how far the lateral sectors reach up and down. */
    sector: { up: 0.45, down: 0.75 },
    /** Window on each side of the edge, share of the radius. */
    reachShare: 0.05,
    /** Steps are cut at the median of this eye's lateral steps, within these grey levels. */
    typicalStep: { least: 8, most: 60 },
    /** How far the iris centre may lie from the pupil's, share of the iris radius. */
    offsetShare: 0.14,
    /** What a shift by one whole radius costs, in typical steps (it is squared); up and down the sectors say little (dev). */
    shiftCost: { x: 4, y: 10 },
  },
  pupilContour: {
    angles: 128,
    radii: 48,
    glanceAngles: 48,
    glanceRadii: 32,
    /** Samples on each side of the edge; grey levels; cost of a sideways step in grey levels. */
    reach: 4,
    mostStep: 60,
    bend: 6,
    harmonics: 8,
  },
  limbusContour: {
    angles: 128,
    radii: 64,
    /** Share of the radius looked at on each side; samples on each side of the edge. */
    spread: 0.16,
    reach: 9,
    /** Cost of a sideways step, in typical edge steps. */
    bend: 0.27,
    harmonics: 4,
    /** Under the lids an edge counts only this near to the circle, share of the radius. */
    lidTolerance: 0.04,
    /** Weight of unseen angles in the fit of the circle: they hold it where it was. */
    unseenWeight: 0.15,
  },
  segmentation: {
    mostPupils: 3,
    mostReadings: 3,
    /** Beliefs are products of support and contrast; below these an edge is not there (dev and non-eyes). */
    leastPupilBelief: 0.12,
    leastShareOfBest: 0.25,
    /** Grey levels: contrasts from which an edge is beyond doubt, and the least step of a limbus. */
    fullPupilContrast: 40,
    fullLimbusContrast: 12,
    leastLimbusStep: 3,
  },
  plausibility: {
    /** Real eyes of the development set have 0.99 and 37, 0.78 and 12, 82, 0.53 and 22 at worst (dev). */
    leastPupil: { support: 0.7, contrast: 9 },
    leastLimbus: { support: 0.45, contrast: 4 },
    /** Grey levels between pupil and iris; spread inside the pupil in shares of that; spread of the iris. */
    leastDarker: 12,
    mostPupilSpread: 2.5,
    mostIrisSpread: 40,
  },
  quality: {
    /** ISO/IEC 29794-6:2015: per cent of the iris, and pixels. */
    recommended: { usableIrisArea: 70, irisRadius: 80 },
    /** From where a measure takes nothing away from the score (dev). */
    enough: {
      usableIrisArea: 95,
      usableBits: 1800,
      irisScleraContrast: 5,
      irisPupilContrast: 30,
      greyUtilisation: 4.5,
      irisRadius: 80,
      concentricity: 80,
      sharpness: 50,
    },
    /** Where a person is told (dev): below the first five, above the rest. */
    poor: {
      sharpness: 15,
      darkest: 25,
      concentricity: 80,
      marginAdequacy: 30,
      brightest: 220,
      ellipticity: 0.2,
      outside: 0.08,
    },
    /** Mean power of the sharpness filter that scores 50. */
    halfSharpPower: 180_000,
  },
  unwrap: { columns: 256, rows: 32 },
  eyelid: {
    /** Window above and below the edge, share of the iris radius. */
    reachShare: 0.05,
    /** Apex of the lid in iris radii from the iris centre. */
    heights: { from: 0.2, to: 0.96, step: 0.08, finer: 0.04 },
    /** Fall of the lid over one iris radius sideways, in iris radii; and slope of the eye. */
    bows: [0.05, 0.2, 0.35, 0.55],
    slopes: [-0.35, -0.18, 0, 0.18, 0.35],
    /** Grey levels: a step counts at most this much, and a lid must reach this on average (dev). */
    mostStep: 25,
    leastStep: 12,
    /** Radii about the pupil that are not looked at, and columns (in iris radii) that must be seen. */
    pupilMargin: 1.4,
    leastColumns: 0.5,
  },
  occlusion: {
    /** Robust standard deviations of the lateral iris above and below its median; grey levels (dev). */
    brighter: 3.5,
    darker: 3,
    leastSpread: 6,
    /** Unwrapped rows. */
    lidRun: 4,
    firstLidRow: 4,
  },
  code: {
    /** Wavelength and envelope of the angular Gabor wavelet in unwrapped columns (256 a turn; dev). */
    wavelength: 14,
    angularSigma: 4,
    /** Ring centres and envelope in unwrapped rows (32 from pupil to limbus; dev). */
    rings: [2, 5.3, 8.6, 11.9, 15.1, 18.4, 21.7, 25],
    radialSigma: 1.2,
    /** Share of a bit's neighbourhood that must be seen. */
    leastSeen: 0.5,
    /** Responses below this share of the median one flip too easily to be used. */
    fragileShare: 0.3,
    /** Below this response (grey levels times the envelope's weight) there is no texture at all. */
    leastResponse: 0.5,
    /** Fewer bits than this are a failure to enrol. */
    leastUsableBits: 400,
  },
  sieve: {
    /** Rings of the sieve code, 0 = next to the pupil: the inner ones are seldom under a lid (dev). */
    rings: [0, 1, 2, 3],
    /** Whole columns at a time, since the sieve only has to be near. */
    halfColumnStep: 2,
    /** Normalised sieve distance below which an entry is compared with its full code (dev). */
    limit: 0.37,
    /** Galleries up to this many codes are compared in full: the sieve would save nothing. */
    exhaustiveUpTo: 4096,
  },
  distance: {
    /** Daugman 2007: the number of usable bits at which distances are left as they are. */
    typicalBits: 911,
    /** Fewer usable bits than this in common say nothing. */
    leastBits: 200,
    /** Half columns (1.4 degrees) turned each way: heads tilt up to 37 degrees on the development eyes. */
    halfColumns: 26,
  },
} as const;
