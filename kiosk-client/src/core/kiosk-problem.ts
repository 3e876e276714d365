import type { KioskProblemCode } from '../kiosk-problems.ts';

/** A command that is not done, with the code that the screens translate. */
export class KioskProblem extends Error {
  readonly code: KioskProblemCode;
  readonly detail: string | undefined;

  constructor(code: KioskProblemCode, detail?: string) {
    super(code);
    this.name = 'KioskProblem';
    this.code = code;
    this.detail = detail;
  }
}
