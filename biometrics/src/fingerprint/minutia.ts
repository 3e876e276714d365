/** 1 ridge ending, 2 bifurcation: the codes of ISO/IEC 19794-2. */
export type MinutiaType = 1 | 2;

/**
 * One minutia in pixels at 500 ppi from the image's top left corner. The direction is in radians, counter-clockwise
 * on the screen (y upwards) as in ISO/IEC 19794-2: back along the ridge that ends, or into the valley that a fork
 * encloses.
 */
export interface Minutia {
  readonly x: number;
  readonly y: number;
  readonly direction: number;
  readonly type: MinutiaType;
  /** 1 (barely seen) to 100. */
  readonly quality: number;
}
