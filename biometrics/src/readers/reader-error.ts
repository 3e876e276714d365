import type { ReaderProblem } from '../codes.ts';

/** Why a reader gave nothing. `problem` is for the screen, `detail` for the technician's log (no personal data). */
export class ReaderError extends Error {
  readonly problem: ReaderProblem;
  readonly detail: string;

  constructor(problem: ReaderProblem, detail: string) {
    super(`${problem}: ${detail}`);
    this.name = 'ReaderError';
    this.problem = problem;
    this.detail = detail;
  }
}

/** The error as it is when it is ours, otherwise wrapped as a fault of the driver. */
export function asReaderError(error: unknown): ReaderError {
  if (error instanceof ReaderError) return error;
  return new ReaderError('driver', error instanceof Error ? error.message : String(error));
}
