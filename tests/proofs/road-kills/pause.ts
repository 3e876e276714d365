/** Waits so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Thrown where a road did not come to its end in time, or something was refused that nobody can mend. */
export class RoadBroken extends Error {
  override readonly name = 'RoadBroken';
}
