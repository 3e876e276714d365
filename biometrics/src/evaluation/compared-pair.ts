/** One comparison of an evaluation. Persons are numbers, so that resampling over them is cheap. */
export interface ComparedPair {
  readonly score: number;
  readonly genuine: boolean;
  readonly persons: readonly [number, number];
}
