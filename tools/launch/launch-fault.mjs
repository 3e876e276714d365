/** A fault that the person at the terminal can mend: printed as one sentence, without a stack. */
export class LaunchFault extends Error {
  /** @param {string} sentence what is wrong and what to do @param {number} [exitCode] */
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.name = 'LaunchFault';
    this.exitCode = exitCode;
  }
}
